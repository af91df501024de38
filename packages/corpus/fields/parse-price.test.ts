import { describe, expect, it } from 'vitest'
import { currencyIn, parsePrice, toMoney } from './parse-price.ts'

describe('parsePrice', () => {
  it.each([
    ['₹1,299', null, '1299', 'INR'],
    ['Rs. 499', null, '499', 'INR'],
    ['$79.99', null, '79.99', 'USD'],
    ['1.299,00 €', null, '1299.00', 'EUR'],
    ['€ 12,5', null, '12.5', 'EUR'],
    ['1,23,456', 'INR', '123456', 'INR'],
    ['20990', 'INR', '20990', 'INR'],
    ['1299 USD', 'INR', '1299', 'USD'],
    ["1'299.50", 'CHF', '1299.50', 'CHF'],
  ])('reads %s', (text, currency, amount, expected) => {
    expect(parsePrice(text, currency)).toEqual({ amount, currency: expected })
  })

  it.each(['79.99', 'free', '', '$', '$10 - $20', '12345678901234 USD'])('gives none for "%s"', (text) => {
    expect(parsePrice(text, null)).toBeNull()
  })
})

describe('toMoney', () => {
  it("counts in the currency's own minor unit", () => {
    expect(toMoney('79.99', 'USD')).toEqual({ minor: 7999, currency: 'USD' })
    expect(toMoney('1299', 'JPY')).toEqual({ minor: 1299, currency: 'JPY' })
    expect(toMoney('0.29', 'USD')?.minor).toBe(29)
  })
})

describe('currencyIn', () => {
  it('finds a code among the words of a column name, and takes no other three letters', () => {
    expect(currencyIn('price_inr')).toBe('INR')
    expect(currencyIn('the new price')).toBeNull()
  })
})
