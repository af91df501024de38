import { createFakeEvidenceSource, smallCorpus } from '@reviewguide/testing'
import { expect, test } from 'vitest'
import { scoredAspects, scoredItems } from './aspect-scores.ts'

const weights = { undecided: 0, mentions: 3, positiveWeight: 1.5, negativeWeight: 0.5 }
const ledger = (aspect: string) => ({
  itemId: 'itm_x' as never,
  reviews: 3,
  rating: { mean: null, adjusted: null, count: 0, histogram: [0, 0, 0, 0, 0] as [0, 0, 0, 0, 0] },
  ratingWeight: 0,
  tone: null,
  aspects: [{ aspect, positive: 2, negative: 1, ...weights }],
})

test('a score is the share of praise by weight, drawn towards what is usual for the aspect, else for the category', () => {
  const usual = { share: 0.75, tone: 0, slope: 0, strength: 20 }
  const fit = { share: 0.25, tone: 0, slope: 0, strength: 4 }
  const prior = { category: 'earbuds', ratingMean: 4, aspects: { fit }, usual }
  expect(scoredAspects(ledger('fit'), prior)[0]?.score).toBeCloseTo((1.5 + 4 * 0.25) / 6, 6)
  expect(scoredAspects(ledger('bass'), prior)[0]?.score).toBeCloseTo((1.5 + 20 * 0.75) / 22, 6)
  // What nobody mentions is scored by what is usual.
  expect(scoredAspects(ledger('bass'), prior)[1]).toMatchObject({ aspect: 'fit', mentions: 0, score: 0.25 })
  expect(scoredAspects(ledger('bass'), undefined)[0]?.score).toBeCloseTo((1.5 + 20 * 0.5) / 22, 6)
})

test('every item comes in its order, also one that nobody reviewed', async () => {
  const corpus = smallCorpus()
  const earbuds = corpus.items.filter(({ category }) => category === 'earbuds')
  const evidence = createFakeEvidenceSource(corpus)
  const found = await Array.fromAsync(scoredItems(earbuds, evidence, new AbortController().signal))
  expect(found.map(({ name }) => name)).toEqual(earbuds.map(({ name }) => name))
  const unreviewed = found.find(({ name }) => name === 'Lark Basic')?.aspects ?? []
  expect(unreviewed.map(({ mentions }) => mentions)).toEqual(unreviewed.map(() => 0))
  expect(unreviewed.map(({ aspect }) => aspect)).toContain('fit')
  expect(found[0]?.aspects[0]).toMatchObject({ aspect: 'fit', positive: 3, negative: 1, mentions: 4 })
})
