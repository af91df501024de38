import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weighReview } from './trust.ts'

const alone = { sameText: 0, nearSameText: 0, burst: false }
const text =
  'The hinge broke after two months and nobody answered my letters, which is a pity since the screen is lovely.'
const names = (trust: ReturnType<typeof weighReview>) => trust.signals.map(({ name }) => name)

describe('weighReview', () => {
  it('trusts a plain review fully, and missing data lowers nothing', () => {
    expect(weighReview({ text, opinions: [] }, alone)).toEqual({ weight: 1, signals: [] })
    expect(weighReview({ text, opinions: [], rating: null, verified: null, author: null }, alone).weight).toBe(1)
  })

  it('names each signal and adds up the effects', () => {
    const trust = weighReview({ text, opinions: [], verified: false }, { sameText: 3, nearSameText: 0, burst: true })
    expect(names(trust)).toEqual(['repeated_text', 'burst', 'not_verified'])
    expect(trust.weight).toBe(0.05)
    expect(trust.signals[0]?.text).toContain('3 other reviews')
  })

  it('does not doubt people who wrote the same few words', () => {
    expect(
      weighReview({ text: 'Good product', opinions: [{ polarity: 'positive' }] }, { ...alone, sameText: 40 }).weight,
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

  it('stays within 0.05 and 1', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(3),
        fc.nat(3),
        fc.boolean(),
        fc.option(fc.boolean()),
        (body, sameText, nearSameText, burst, verified) => {
          const { weight } = weighReview({ text: body, opinions: [], verified }, { sameText, nearSameText, burst })
          expect(weight).toBeGreaterThanOrEqual(0.05)
          expect(weight).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
