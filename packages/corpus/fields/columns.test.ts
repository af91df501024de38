import { AppError } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import { mapColumns } from './columns.ts'

const map = (header: string, rows: Record<string, unknown>[] = [], given = {}) =>
  mapColumns(header.split(','), rows, given)

describe('mapColumns', () => {
  it('knows usual names', () => {
    expect(
      map('product_id,product_name,category,rating,title,text,date,reviewer,helpful_yes,helpful_total'),
    ).toMatchObject({
      'item.id': 'product_id',
      'item.name': 'product_name',
      'item.category': 'category',
      'review.rating': 'rating',
      'review.title': 'title',
      'review.text': 'text',
      'review.writtenAt': 'date',
      'review.author': 'reviewer',
      'review.helpfulVotes': 'helpful_yes',
    })
    expect(map('product_name,price_inr,rating,title,text,sentiment')).toMatchObject({
      'item.price': 'price_inr',
      'review.text': 'text',
    })
    expect(map('Review Text,Stars,Product')).toMatchObject({
      'review.text': 'Review Text',
      'review.rating': 'Stars',
      'item.name': 'Product',
    })
  })

  it('takes "id" for the item\'s where the reviews have columns of their own, else for the review\'s', () => {
    expect(
      map('id,name,asins,categories,reviews.id,reviews.rating,reviews.text,reviews.title,reviews.username'),
    ).toMatchObject({
      'item.id': 'id',
      'item.name': 'name',
      'review.id': 'reviews.id',
      'review.text': 'reviews.text',
      'review.title': 'reviews.title',
    })
    expect(map('id,product_name,text')).toMatchObject({ 'review.id': 'id', 'item.name': 'product_name' })
  })

  it('tells from the content which of two ambiguous columns is the text', () => {
    const rows = [{ Review: 'super!', Summary: 'great cooler with excellent air flow' }]
    expect(map('product_name,Rate,Review,Summary', rows)).toMatchObject({
      'review.text': 'Summary',
      'review.title': 'Review',
    })
    expect(map('asin,overall,reviewText,summary')).toMatchObject({
      'review.text': 'reviewText',
      'review.title': 'summary',
    })
  })

  it('puts what is given first, and names a column that is not there', () => {
    expect(map('product,text,note', [], { 'review.text': 'note' })).toMatchObject({ 'review.text': 'note' })
    expect(() => map('product,text', [], { 'review.text': 'nope' })).toThrow(AppError)
  })

  it('says which column is missing', () => {
    expect(() => map('product,stars')).toThrow(
      expect.objectContaining({ details: expect.stringContaining("the review's text") }),
    )
    expect(() => map('text,stars')).toThrow(expect.objectContaining({ details: expect.stringContaining('the item') }))
  })
})
