import { expect, test } from 'vitest'
import { didYouMean, nearNames } from './near-names.ts'

const categories = ['earbuds', 'hotels', 'laptops', 'vacuum cleaners']

test('slips of the pen and parts of a name are near, other words are not', () => {
  expect(nearNames('laptop', categories)).toEqual(['laptops'])
  expect(nearNames('Hotls', categories)).toEqual(['hotels'])
  expect(nearNames('vacuum', categories)).toEqual(['vacuum cleaners'])
  expect(nearNames('garden chairs', categories)).toEqual([])
})

test('near names are asked after in a sentence', () => {
  expect(didYouMean([])).toBe('')
  expect(didYouMean(['a'])).toBe(' Did you mean a?')
  expect(didYouMean(['a', 'b', 'c'])).toBe(' Did you mean a, b or c?')
})
