import { expect, test } from 'vitest'
import { askedKinds } from './asked-kinds.ts'
import { searchTerms } from './search-terms.ts'
import { speaksOfFor } from './search-words.ts'
import { itemWords, wordRelevance } from './word-relevance.ts'
import { wordStatistics } from './word-statistics.ts'

const names = [
  'Chrome Shower Head with Hose',
  'Shower Curtain in Chrome Grey',
  'Shower Curtain Rod',
  'Bath Tub Shower Door',
  'Chrome Towel Bar',
  'Headset Stand',
  'Claw Foot Bathtub',
  'Hose Kit for Pumps',
  'Louver Vent',
  'Louvered Closet Door',
]
const items = names.map((name) => itemWords({ name, brand: null, category: 'bathroom', attributes: {} }))
const statistics = wordStatistics(items, true)
const fit = (query: string, item: (typeof items)[number], known = statistics) => {
  const terms = searchTerms(query, known)
  return wordRelevance(terms, item, known, { kinds: askedKinds(terms, known), forOthers: speaksOfFor(query) })
}
const relevance = (query: string, item = items[0]!) => fit(query, item)
const order = (query: string) =>
  names
    .map((name, at) => ({ name, relevance: relevance(query, items[at]!) }))
    .filter((one) => one.relevance > 0)
    .toSorted((a, b) => b.relevance - a.relevance)
    .map(({ name }) => name)

test.each([
  ['shower head', 'Chrome Shower Head with Hose'],
  ['curtain for the shower', 'Shower Curtain Rod', 'Shower Curtain in Chrome Grey'],
  ['shower rod', 'Shower Curtain Rod'],
  ['bathtub', 'Claw Foot Bathtub', 'Bath Tub Shower Door'],
  ['towl bar', 'Chrome Towel Bar'],
  ['louver closet door', 'Louvered Closet Door'],
  ['louver', 'Louver Vent', 'Louvered Closet Door'],
])('%s', (query, ...first) => expect(order(query).slice(0, first.length).toSorted()).toEqual(first.toSorted()))

test('the thing that is asked for comes before things that are for it', () => {
  const pump = itemWords({ name: 'Sump Pump', brand: null, category: 'bathroom', attributes: {} })
  const forPumps = itemWords({ name: 'Hose for Pumps', brand: null, category: 'bathroom', attributes: {} })
  expect(relevance('pump', pump)).toBeGreaterThan(relevance('pump', forPumps))
})

test('a thing for something else comes behind its like, but not where the query asks for one', () => {
  const named = (name: string) => itemWords({ name, brand: null, category: 'bathroom', attributes: {} })
  const plain = named('Long Hose Pumps')
  const forPumps = named('Long Hose for Pumps')
  const heads = { ...forPumps, heads: plain.heads }
  expect(relevance('long pumps', plain)).toBeGreaterThan(relevance('long pumps', heads))
  expect(relevance('long pumps', heads)).toBeGreaterThan(0)
  expect(relevance('long for pumps', heads)).toBe(relevance('long for pumps', plain))
})

test('what most things are that have the words comes before other things that have them as well', () => {
  const lamps = ['Bronze Porch Lantern', 'White Porch Lantern', 'Tall Porch Lantern', 'Oak Porch Swing']
  const porch = lamps.map((name) => itemWords({ name, brand: null, category: 'x', attributes: {} }))
  const counted = wordStatistics(porch, true)
  const of = porch.map((item) => fit('porch', item, counted))
  expect(of[0]).toBeGreaterThan(of[3]!)
  expect(fit('porch swing', porch[3]!, counted)).toBeGreaterThan(fit('porch swing', porch[0]!, counted))
})

test('brand and attributes answer too, an attribute by less than the name, a false one not', () => {
  const plain = { name: 'Fold 5', brand: 'Headset', category: 'x', attributes: {} }
  const of = (item: Parameters<typeof itemWords>[0]) => relevance('headset', itemWords(item))
  expect(of(plain)).toBeGreaterThan(of({ ...plain, brand: null, attributes: { headset: true } }))
  expect(of({ ...plain, brand: null, attributes: { headset: true } })).toBeGreaterThan(0)
  expect(of({ ...plain, brand: null, attributes: { kind: 'headset' } })).toBeGreaterThan(0)
  expect(of({ ...plain, brand: null, attributes: { headset: false } })).toBe(0)
})

test('a number goes with its unit, however the name or the attribute says it', () => {
  const tablet = (name: string, attributes = {}) => itemWords({ name, brand: null, category: 'tablets', attributes })
  const shelf = [
    tablet('Ember 8, 16 GB'),
    tablet('Ember 16, 8 GB'),
    tablet('Ember', { 'memory GB': 16 }),
    tablet('Ember', { 'memory GB': 8 }),
  ]
  const counted = wordStatistics(shelf, true)
  const of = (query: string) => shelf.map((item) => fit(query, item, counted))
  for (const query of ['16gb', '16 GB', '16 gigabytes']) {
    const [right, wrong, said, unsaid] = of(query)
    expect(right).toBeGreaterThan(wrong ?? 1)
    expect(said).toBeGreaterThan(unsaid ?? 1)
  }
})

test('between 0 and 1, and 0 where no word fits or nothing is known', () => {
  for (const query of ['shower', 'shower shower shower', 'chrome shower head hose', 'unheard', '', '???']) {
    for (const item of items) {
      const value = relevance(query, item)
      expect(value >= 0 && value <= 1).toBe(true)
    }
  }
  expect(relevance('unheard')).toBe(0)
  expect(relevance('')).toBe(0)
  expect(fit('shower', items[0]!, wordStatistics([], true))).toBe(0)
})
