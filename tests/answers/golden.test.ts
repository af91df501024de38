import { ChatId, MessageId, RunId, type StreamPart } from '@reviewguide/contracts'
import { createFakeCatalogue, createFakeEvidenceSource, createFakeItemSearch } from '@reviewguide/testing'
import { createWorkflow } from '@reviewguide/workflow'
import type { TurnMemory } from '@reviewguide/workflow/ports'
import { describe, expect, it } from 'vitest'
import { goldenCorpus } from './golden-corpus.ts'

/** Every main journey with the transcript of its stream as it is sent. A transcript changes only together with what people read. */

const corpus = goldenCorpus()
const heldBack: string[] = []
const workflow = createWorkflow({
  catalogue: createFakeCatalogue(corpus),
  search: createFakeItemSearch(corpus),
  evidence: createFakeEvidenceSource(corpus),
  onUnsupported: (sentence) => heldBack.push(sentence),
})

/** One line a part; times are left out, for they differ. */
function lineOf(part: StreamPart): string {
  if (part.type === 'text-delta') return `text-delta ${JSON.stringify(part.delta)}`
  if (part.type === 'data-stage')
    return `data-stage ${part.data.stage} ${part.data.status}${part.data.detail ? `: ${part.data.detail}` : ''}`
  if (part.type === 'data-evidence') {
    const { n, itemName, aspect, polarity, quote } = part.data
    return `data-evidence [${n}] ${itemName}, ${aspect}, ${polarity}: ${quote}`
  }
  return 'data' in part ? `${part.type} ${JSON.stringify(part.data, null, 1).replaceAll(/\s*\n\s*/g, ' ')}` : part.type
}

async function transcript(questions: string[]): Promise<string> {
  const memory: TurnMemory[] = []
  const lines: string[] = []
  for (const question of questions) {
    lines.push(`> ${question}`)
    const result = await workflow.run(
      {
        runId: RunId.parse('run_0123456789'),
        chatId: ChatId.parse('cht_0123456789'),
        messageId: MessageId.parse('msg_0123456789'),
        question,
        memory,
      },
      { emit: (part) => lines.push(lineOf(part)), signal: AbortSignal.timeout(10_000) },
    )
    lines.push(`= ${JSON.stringify(result.metadata)}`, '')
    if (result.memory) memory.push(result.memory)
  }
  return lines.join('\n')
}

describe('golden transcripts', () => {
  it.each([
    ['recommend', ['best earbuds for running under $100', 'cheaper ones?']],
    ['assess', ['is the Tern Sprint any good?']],
    ['compare', ['compare Tern Sprint and Orso Run']],
    ['complaints', ['what do people complain about most in Tern Sprint?']],
    ['second-one', ['best earbuds', 'what about the second one?']],
    ['hello', ['hi']],
    ['out-of-scope', ['what is the capital of France?']],
    ['nothing-fits', ['best earbuds under $20']],
  ])('%s', async (name, questions) => {
    await expect(await transcript(questions)).toMatchFileSnapshot(`golden/${name}.txt`)
    expect(heldBack).toEqual([])
  })
})
