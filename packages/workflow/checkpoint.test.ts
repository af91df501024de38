import type { ChatId, MessageId, RunId, StreamPart } from '@reviewguide/contracts'
import { createFakeCatalogue, createFakeEvidenceSource, createFakeItemSearch, smallCorpus } from '@reviewguide/testing'
import { describe, expect, it } from 'vitest'
import { createWorkflow } from './create-workflow.ts'

const corpus = smallCorpus()
const search = createFakeItemSearch(corpus)
const ports = {
  catalogue: createFakeCatalogue(corpus),
  search,
  evidence: createFakeEvidenceSource(corpus),
  onUnsupported: () => {},
}

/** Answers a question, from a checkpoint where one is given; what was emitted but for progress, the result, and the checkpoints kept. */
async function answer(question: string, { costlyMs = 0, checkpoint = null as unknown, searchFails = false } = {}) {
  const never = async () => Promise.reject(new Error('searched again'))
  const failing = Object.fromEntries(Object.keys(search).map((name) => [name, never])) as unknown as typeof search
  const workflow = createWorkflow({ ...ports, search: searchFails ? failing : search }, { costlyMs })
  const parts: StreamPart[] = []
  const kept: unknown[] = []
  const result = await workflow.run(
    {
      runId: 'run_0000000000' as RunId,
      chatId: 'cht_0000000000' as ChatId,
      messageId: 'msg_0000000000' as MessageId,
      question,
      memory: [],
      checkpoint,
    },
    {
      emit: (part) => {
        if (part.type !== 'data-stage') parts.push(part)
      },
      keep: (value) => kept.push(JSON.parse(JSON.stringify(value))),
      signal: new AbortController().signal,
    },
  )
  return { parts, result, kept }
}

describe('a checkpoint', () => {
  it.each([
    'best earbuds for running under $100',
    'best earbuds',
    'hello',
    'what do people complain about in earbuds?',
  ])(
    'of "%s" is one, before rank and compose, and the same answer comes out of it without a search',
    async (question) => {
      const whole = await answer(question)
      expect(whole.kept).toHaveLength(1)
      const again = await answer(question, { checkpoint: whole.kept[0], searchFails: true })
      expect(again.parts).toEqual(whole.parts)
      expect(again.result).toEqual(whole.result)
      expect(again.kept).toEqual([])
    },
  )

  it('is not kept where the stages took no time worth it', async () => {
    expect((await answer('best earbuds', { costlyMs: 60_000 })).kept).toEqual([])
  })

  it('of another form is left aside', async () => {
    const whole = await answer('best earbuds')
    for (const checkpoint of [{}, 'old', { parts: [] }, null])
      expect((await answer('best earbuds', { checkpoint })).parts).toEqual(whole.parts)
  })
})
