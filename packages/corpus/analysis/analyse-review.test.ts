import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../clean-text.ts'
import { createReviewAnalysis } from './analyse-review.ts'

const analyse = createReviewAnalysis()
const review = (body: string, rest: object = {}) => ({
  body,
  title: null,
  category: 'earbuds',
  rating: 4,
  writtenAt: null,
  author: null,
  verified: null,
  helpfulVotes: null,
  language: null,
  ...rest,
})

describe('createReviewAnalysis', () => {
  it('gives spans that quote the cleaned text exactly, whatever stands in it', () => {
    const pieces = [
      'The sound is great',
      'the battery died after a week',
      'I love the fit, but the case squeaks',
      '. ',
      '! ',
      '\r\n',
      '<br/>',
      ' &amp; ',
      ' 👍🏽 ',
      ' e\u0301 ',
      ' \u{1F468}\u200D\u{1F469} ',
      ' <b>bass</b> is weak ',
      '&eacute;',
      '\u0000',
    ]
    let found = 0
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const body = cleanText(parts.join(''))
        for (const { term, termStart, termEnd, quoteStart, quoteEnd } of analyse(review(body)).opinions) {
          found++
          expect(body.slice(termStart, termEnd)).toBe(term)
          expect(quoteStart).toBeLessThanOrEqual(termStart)
          expect(quoteEnd).toBeGreaterThanOrEqual(termEnd)
          expect(body.slice(quoteStart, quoteEnd).isWellFormed()).toBe(true)
        }
      }),
    )
    expect(found).toBeGreaterThan(50)
  })

  it('finds opinions in English alone, and in what names no language', () => {
    const body = 'The sound is great and the battery lasts long.'
    for (const language of ['en', null, 'und'])
      expect(analyse(review(body, { language })).opinions.length).toBeGreaterThan(0)
    expect(analyse(review(body, { language: 'de' }))).toMatchObject({ opinions: [], language: 'de' })
    expect(analyse(review('Der Klang ist sehr gut und der Akku hält lange.'))).toMatchObject({
      opinions: [],
      language: 'de',
    })
  })
})
