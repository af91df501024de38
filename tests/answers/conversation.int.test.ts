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

it('understands short turns, pronouns and slips of the pen as people mean them', async () => {
  const ask = conversation()
  const list = await ask('vaccum cleaner for pet hair')
  expect(list.understood).toEqual(['vacuum cleaners', 'pet hair', 'pets', 'suction'])
  expect(await ask('is the first one loud')).toMatchObject({ intent: 'ask', shown: [list.shown[0]] })
  expect((await ask('compare the first and third')).shown).toEqual([list.shown[0], list.shown[2]])
  expect((await ask('which of the two is quieter')).shown).toEqual([list.shown[0], list.shown[2]])
  const cheaper = await ask('both too expensive')
  expect(cheaper.understood).toEqual(expect.arrayContaining(['vacuum cleaners', 'pet hair', 'pets', 'suction']))
  expect(cheaper.shown).not.toContain(list.shown[0])
  const surpassed = await ask('quieter than the Tuttlo Dart')
  expect(surpassed.understood).toContain('not Tuttlo Dart')
  expect(surpassed.shown).not.toContain('Tuttlo Dart')
  expect((await ask('just the best one')).understood).toEqual(surpassed.understood)
  expect((await ask('why?')).shown).toEqual(surpassed.shown.slice(0, 1))
  expect((await ask('what is the capital of France?')).shown).toEqual([])
  expect((await ask('without the Mopsi R2')).understood).toContain('vacuum cleaners')
})

it('finds again, under another limit, what "more" had left out', async () => {
  const ask = conversation()
  const first = await ask('which laptop is light')
  const more = await ask('show me more')
  expect(more.shown).not.toEqual(expect.arrayContaining(first.shown))
  expect((await ask('over $500')).shown).toEqual(expect.arrayContaining(first.shown.slice(0, 1)))
})

it('goes on where it was after a question about nothing on file', async () => {
  const ask = conversation()
  await ask('hotel for business')
  for (const aside of ['what is the weather like', 'do you love me', 'ok thanks!']) await ask(aside)
  expect((await ask('with a pool')).understood).toEqual(['hotels', 'business', 'pool'])
})
