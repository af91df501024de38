import { globSync, readFileSync } from 'node:fs'
import { ImportLine } from '@reviewguide/contracts'
import { createOpinionFinder, trustContexts, weighReview } from '@reviewguide/opinions'
import { expect, it } from 'vitest'

const finder = createOpinionFinder()
const lines = globSync('sample-data/*.jsonl')
  .flatMap((path) => readFileSync(path, 'utf8').trim().split('\n'))
  .map((line) => ImportLine.parse(JSON.parse(line)))
const reviews = lines.map(({ item, review }) => ({
  item: item.id ?? item.name,
  source: 'sample',
  brand: item.brand ?? null,
  text: review.text,
  rating: review.rating ?? null,
  author: review.author ?? null,
  writtenAt: review.writtenAt ?? null,
  verified: review.verified ?? null,
  id: review.id ?? '',
  category: item.category ?? '',
}))
const contexts = trustContexts(reviews)
const trusts = new Map(
  reviews.map((review, at) => {
    const opinions = finder.find(review.text, review.category)
    return [review.id, weighReview({ ...review, opinions }, contexts[at] as (typeof contexts)[number])]
  }),
)
const weightsOf = (kind: string) =>
  [...trusts].filter(([id]) => id.startsWith(`planted-${kind}`)).map(([, { weight }]) => weight)

it('believes the first of the planted copies, and doubts the others', () => {
  for (const [first, ...others] of [weightsOf('copy'), weightsOf('reworded')]) {
    expect(first).toBe(1)
    expect(others).toHaveLength(2)
    for (const weight of others) expect(weight).toBeLessThan(0.3)
  }
})

it('counts the planted burst, and the admirer, like one or two reviews', () => {
  for (const kind of ['burst', 'fan']) {
    const total = weightsOf(kind).reduce((sum, weight) => sum + weight, 0)
    expect(total).toBeGreaterThan(0.4)
    expect(total).toBeLessThan(2)
  }
})

it('believes everybody else by more than a half', () => {
  const doubted = [...trusts].filter(([id, { weight }]) => !id.startsWith('planted-') && weight < 0.5)
  expect(doubted).toEqual([])
})
