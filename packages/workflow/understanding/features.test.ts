import { ItemId } from '@reviewguide/contracts'
import { expect, it } from 'vitest'
import type { Candidate, SearchResult } from '../ports/index.ts'
import { featuresIn, havingNamed, withFeatures } from './features.ts'
import { wordsOf } from './words.ts'

const item = (serial: number, attributes: Candidate['attributes']): Candidate => ({
  itemId: ItemId.parse(`itm_000000000${serial}`),
  externalId: null,
  name: `Item ${serial}`,
  kind: 'product',
  brand: null,
  category: 'earbuds',
  price: null,
  url: null,
  image: null,
  attributes,
  source: 'test',
  rating: { mean: null, adjusted: null, count: 0, histogram: [0, 0, 0, 0, 0] },
  relevance: 1,
})
const found = (...candidates: Candidate[]): SearchResult => ({ candidates, leftOut: [], reviews: 0 })
const kept = (result: SearchResult, text: string) => withFeatures(result, featuresIn(text, result.candidates))
const has = item(1, { 'noise cancelling': true })
const lacks = item(2, { 'noise cancelling': false })
const unknown = item(3, { 'weight g': 5 })

it('leaves out what lacks a feature asked for, and keeps what may have it', () => {
  const { candidates, leftOut } = kept(found(has, lacks, unknown), 'earbuds with noise cancelling')
  expect(candidates).toEqual([has, unknown])
  expect(leftOut).toEqual([{ item: lacks, reason: 'lacks_feature', feature: 'noise cancelling' }])
})

it('leaves out what has a feature that is refused', () => {
  expect(kept(found(has, lacks, unknown), 'earbuds without noise cancelling').candidates).toEqual([lacks, unknown])
})

it('changes nothing where no feature is named, or where nothing would be left', () => {
  expect(kept(found(has, lacks), 'best earbuds for noise').candidates).toEqual([has, lacks])
  expect(kept(found(lacks), 'with noise cancelling').candidates).toEqual([lacks])
})

it('knows what has all that is named, whatever the catalogue says of it', () => {
  const items = [
    item(1, { waterproof: 'IPX7' }),
    item(2, { waterproof: 'no' }),
    item(3, {}),
    item(4, { waterproof: true, 'weight g': 5 }),
  ]
  const named = (text: string) =>
    havingNamed(wordsOf(text), items, featuresIn(text, items)).map(({ name }) => name.at(-1))
  expect(named('waterproof earbuds')).toEqual(['1', '4'])
  expect(named('earbuds')).toEqual(['1', '2', '3', '4'])
  expect(named('earbuds that are not waterproof')).toEqual(['1', '2', '3', '4'])
})
