import { expect, test } from 'vitest'
import { type AuthoredReview, findOneSidedAuthors, isOneAuthor } from './one-sided-authors.ts'

const review = (over: Partial<AuthoredReview>): AuthoredReview => ({
  item: 'x',
  source: 's',
  author: null,
  brand: null,
  rating: 5,
  ...over,
})
/** Forty people, each of whom reviews two of twenty items of ten brands. */
const crowd = Array.from({ length: 80 }, (_, at) =>
  review({ item: `i${at % 20}`, brand: `b${at % 10}`, author: `p${at % 41}`, rating: 1 + (at % 5) }),
)
const contextsOf = (...more: AuthoredReview[]) => findOneSidedAuthors([...crowd, ...more]).slice(crowd.length)
const times = (n: number, make: (at: number) => AuthoredReview) => Array.from({ length: n }, (_, at) => make(at))

test('several reviews of one item under one name are one person’s', () => {
  expect(contextsOf(...times(4, () => review({ item: 'i1', author: 'Fan' })))).toEqual(
    times(4, () => review({})).map(() => ({ ofItem: 4, ofBrand: 0 })),
  )
})

test('praise of several items of one brand is one-sided, unless another brand gets some or this one gets less', () => {
  const fan = (at: number) => review({ item: `i${at * 10}`, brand: 'b0', author: 'Fan' })
  expect(contextsOf(...times(4, (at) => ({ ...fan(at), item: `new${at}` }))).map(({ ofBrand }) => ofBrand)).toEqual([
    4, 4, 4, 4,
  ])
  const divided = [...times(4, (at) => ({ ...fan(at), item: `new${at}` }))]
  expect(contextsOf(...divided, review({ item: 'i3', brand: 'b3', author: 'Fan' }))[0]?.ofBrand).toBe(0)
  expect(contextsOf(...divided, review({ item: 'i0', brand: 'b0', author: 'Fan', rating: 2 }))[0]?.ofBrand).toBe(0)
})

test('names that are nobody’s, and names that many bear, hold nothing against a review', () => {
  for (const author of ['Amazon Customer', 'A Google user', 'anonymous', null])
    expect(contextsOf(...times(9, () => review({ item: 'i1', author })))[0]).toEqual({ ofItem: 1, ofBrand: 0 })
  const spread = times(9, (at) => review({ item: at < 4 ? 'i1' : `i${at}`, author: 'Bob' }))
  expect(contextsOf(...spread)[0]?.ofItem).toBe(1)
})

test('a source of one item, or of one brand, tells nothing about its authors', () => {
  expect(isOneAuthor({ author: 'Fan', all: 20, ofSubject: 20, source: { all: 60, ofSubject: 60 } })).toBe(false)
  expect(isOneAuthor({ author: 'Fan', all: 4, ofSubject: 4, source: { all: 60, ofSubject: 30 } })).toBe(false)
  expect(isOneAuthor({ author: 'Fan', all: 4, ofSubject: 4, source: { all: 60, ofSubject: 6 } })).toBe(true)
})

test('two reviews are too few, and the same name elsewhere is somebody else', () => {
  expect(contextsOf(...times(2, () => review({ item: 'i1', author: 'Fan' })))[0]?.ofItem).toBe(1)
  expect(contextsOf(...times(4, (at) => review({ item: 'i1', author: 'Fan', source: `s${at}` })))[0]?.ofItem).toBe(1)
})
