import { ChatId, MessageId, RunId } from '@reviewguide/contracts'
import {
  createFakeCatalogue,
  createFakeEvidenceSource,
  createFakeItemSearch,
  memoryCorpus,
  type ReviewSketch,
} from '@reviewguide/testing'
import { createWorkflow } from '@reviewguide/workflow'
import { expect, it } from 'vitest'

/** Six reviews of the same rating, which praise how quiet it is. */
const reviews = (rating: number): ReviewSketch[] =>
  [1, 2, 3, 4, 5, 6].map((month) => ({
    text: 'Very quiet kettle.',
    rating,
    writtenAt: `2026-0${month}-03`,
    opinions: [{ aspect: 'noise', polarity: 'positive', quote: 'Very quiet kettle.', term: 'quiet' }],
  }))

it('names no cheapest of things whose prices are not known, and says so', async () => {
  const corpus = memoryCorpus([
    { id: 'itm_kettlebolt', name: 'Bolt', category: 'kettles', reviews: reviews(5) },
    { id: 'itm_kettleares', name: 'Ares', category: 'kettles', reviews: reviews(3) },
    { id: 'itm_lampwithpr', name: 'Lux', category: 'lamps', price: { minor: 900, currency: 'USD' }, reviews: [] },
  ])
  const workflow = createWorkflow({
    catalogue: createFakeCatalogue(corpus),
    search: createFakeItemSearch(corpus),
    evidence: createFakeEvidenceSource(corpus),
    onUnsupported: (sentence) => expect.unreachable(sentence),
  })
  let text = ''
  await workflow.run(
    {
      runId: RunId.parse('run_0123456789'),
      chatId: ChatId.parse('cht_0123456789'),
      messageId: MessageId.parse('msg_0123456789'),
      question: 'cheapest kettle',
      memory: [],
    },
    {
      emit: (part) => {
        if (part.type === 'text-delta') text += part.delta
      },
      signal: AbortSignal.timeout(10_000),
    },
  )
  expect(text).toMatch(/^No prices are known here to go by\./)
  expect(text).not.toMatch(/Cheapest/)
})
