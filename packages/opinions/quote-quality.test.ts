import { describe, expect, it } from 'vitest'
import { quoteQuality } from './quote-quality.ts'

describe('quoteQuality', () => {
  const good = quoteQuality('The battery lasts two full days of calls before it wants the charger.')

  it.each([
    'It is nice.',
    'WORST HOTEL EVER IN THE WHOLE WORLD',
    'Why would anybody sell a hinge like this one?',
    'and then it broke again',
    'See https://example.com for the whole story of the hinge.',
    '',
  ])('prefers a whole, calm, particular sentence to %j', (text) => {
    expect(quoteQuality(text)).toBeLessThan(good)
  })

  it('stays within 0 and 1', () => {
    expect(good).toBeLessThanOrEqual(1)
    expect(quoteQuality('!!!')).toBe(0)
  })
})
