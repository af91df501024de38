import { ItemId, ReviewId } from '@reviewguide/contracts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemKey, normaliseName, type ReviewIdentity, reviewKey } from './keys.ts'
import { createOccurrences } from './occurrences.ts'

const review = (change: Partial<ReviewIdentity> = {}): ReviewIdentity => ({
  source: 'shop',
  externalId: null,
  itemId: ItemId.parse('itm_0000000000'),
  author: null,
  writtenAt: null,
  title: null,
  body: 'good',
  rating: 5,
  ...change,
})
const keyOf = (change: Partial<ReviewIdentity> = {}, occurrence = 1) => reviewKey(review(change), () => occurrence)

const name = (text: string) => itemKey({ source: text, externalId: null, name: text })

describe('itemKey', () => {
  it('knows an item by source and id', () => {
    const item = { source: 'a', externalId: '1', name: 'X' }
    expect(itemKey(item)).toBe(itemKey({ ...item, name: 'Y' }))
    expect(itemKey(item)).not.toBe(itemKey({ ...item, source: 'b' }))
    expect(ItemId.safeParse(itemKey(item)).success).toBe(true)
  })

  it('knows an item without an id by its normalised name, whichever the source', () => {
    expect(name('Fenlo Lite 13')).toBe(name('  FENLO  lite-13 '))
    expect(name('Fenlo Lite 13')).not.toBe(name('Fenlo Lite 14'))
  })
})

describe('reviewKey', () => {
  it('goes by source and id where there is one', () => {
    expect(keyOf({ externalId: '7', body: 'a' })).toBe(keyOf({ externalId: '7', body: 'b' }, 2))
    expect(keyOf({ externalId: '7' })).not.toBe(keyOf({ externalId: '7', source: 'other' }))
    expect(ReviewId.safeParse(keyOf()).success).toBe(true)
  })

  it('goes by item, author, date and text where it has an author or a date', () => {
    const ann = { author: 'Ann' }
    expect(keyOf(ann)).toBe(keyOf({ ...ann, rating: 1 }, 9))
    expect(keyOf(ann)).not.toBe(keyOf({ author: 'Bob' }))
    expect(keyOf(ann)).not.toBe(keyOf({ ...ann, writtenAt: '2024-01-01T00:00:00.000Z' }))
    expect(keyOf(ann)).not.toBe(keyOf({ ...ann, body: 'bad' }))
  })

  it('else goes by content and occurrence, so that two people who wrote "good" are two', () => {
    const file = createOccurrences()
    const next = () => reviewKey(review(), (content) => file.count(content))
    const again = createOccurrences()
    const first = [next(), next()]
    expect(new Set(first).size).toBe(2)
    expect([1, 2].map(() => reviewKey(review(), (content) => again.count(content)))).toEqual(first)
  })

  it('never takes one field for another', () => {
    const field = fc.string({ minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(field, field, field, field, (a, b, c, d) => {
        fc.pre(a !== c || b !== d)
        expect(keyOf({ author: a, body: b })).not.toBe(keyOf({ author: c, body: d }))
      }),
    )
  })
})

describe('normaliseName', () => {
  it('keeps a name that is all marks', () => {
    expect(normaliseName('+++')).toBe('+++')
    expect(normaliseName('?!')).toBe('?!')
  })
})
