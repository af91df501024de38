import { describe, expect, it } from 'vitest'
import { counted, day, initials, money, stars } from './words.ts'

describe('words', () => {
  it('writes money without empty cents', () => {
    expect(money({ minor: 7900, currency: 'USD' })).toBe('$79')
    expect(money({ minor: 7999, currency: 'USD' })).toBe('$79.99')
    expect(money({ minor: 1200, currency: 'JPY' })).toBe('¥1,200')
  })
  it('counts', () => {
    expect(counted(1, 'review')).toBe('1 review')
    expect(counted(1284, 'review')).toBe('1,284 reviews')
    expect(counted(2, 'person', 'people')).toBe('2 people')
  })
  it('keeps one digit of stars', () => expect(stars(4)).toBe('4.0'))
  it('gives the day that the review bears, and what it cannot read as it is', () => {
    expect(day('2025-03-04T23:30:00.000Z')).toBe('4 March 2025')
    expect(day('long ago')).toBe('long ago')
  })
  it.each([
    ['Tern Sprint', 'TS'],
    ['Pico', 'P'],
    ['— (new) 3000 kettle', 'N3'],
    ['قهوة البيت', 'قا'],
    ['😀', '?'],
    ['', '?'],
  ])('stands for %j with %j', (name, expected) => expect(initials(name)).toBe(expected))
})
