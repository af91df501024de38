import type { ItemId } from '@reviewguide/contracts'
import type { EvidenceSource } from '@reviewguide/workflow/ports'
import { describe, expect, test } from 'vitest'
import { smallCorpus } from './small-corpus.ts'

const signal = new AbortController().signal
const stride = 'itm_larkstride1' as ItemId
const mora = 'itm_moraquiet2' as ItemId
const harbour = 'itm_harbourrooms5' as ItemId
const empty = 'itm_emptyshelf7' as ItemId
const unknown = 'itm_unknown0000' as ItemId

/** What every `EvidenceSource` does over the small corpus. */
export function evidenceSourceContract(implementation: string, open: () => EvidenceSource): void {
  describe(`EvidenceSource: ${implementation}`, () => {
    test('ledgers come in the order asked, without unknown items, and count each review once', async () => {
      const ledgers = await open().ledgers([mora, unknown, stride, empty], signal)
      expect(ledgers.map(({ itemId }) => itemId)).toEqual([mora, stride, empty])
      expect(ledgers[1]).toMatchObject({ reviews: 4, rating: { count: 4, mean: 4, histogram: [0, 1, 0, 1, 2] } })
      expect(ledgers[1]?.ratingWeight).toBeCloseTo(2.7)
      const [fit] = ledgers[1]?.aspects ?? []
      expect(fit).toMatchObject({ aspect: 'fit', positive: 3, negative: 1, undecided: 0, mentions: 4 })
      expect(fit?.positiveWeight).toBeCloseTo(2.1)
      expect(fit?.negativeWeight).toBeCloseTo(0.6)
      expect(ledgers[2]).toEqual({
        itemId: empty,
        reviews: 0,
        rating: { mean: null, adjusted: null, count: 0, histogram: [0, 0, 0, 0, 0] },
        ratingWeight: 0,
        tone: null,
        aspects: [],
      })
    })

    test('priors are what is usual in a category, also in one that nobody knows', async () => {
      const [earbuds, movers, boats] = await open().priors(['earbuds', 'movers', 'boats'], signal)
      expect(earbuds?.category).toBe('earbuds')
      expect(earbuds?.ratingMean).toBeCloseTo(31 / 8)
      // By trust: 2.1 of praise beside 0.6 of complaint on one item, a complaint of 1 on another.
      expect(earbuds?.aspects.fit?.share).toBeCloseTo(2.1 / 3.7)
      expect(earbuds?.aspects['battery life']?.share).toBeCloseTo(1 / 2)
      expect(earbuds?.usual.share).toBeGreaterThan(0.5)
      expect(earbuds?.usual.share).toBeLessThan(0.8)
      expect(movers).toMatchObject({ ratingMean: null, usual: { share: 1 } })
      const nothing = { share: 0.5, tone: 0, slope: 0, strength: 20 }
      expect(boats).toEqual({ category: 'boats', ratingMean: null, aspects: {}, usual: nothing })
    })

    test('every quote is the very span of its review, also behind characters of two units', async () => {
      const texts = new Map(smallCorpus().reviews.map(({ reviewId, text }) => [reviewId, text]))
      const quotes = await open().quotes({ itemIds: [stride, mora, harbour], aspects: [], perSide: 5 }, signal)
      expect(quotes.length).toBeGreaterThan(8)
      for (const { reviewId, start, end, quote } of quotes) expect(texts.get(reviewId)?.slice(start, end)).toBe(quote)
      expect(quotes.map(({ quote }) => quote)).toContain('The fit is perfect, they never moved.')
    })

    test('both sides, the most trusted first, each review once a side', async () => {
      const quotes = await open().quotes({ itemIds: [stride], aspects: ['fit'], perSide: 5 }, signal)
      expect(quotes.filter(({ polarity }) => polarity === 'negative').map(({ quote }) => quote)).toEqual([
        'The fit hurts my left ear.',
      ])
      const praise = quotes.filter(({ polarity }) => polarity === 'positive')
      expect(praise).toHaveLength(3)
      expect(praise[0]).toMatchObject({
        itemName: 'Lark Stride',
        aspect: 'fit',
        quote: 'The fit is perfect, they never moved.',
        rating: 5,
        verified: true,
        helpfulVotes: 12,
        writtenAt: '2025-04-02T00:00:00.000Z',
        source: { name: 'sample' },
        trust: { weight: 1, signals: [] },
      })
      expect(praise.at(-1)?.trust.weight).toBeCloseTo(0.1)
      expect(new Set(praise.map(({ reviewId }) => reviewId)).size).toBe(3)
    })

    test('no more than asked for, items and aspects in the order asked, mixed ones too', async () => {
      const quotes = await open().quotes({ itemIds: [mora, stride], aspects: ['sound', 'fit'], perSide: 1 }, signal)
      const cells = quotes.map(({ itemId, aspect, polarity }) => `${itemId} ${aspect} ${polarity}`)
      expect(cells).toEqual([
        `${mora} sound positive`,
        `${mora} fit negative`,
        `${stride} sound positive`,
        `${stride} fit positive`,
        `${stride} fit negative`,
      ])
      const breakfast = await open().quotes({ itemIds: [harbour], aspects: ['breakfast'], perSide: 2 }, signal)
      expect(breakfast.map(({ polarity }) => polarity)).toEqual(['mixed'])
    })

    test('nothing asked, nothing given', async () => {
      expect(await open().ledgers([], signal)).toEqual([])
      expect(await open().priors([], signal)).toEqual([])
      expect(await open().quotes({ itemIds: [], aspects: [], perSide: 2 }, signal)).toEqual([])
      expect(await open().quotes({ itemIds: [unknown], aspects: ['fit'], perSide: 2 }, signal)).toEqual([])
    })
  })
}
