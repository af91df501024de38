import {
  createPostgresCatalogue,
  createPostgresEvidenceSource,
  createPostgresItemSearch,
} from '@reviewguide/adapters/postgres'
import { ChatId, MessageId, RunId, type UnderstoodChip } from '@reviewguide/contracts'
import type { TestDatabase } from '@reviewguide/testing'
import { createWorkflow, type Workflow } from '@reviewguide/workflow'
import type { TurnMemory } from '@reviewguide/workflow/ports'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importSample } from './import-sample.ts'

/** Whole conversations over the sample: what each turn is taken to mean, and what it shows. */

let database: TestDatabase
let workflow: Workflow

beforeAll(async () => {
  database = await importSample()
  const { db } = database
  workflow = createWorkflow({
    catalogue: createPostgresCatalogue({ db }),
    search: createPostgresItemSearch({ db }),
    evidence: createPostgresEvidenceSource({ db }),
    onUnsupported: (sentence, problems) => expect.unreachable(`${sentence} (${problems.join('; ')})`),
  })
}, 120_000)

afterAll(() => database.drop())

/** Asks one after the other, and answers with what was understood of the last. */
function conversation() {
  const memory: TurnMemory[] = []
  return async (question: string) => {
    let chips: UnderstoodChip[] = []
    const result = await workflow.run(
      {
        runId: RunId.parse('run_0123456789'),
        chatId: ChatId.parse('cht_0123456789'),
        messageId: MessageId.parse('msg_0123456789'),
        question,
        memory,
      },
      {
        emit: (part) => {
          if (part.type === 'data-understood') chips = part.data.chips
        },
        signal: AbortSignal.timeout(20_000),
      },
    )
    if (result.memory) memory.push(result.memory)
    return {
      intent: result.memory?.understanding.intent,
      shown: result.memory?.shown.map(({ name }) => name) ?? [],
      understood: chips.map(({ label }) => label),
      without: (label: string) => chips.find((chip) => chip.label === label)?.without ?? '',
    }
  }
}

it('goes from a list to one of it, to a comparison, to a brand, to another person', async () => {
  const ask = conversation()
  const first = await ask('best earbuds for running under $100')
  expect(first.understood).toEqual(['earbuds', 'under $100', 'running', 'fit', 'water resistance'])
  const cheaper = await ask('cheaper ones?')
  expect(cheaper.understood).toContain('under $79.99')
  expect(cheaper.shown).toEqual(['Pico One'])
  // The list that is long enough for a second.
  expect((await ask('what about the second one?')).shown).toEqual([first.shown[1]])
  expect(await ask('compare those two')).toMatchObject({ intent: 'compare', shown: ['Pico One', first.shown[1]] })
  expect((await ask('what about Vellin?')).shown).toEqual(['Vellin Hush'])
  const forFather = await ask('and for my father, who hears badly?')
  expect(forFather.understood).toEqual(['earbuds', 'Vellin', 'my father', 'sound quality', 'call quality'])
})

it('goes back to what was spoken of before something else, with its limits', async () => {
  const ask = conversation()
  await ask('quiet hotel near the old town for a family')
  const cheaper = await ask('something cheaper')
  await ask('best earbuds for calls')
  const back = await ask('back to the hotels')
  expect(back.shown).toEqual(cheaper.shown)
  expect(back.understood).toEqual(cheaper.understood)
  expect((await ask('and with a pool?')).understood).toEqual([...cheaper.understood.slice(0, -1), 'pool', '“old town”'])
})

it('takes back what a chip is pressed for, features that only the catalogue knows included', async () => {
  const ask = conversation()
  const all = await ask('best earbuds')
  await ask('under $100')
  const limited = await ask('noise cancelling please')
  expect(limited.shown).toEqual(['Kestova Drift'])
  const anyPrice = await ask(limited.without('under $100'))
  expect(anyPrice.shown.toSorted()).toEqual(['Kestova Drift', 'Vellin Hush'])
  const again = await ask(anyPrice.without('noise cancelling'))
  expect(again.understood).toEqual(['earbuds'])
  expect(again.shown).toEqual(all.shown)
})
