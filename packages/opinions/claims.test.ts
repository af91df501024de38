import { describe, expect, it } from 'vitest'
import { type ClaimContext, checkClaim } from './claims.ts'

const context: ClaimContext = {
  subjects: [
    {
      name: 'Tern Sprint 2',
      ratios: [
        { part: 41, total: 46 },
        { part: 9, total: 14 },
      ],
      splits: [{ positive: 11, negative: 8 }],
      figures: ['4.3', '$79.99', '86'],
    },
  ],
  evidence: new Map([
    [1, { itemName: 'Tern Sprint 2', quote: 'They never moved, not even on the hill.' }],
    [2, { itemName: 'Pico One', quote: 'Fine for the money.' }],
  ]),
  given: ['$100'],
}
const check = (text: string) => checkClaim(text, context)

describe('checkClaim', () => {
  it('supports a cited share that the figures hold', () => {
    expect(check('41 of 46 people who mention the fit of the Tern Sprint 2 praise it [1].')).toEqual({
      verdict: 'supported',
      cited: [1],
      problems: [],
    })
  })

  it('reads a rating on its scale, not as a share', () => {
    expect(check('It averages 4.3 out of 5 stars.').verdict).toBe('plain')
    expect(check('It averages 4.4 out of 5 stars.').verdict).toBe('unsupported')
  })

  it('does not take the number in a name for a figure', () => {
    expect(check('The Tern Sprint 2 costs $79.99.').verdict).toBe('plain')
  })

  it.each([
    ['a share that nobody counted', '42 of 46 people praise the fit [1].'],
    ['a share of another aspect', '41 of 14 praise it [1].'],
    ['an invented rating', 'It is rated 4.9 [1].'],
    ['an invented price', 'The Tern Sprint 2 costs $49.'],
    ['a citation that does not exist', 'People praise the fit [7].'],
    ["another item's evidence", 'People praise the fit [2].'],
    ['an invented quotation', 'One runner says “they fell out at once” [1].'],
    ['a quotation of evidence that is not cited', 'One runner says “Fine for the money” [1].'],
    ['a judgement without evidence', 'People love the fit.'],
    ['an invented division', 'Bass divides people, 12 for and 8 against [1].'],
  ])('refuses %s', (_, text) => {
    expect(check(text).verdict).toBe('unsupported')
  })

  it('supports exact quotations, divisions and the question’s own limits', () => {
    expect(check('One says “not even on the hill” [1].').verdict).toBe('supported')
    expect(check('Bass divides people, 11 for and 8 against [1].').verdict).toBe('supported')
    expect(check('Nothing else under $100 stays put as well [1].').verdict).toBe('supported')
  })
})
