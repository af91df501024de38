import {
  createPostgresCatalogue,
  createPostgresEvidenceSource,
  createPostgresItemSearch,
} from '@reviewguide/adapters/postgres'
import type { TestDatabase } from '@reviewguide/testing'
import { createItemRanking, type FoundItem } from '@reviewguide/workflow/rank-query'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importSample } from './import-sample.ts'

/** Search over the sample corpus as it is imported, on a real database: what must come first, and what must not come at all. */

let database: TestDatabase
let rank: ReturnType<typeof createItemRanking>

beforeAll(async () => {
  database = await importSample()
  const { db } = database
  rank = createItemRanking({
    catalogue: createPostgresCatalogue({ db }),
    search: createPostgresItemSearch({ db }),
    evidence: createPostgresEvidenceSource({ db }),
  })
}, 90_000)

afterAll(async () => {
  await database.drop()
})

async function search(query: string, category?: string) {
  const { items, leftOut } = await rank(query, { category, limit: 100 }, AbortSignal.timeout(10_000))
  return { items, names: items.map(({ item }) => item.name), out: leftOut.map(({ item }) => item.name) }
}

/** Query, what comes first in any order, and what must not come; `null` where what comes first is all that comes. */
test.each<[string, string[], (string[] | null)?]>([
  // Names: whole, in part, misspelled, models in any spelling.
  ['Tern Sprint', ['Tern Sprint'], null],
  ['tern sprnt', ['Tern Sprint'], null],
  ['tren sprint', ['Tern Sprint']],
  ['sprint', ['Tern Sprint']],
  ['halvet automat', ['Halvett Automat 4']],
  ['fenlo lite', ['Fenlo Lite 13']],
  ['slate14', ['Nuvara Slate 14']],
  ['Slate-14', ['Nuvara Slate 14']],
  ['dravik t-9', ['Dravik T9']],
  ['dravikt9', ['Dravik T9']],
  ['mopsi r 2', ['Mopsi R2']],
  ['fibre 500', ['Kesterline Fibre 500']],
  ['copper ganet', ['The Copper Gannet'], null],
  ['mireldas', ["Mirelda's"], null],
  ['thrum and daughters', ['Thrum & Daughters'], null],
  ['compare Tern Sprint and Orso Run', ['Tern Sprint', 'Orso Run'], null],
  // Kinds of things, and slips in them.
  ['robot vacuum', ['Orbin Haven', 'Mopsi R2']],
  ['robot vaccum', ['Orbin Haven', 'Mopsi R2']],
  ['robotvacuum', ['Orbin Haven', 'Mopsi R2']],
  ['cordless stick', ['Fennick Swallow', 'Tuttlo Dart', 'Dravik T9']],
  ['capsule coffee machine', ['Nuvotta Podlet']],
  ['bean to cup', ['Halvett Automat 4']],
  ['italian restaurant', ["Mirelda's"]],
  ['ramen', ['Little Okabe'], null],
  ['seafood', ['The Ninth Buoy'], null],
  // Attributes, with their numbers and units.
  ['waterprof earbuds', ['Pico One', 'Tern Sprint', 'Orso Run', 'Kestova Drift', 'Vellin Hush']],
  ['earbuds with noise cancelling', ['Kestova Drift', 'Vellin Hush'], ['Tern Sprint', 'Orso Run', 'Pico One']],
  ['earbuds without noise cancelling', [], ['Kestova Drift', 'Vellin Hush']],
  ['oled laptop', ['Corvane Studio 16']],
  ['13 inch laptop', ['Fenlo Lite 13']],
  ['16gb laptop', ['Ostrell Work 14', 'Sollen Flip 14', 'Ryvik Blaze 15']],
  ['1000 mbps', ['Torvane Cable Gig']],
  ['self-emptying', ['Orbin Haven'], ['Mopsi R2']],
  ['vacuum with removable battery', ['Dravik T9'], ['Fennick Swallow', 'Tuttlo Dart']],
  ['spa hotel', ['Grand Verrin']],
  ['hotel with an indoor pool', ['Ansel Meadows Lodge']],
  ['rooftop bar', ['The Copper Gannet']],
  ['vegan dishes', ['Tamarind Sluice']],
  ['dogs allowed', ['Gartenstube Lind']],
  ['piano moves', ['Thrum & Daughters']],
  // Limits.
  ['light laptop for college under 700', ['Fenlo Lite 13', 'Brask Basic 15'], null],
  ['laptop between 600 and 1000', ['Fenlo Lite 13', 'Sollen Flip 14'], null],
  ['laptops over $1200', [], ['Fenlo Lite 13', 'Brask Basic 15', 'Sollen Flip 14', 'Ryvik Blaze 15']],
  ['laptop around 900 dollars', [], ['Ostrell Work 14', 'Ryvik Blaze 15', 'Corvane Studio 16', 'Nuvara Slate 14']],
  ['earbuds under 50', ['Pico One'], null],
  ['Tern earbuds', ['Tern Sprint'], null],
  ['earbuds not Tern', [], ['Tern Sprint']],
  ['laptops by Fenlo or Brask', ['Fenlo Lite 13', 'Brask Basic 15'], null],
  ['alternatives to the Tern Sprint', [], ['Tern Sprint']],
  // Needs, by what reviews say.
  ['quiet hotel', ['Orrin Court']],
  ['quiet hotel near the old town for a family', ['Orrin Court']],
  ['best earbuds for running under $100', ['Tern Sprint'], ['Orso Run', 'Vellin Hush']],
])('%s', async (query, first, not = []) => {
  const { names } = await search(query)
  expect(names.slice(0, first.length).toSorted()).toEqual(first.toSorted())
  if (not === null) expect(names).toHaveLength(first.length)
  else for (const name of not) expect(names).not.toContain(name)
  expect(names.length).toBeGreaterThan(0)
})

test.each(['toaster', 'lawn mower', 'wool blanket', 'xylophone', 'the'])('%s is not in the sample', async (query) => {
  expect((await search(query)).names).toEqual([])
})

describe('limits hold whatever else is said', () => {
  test('of price and rating, and what they leave out is named', async () => {
    const dear = await search('waterproof earbuds under $80')
    for (const { item } of dear.items) expect(item.price?.minor).toBeLessThanOrEqual(8000)
    expect(dear.out).toContain('Orso Run')
    const rated = await search('hotels with at least 3.8 stars')
    expect(rated.names.length).toBeGreaterThan(0)
    for (const { item } of rated.items) expect(item.rating.adjusted).toBeGreaterThanOrEqual(3.8)
  })

  test('of category: it is kept also where another fits the words better', async () => {
    const { items } = await search('rooftop bar', 'restaurants')
    expect(new Set(items.map(({ item }) => item.category))).toEqual(new Set(['restaurants']))
  })
})

test('those that fit the words come before those that fit some, judged ones first in both', async () => {
  const { items } = await search('16gb laptop')
  const place = (name: string) => items.findIndex(({ item }: FoundItem) => item.name === name)
  // Too few reviews to be judged, but it has what was asked for.
  expect(place('Nuvara Slate 14')).toBeGreaterThan(place('Ostrell Work 14'))
  expect(place('Nuvara Slate 14')).toBeLessThan(place('Brask Basic 15'))
})
