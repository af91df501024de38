import { expect, test } from 'vitest'
import { askedKinds } from './asked-kinds.ts'
import { searchTerms } from './search-terms.ts'
import { itemWords } from './word-relevance.ts'
import { wordStatistics } from './word-statistics.ts'

const names = [
  ...Array.from({ length: 12 }, (_, at) => `White Shade ${at} Sofa`),
  ...['Soft', 'Warm', 'Cool', 'Clear'].map((tone) => `${tone} Light Bulb`),
  '60-Watt Soft White (2700K) Light Bulb',
  'Light Switch',
]
const items = names.map((name) => itemWords({ name, brand: null, category: 'home', attributes: {} }))
const statistics = wordStatistics(items, true)

test('a name names its thing by a noun that names often end in, else by its first', () => {
  expect(statistics.kindAmong(['white', 'bulb'])).toBe('bulb')
  expect(statistics.kindAmong(['bulb', 'switch'])).toBe('bulb')
  expect(statistics.kindAmong(['unheard', 'white'])).toBe('unheard')
  expect(statistics.kindAmong([])).toBeUndefined()
  expect(statistics.kindOf(names.length - 2)).toBe('bulb')
})

test('what is asked for is what most items are that have the words', () => {
  const asked = (query: string) => [...askedKinds(searchTerms(query, statistics), statistics)]
  expect(asked('warm light')[0]).toEqual(['bulb', 1])
  expect(asked('warm light').map(([kind]) => kind)).toEqual(['bulb', 'switch'])
  expect(asked('white')[0]).toEqual(['sofa', 1])
  expect(asked('unheard')).toEqual([])
  expect(asked('')).toEqual([])
})
