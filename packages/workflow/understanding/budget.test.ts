import { describe, expect, it } from 'vitest'
import { readBudget, readMinRating } from './budget.ts'

const usd = (major: number) => ({ minor: Math.round(major * 100), currency: 'USD' })

describe('readBudget', () => {
  it.each([
    ['best earbuds for running under $100', { max: usd(100) }],
    ['light laptop for college under 700', { max: usd(700) }],
    ['at most 1,299.50 dollars please', { max: usd(1299.5) }],
    ['a laptop below 1.5k', { max: usd(1500) }],
    ['laptop below 2k', { max: usd(2000) }],
    ['something between $50 and $80', { min: usd(50), max: usd(80) }],
    ['earbuds $50-80', { min: usd(50), max: usd(80) }],
    ['hotel over $100', { min: usd(100) }],
    ['earbuds over 100', { min: usd(100) }],
    ['a vacuum for $200 or less', { max: usd(200) }],
    ['around $100', { max: usd(120) }],
    ['under 80 euros', { max: { minor: 8000, currency: 'EUR' } }],
    ['below £45', { max: { minor: 4500, currency: 'GBP' } }],
    ['less than ₹2,000', { max: { minor: 200000, currency: 'INR' } }],
  ])('reads %j', (text, expected) => {
    const read = readBudget(text, 'USD')
    expect({ ...(read?.min ? { min: read.min } : {}), ...(read?.max ? { max: read.max } : {}) }).toEqual(expected)
  })

  it.each([
    'under 2 kg',
    'at least 4 stars',
    'less than 10 minutes from the station',
    'over 20 hours',
    'over 4',
    'games for people over 16',
    'the Orso 2',
    'for 4 people',
    'within 5 km',
    'earbuds from 2024',
  ])('reads no money in %j', (text) => {
    expect(readBudget(text, 'USD')).toBeNull()
  })

  it('takes the corpus’ currency where none is named, and says so', () => {
    expect(readBudget('under 100', 'INR')).toMatchObject({
      max: { minor: 10000, currency: 'INR' },
      currencyAssumed: true,
    })
    expect(readBudget('under $100', 'INR')).toMatchObject({ currencyAssumed: false })
    expect(readBudget('under 100', null)).toBeNull()
  })
})

describe('readMinRating', () => {
  it.each([
    ['hotels with at least 4 stars', 4],
    ['rated above 3.5', 3.5],
    ['4+ stars', 4],
    ['4 stars or better', 4],
  ])('reads %j', (text, expected) => {
    expect(readMinRating(text)?.stars).toBe(expected)
  })

  it('reads no rating in a price or a count', () => {
    expect(readMinRating('over $4')).toBeUndefined()
    expect(readMinRating('at least 2 rooms')).toBeUndefined()
  })
})
