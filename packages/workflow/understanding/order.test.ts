import { describe, expect, it } from 'vitest'
import { readOrder } from './order.ts'

describe('readOrder', () => {
  it.each([
    ['cheapest laptop', 'lowest'],
    ['the least expensive hotel near the station', 'lowest'],
    ['most expensive hotel', 'highest'],
  ])('by price: %s', (text, first) => {
    expect(readOrder(text, 'EUR')).toEqual({ priceOrder: { first, currency: 'EUR' } })
    expect(readOrder(text, null)).toEqual({})
  })

  it.each([
    'which is the worst laptop?',
    'which earbuds should I avoid?',
    'hotels to stay away from',
    'laptops to avoid',
  ])('the least liked first: %s', (text) => expect(readOrder(text, 'USD')).toEqual({ worstFirst: true }))

  it.each([
    'cheap laptop',
    'expensive looking hotel',
    'a quiet vacuum to avoid waking the baby',
    "what's the worst thing about the Tern Sprint",
    'best earbuds',
  ])('none: %s', (text) => expect(readOrder(text, 'USD')).toEqual({}))
})
