import { describe, expect, it } from 'vitest'
import { clockTime, counted, day, initials, money, stars, whenAgain } from './words.ts'

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
  it('tells when to come back, and never a time that is too early', () => {
    const now = new Date('2026-03-04T14:05:20Z')
    expect(whenAgain(new Date('2026-03-04T14:05:59.200Z'), now)).toBe('in 40 seconds')
    expect(whenAgain(new Date('2026-03-04T14:05:20.100Z'), now)).toBe('in 1 second')
    expect(whenAgain(new Date('2026-03-04T14:09:01Z'), now)).toBe(`at ${clockTime(new Date('2026-03-04T14:10:00Z'))}`)
    expect(whenAgain(now, now)).toBe('now')
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
