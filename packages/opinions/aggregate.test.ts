import type { Polarity } from '@reviewguide/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countAspects } from './aggregate.ts'

const said = (aspect: string, polarity: Polarity, term = aspect) => ({ aspect, polarity, term })

describe('countAspects', () => {
  it('counts a review once for each aspect, on one side or none', () => {
    const rows = countAspects([
      {
        weight: 1,
        opinions: [said('screen', 'positive', 'Display'), said('screen', 'positive'), said('price', 'negative')],
      },
      { weight: 0.5, opinions: [said('screen', 'positive'), said('screen', 'negative')] },
      { weight: 0.25, opinions: [said('screen', 'negative'), said('screen', 'neutral')] },
      { weight: 1, opinions: [said('screen', 'neutral')] },
    ])
    expect(rows).toEqual([
      {
        aspect: 'screen',
        positive: 1,
        negative: 1,
        undecided: 2,
        mentions: 4,
        positiveWeight: 1,
        negativeWeight: 0.25,
        terms: ['screen', 'display'],
      },
      {
        aspect: 'price',
        positive: 0,
        negative: 1,
        undecided: 0,
        mentions: 1,
        positiveWeight: 0,
        negativeWeight: 1,
        terms: ['price'],
      },
    ])
  })

  it('gives the same rows in whatever order the reviews come', () => {
    const opinion = fc.record({
      aspect: fc.constantFrom('a', 'b', 'c'),
      polarity: fc.constantFrom<Polarity>('positive', 'negative', 'mixed', 'neutral'),
      term: fc.constantFrom('x', 'Y', 'z'),
    })
    const reviews = fc.array(
      fc.record({ weight: fc.double({ min: 0, max: 1, noNaN: true }), opinions: fc.array(opinion, { maxLength: 6 }) }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(
        reviews.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(countAspects(shuffled)).toEqual(countAspects(list))
          for (const row of countAspects(list)) expect(row.positive + row.negative + row.undecided).toBe(row.mentions)
        },
      ),
    )
  })
})
