import { alone } from '@reviewguide/opinions'
import { afterAll, describe, expect, it } from 'vitest'
import type { ReviewText } from '../ports/index.ts'
import { createReviewAnalysis, weigh } from './analyse-review.ts'
import { createWorkerAnalyser } from './worker-analyser.ts'

const review = (body: string): ReviewText => ({
  body,
  title: null,
  category: 'earbuds',
  rating: 4,
  writtenAt: null,
  author: null,
  verified: null,
  helpfulVotes: null,
  language: null,
})

describe('createWorkerAnalyser', () => {
  const analyser = createWorkerAnalyser({ threads: 2 })
  afterAll(() => analyser.close())

  it('gives for each review what the analysis gives, in order, on several threads', { timeout: 30_000 }, async () => {
    const reviews = Array.from({ length: 500 }, (_, i) =>
      review(i % 2 ? `🎧 ${i}! The sound is great.` : `Number ${i} broke.`),
    )
    const results = await analyser.analyse(reviews)
    const here = createReviewAnalysis()
    expect(results).toEqual(reviews.map(here))
    const [, second] = results
    expect(second?.opinions.map(({ term, polarity }) => [term, polarity])).toEqual([['sound', 'positive']])
    for (const { term, termStart, termEnd } of second?.opinions ?? [])
      expect(reviews[1]?.body.slice(termStart, termEnd)).toBe(term)
  })

  it('refuses what is asked of it after its end', async () => {
    const closed = createWorkerAnalyser({ threads: 1 })
    const working = closed.analyse([review('Fine.')])
    await closed.close()
    await expect(working).rejects.toThrow()
  })
})

describe('createReviewAnalysis', () => {
  const analyse = createReviewAnalysis()

  it('mines English and leaves other languages their rating and text', () => {
    const german = analyse(
      review('Der Klang ist sehr gut und die Batterie hält lange, aber das Gehäuse ist nicht schön.'),
    )
    expect(german).toMatchObject({ language: 'de', opinions: [] })
  })

  it('has a fingerprint only where repetition would say something', () => {
    expect(analyse(review('good product')).fingerprint).toBeNull()
    const long = analyse(review('I have worn these on every single run since March and they never fell out.'))
    const shouted = analyse(review('I HAVE worn these, on every single run since March; and they never fell out!'))
    expect(long.fingerprint).not.toBeNull()
    expect(shouted.fingerprint).toBe(long.fingerprint)
  })
})

describe('weigh', () => {
  it('lowers the weight of a repeated text and says why', () => {
    const text = {
      ...review('I have worn these on every single run since March and they never fell out.'),
      polarities: [],
    }
    expect(weigh(text, alone).weight).toBe(1)
    const repeated = weigh(text, { ...alone, same: { others: 3, original: 0, listed: 0 } })
    expect(repeated.weight).toBeLessThan(0.5)
    expect(repeated.signals.length).toBeGreaterThan(0)
  })
})
