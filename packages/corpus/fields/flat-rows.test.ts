import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flatRows } from './flat-rows.ts'

describe('flatRows', () => {
  it('makes columns of nested objects, two steps deep, and passes over what only wraps them', () => {
    expect(flatRows({ user: { name: 'Ann', address: { city: 'Lyon', geo: { lat: 1 } } }, text: 'a' })).toEqual([
      { 'user.name': 'Ann', 'user.address.city': 'Lyon', text: 'a' },
    ])
    expect(flatRows({ _id: '1', _source: { text: 'a', user: { name: 'Ann' } } })).toEqual([
      { _id: '1', text: 'a', 'user.name': 'Ann' },
    ])
  })

  it('gives a row for each review that an item holds', () => {
    const reviews = [{ text: 'a', author: { name: 'Ann' } }, { text: 'b' }]
    for (const key of ['reviews', 'review', 'customerReviews', 'comments'])
      expect(flatRows({ id: 'p', brand: { name: 'Orrin' }, [key]: reviews })).toEqual([
        { id: 'p', 'brand.name': 'Orrin', 'reviews.text': 'a', 'reviews.author.name': 'Ann' },
        { id: 'p', 'brand.name': 'Orrin', 'reviews.text': 'b' },
      ])
    expect(flatRows({ id: 'p', reviews: [] })).toEqual([{ id: 'p', reviews: [] }])
    expect(flatRows({ text: 'a', images: [{ url: 'u' }] })).toEqual([{ text: 'a', images: [{ url: 'u' }] }])
  })

  it("takes what databases and XML put around a value for the value's own", () => {
    expect(
      flatRows({
        _id: { $oid: '5f' },
        date: { $date: '2020-03-01' },
        ratings: { overall: { min: '1', '#text': '4' } },
      }),
    ).toEqual([{ _id: '5f', date: '2020-03-01', 'ratings.overall': '4' }])
  })

  it('never loses a review of an item', () => {
    const review = fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue(), { maxKeys: 3 })
    fc.assert(
      fc.property(
        fc.array(review, { minLength: 1, maxLength: 5 }),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (reviews, item) => {
          expect(flatRows({ ...item, reviews })).toHaveLength(reviews.length)
        },
      ),
    )
  })
})
