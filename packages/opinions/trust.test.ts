import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alone, type TrustContext, weighReview } from './trust.ts'

const text =
  'The hinge broke after two months and nobody answered my letters, which is a pity since the screen is lovely.'
const names = (trust: ReturnType<typeof weighReview>) => trust.signals.map(({ name }) => name)

describe('weighReview', () => {
  it('trusts a plain review fully, and missing data lowers nothing', () => {
    expect(weighReview({ text, opinions: [] }, alone)).toEqual({ weight: 1, signals: [] })
    expect(weighReview({ text, opinions: [], rating: null, verified: null, author: null }, alone).weight).toBe(1)
  })

  it('names each signal and adds up the effects', () => {
    const trust = weighReview(
      { text, opinions: [], verified: false },
      { ...alone, same: { others: 3, original: 0, listed: 0 }, burst: 0.2 },
    )
    expect(names(trust)).toEqual(['repeated_text', 'burst', 'not_verified'])
    expect(trust.weight).toBe(0.05)
    expect(trust.signals[0]?.text).toContain('3 other reviews')
  })

  it('does not doubt people who wrote the same few words', () => {
    expect(
      weighReview(
        { text: 'Good product', opinions: [{ polarity: 'positive' }] },
        {
          ...alone,
          same: { others: 40, original: 0, listed: 0 },
        },
      ).weight,
    ).toBe(1)
  })

  it('sees advertising and stars that contradict the text', () => {
    expect(names(weighReview({ text: 'Use promo code SAVE20 at www.example.com', opinions: [] }, alone))).toEqual([
      'promotional',
    ])
    const negative = [{ polarity: 'negative' }, { polarity: 'negative' }, { polarity: 'negative' }] as const
    expect(names(weighReview({ text, rating: 5, opinions: negative }, alone))).toEqual(['rating_at_odds'])
    expect(names(weighReview({ text, rating: 5, opinions: negative.slice(1) }, alone))).toEqual([])
    expect(names(weighReview({ text: 'ok', opinions: [] }, alone))).toEqual(['no_detail'])
  })

  const detailed = { text, opinions: [{ polarity: 'positive' }, { polarity: 'positive' }] } as const
  const weight = (over: Partial<TrustContext>, review: Parameters<typeof weighReview>[0] = detailed) =>
    weighReview(review, { ...alone, ...over }).weight

  it('believes the original, doubts its copies, and shares the doubt where nobody knows', () => {
    expect(weight({ same: { others: 4, original: 1, listed: 0 } })).toBe(1)
    expect(weight({ same: { others: 4, original: 0, listed: 0 } })).toBe(0.05)
    expect(weight({ same: { others: 1, original: 0.5, listed: 0 } })).toBe(0.5)
    expect(weight({ near: { others: 1, original: 0, triples: 14 } })).toBe(0.15)
    // What chance may explain leaves more than a half.
    expect(weight({ near: { others: 1, original: 0, triples: 7 } })).toBeGreaterThan(0.5)
  })

  it('does not take a script without spaces for a single word', () => {
    expect(weighReview({ text: '电池很耐用，屏幕也很亮，推荐。', opinions: [] }, alone)).toEqual({
      weight: 1,
      signals: [],
    })
  })

  it('hardly doubts a review that its shop lists under several items', () => {
    expect(weight({ same: { others: 0, original: 1, listed: 5 } })).toBe(0.95)
  })

  it('lets a burst count like a busy day, and thin praise in it less', () => {
    expect(weight({ burst: 0.3 })).toBe(0.3)
    expect(weight({ burst: 0.3 }, { text: 'Great, love it!', opinions: [{ polarity: 'positive' }] })).toBe(0.15)
    expect(weight({ burst: 1 })).toBe(1)
  })

  it('names no signal that takes nothing away', () => {
    const nearlyCertain = { ...alone, same: { others: 1, original: 0.9975, listed: 0 } }
    expect(weighReview({ text: '0 A 0 A 0', opinions: [], verified: null }, nearlyCertain).signals).toEqual([])
  })

  it('counts the reviews of one person on one item as one, and loyalty hardly at all', () => {
    expect(weight({ ofItem: 4 })).toBe(0.25)
    expect(weight({ ofBrand: 3 })).toBeGreaterThan(0.8)
    expect(weight({ ofBrand: 300 })).toBe(0.7)
  })

  it('stays within 0.05 and 1', () => {
    const copies = { others: fc.nat(9), original: fc.double({ min: 0, max: 1, noNaN: true }) }
    const contexts: fc.Arbitrary<TrustContext> = fc.record({
      same: fc.option(fc.record({ ...copies, listed: fc.nat(3) })),
      near: fc.option(fc.record({ ...copies, triples: fc.nat(20) })),
      burst: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      ofItem: fc.integer({ min: 1, max: 9 }),
      ofBrand: fc.nat(9),
    })
    fc.assert(
      fc.property(fc.string(), contexts, fc.option(fc.boolean()), (body, context, verified) => {
        const trust = weighReview({ text: body, opinions: [], verified }, context)
        expect(trust.weight).toBeGreaterThanOrEqual(0.05)
        expect(trust.weight).toBeLessThanOrEqual(1)
        for (const { effect } of trust.signals) expect(effect).toBeLessThan(0)
      }),
    )
  })
})
