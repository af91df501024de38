import { describe, expect, it } from 'vitest'
import { canonicalLine } from './fields/canonical-line.ts'
import type { FileDefaults } from './prepare-item.ts'
import { MAX_TEXT, prepareReview } from './prepare-review.ts'

const line = (review: object, item: object = {}, rest: object = {}) => ({
  item: { id: '1', name: 'Fenlo Lite 13', ...item },
  review: { text: 'Good.', ...review },
  ...rest,
})
const prepare = (value: unknown, defaults: Partial<FileDefaults> = {}) =>
  prepareReview(canonicalLine(value as Record<string, unknown>), false, { source: 'file', ...defaults }, () => 1)
const prepared = (...input: Parameters<typeof prepare>) => {
  const result = prepare(...input)
  if ('reason' in result || result.review === null) return expect.fail('reason' in result ? result.reason : 'no review')
  return { item: result.item, review: result.review }
}

describe('prepareReview', () => {
  it('cleans the body and keeps the title apart', () => {
    const { review } = prepared(line({ text: ' A &amp; <b>B</b>\r\n', title: 'So <i>so</i>' }))
    expect(review).toMatchObject({ body: 'A & B', title: 'So so' })
  })

  it('reads ratings on their scale and keeps the original', () => {
    expect(prepared(line({ rating: 8, ratingScale: 10 })).review).toMatchObject({
      rating: 4,
      ratingOriginal: 8,
      ratingScale: 10,
    })
    expect(prepared(line({ rating: 80 }), { ratingScale: 100 }).review.rating).toBe(4)
    expect(prepared(line({ rating: null })).review).toMatchObject({
      rating: null,
      ratingOriginal: null,
      ratingScale: null,
    })
  })

  it('keeps a review whose date nobody can read, and tells what stood there', () => {
    expect(prepare(line({ writtenAt: 'a week ago' }))).toMatchObject({
      unreadDate: 'a week ago',
      review: { writtenAt: null, body: 'Good.' },
    })
    expect(prepare(line({ writtenAt: '3 May 2020' }))).not.toHaveProperty('unreadDate')
    expect(prepare(line({ writtenAt: ' ' }))).not.toHaveProperty('unreadDate')
  })

  it('has prices in minor units', () => {
    expect(prepared(line({}, { price: { amount: '79.99', currency: 'USD' } })).item.price).toEqual({
      minor: 7999,
      currency: 'USD',
    })
  })

  it.each([
    [line({ text: '' }), 'no text'],
    [line({ text: ' <br> ' }), 'no text'],
    [{ item: { name: 'x' }, review: {} }, 'no text'],
    [line({}, { name: '' }), 'no item name'],
    [line({ rating: 6 }), 'rating out of range: 6 on a scale up to 5'],
    [line({ rating: 0 }), 'rating out of range: 0 on a scale up to 5'],
    [line({ rating: 'many' }), /^review\.rating: /],
    [line({ text: 'x'.repeat(MAX_TEXT + 1) }), /^text too long: /],
    [line({}, { kind: 'planet' }), /^item\.kind: /],
    [line({}, { attributes: { long: 'x'.repeat(1001) } }), /^attributes too large/],
  ])('gives the reason for what it refuses', (value, reason) => {
    expect(prepare(value)).toEqual({ reason: expect.stringMatching(reason) })
  })

  it('lets no address of another kind than the web through', () => {
    const { item, review } = prepared(
      line({ url: 'javascript:alert(1)' }, { url: 'https://shop.example/1', image: 'data:text/html,x' }),
    )
    expect([item.url, item.image, review.url]).toEqual(['https://shop.example/1', null, null])
  })

  it('takes category and kind of the import above those of the row, and the source below it', () => {
    const value = line({}, { category: 'Laptops', kind: 'product' }, { source: 'row' })
    expect(prepared(value, { category: 'Computers', kind: 'service' }).item).toMatchObject({
      category: 'computers',
      kind: 'service',
      source: 'row',
    })
    expect(prepared(line({})).item).toMatchObject({ category: 'uncategorised', kind: 'product', source: 'file' })
  })
})
