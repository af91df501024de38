import { expect, it } from 'vitest'
import type { CategoryWords, Vocabulary } from '../ports/index.ts'
import { correctSlips } from './correct-slips.ts'
import { wordsOf } from './words.ts'

const category = (name: string, aspects: Record<string, string[]>): CategoryWords => ({
  category: name,
  kind: 'product',
  items: 1,
  reviews: 10,
  aspects: Object.keys(aspects),
  sample: false,
  brands: ['Comforte'],
  aspectTerms: Object.entries(aspects).map(([aspect, terms]) => ({ aspect, terms, mentions: 5 })),
})
const vocabulary: Vocabulary = {
  categories: [category('earbuds', { 'battery life': ['battery', 'charge'], hearing: [], reliability: ['reliable'] })],
  brands: [],
  currency: 'USD',
  version: 1,
}
const corrected = (text: string) => correctSlips(wordsOf(text), vocabulary).map((word) => word.text)

it.each([
  ['battry', 'battery', 'a letter left out'],
  ['batttery', 'battery', 'a letter typed twice'],
  ['relaible', 'reliable', 'two letters swapped'],
  ['durible', 'durable', 'one vowel for another'],
  ['comfrtable', 'comfortable', 'a word of a need'],
  ['hearin', 'hearing', 'the last letter missing'],
])('reads %s as %s: %s', (slip, meant) => {
  expect(corrected(`${slip} earbuds`)).toEqual([meant, 'earbuds'])
})

it.each(['heating', 'comforte', 'reliables', 'rattery', 'bat', 'naïvely'])('leaves %s as it is', (word) => {
  expect(corrected(word)).toEqual([word])
})

it('keeps the place of a word', () => {
  expect(correctSlips(wordsOf('with battry life'), vocabulary)[1]).toEqual({
    text: 'battery',
    stem: 'battery',
    start: 5,
    end: 11,
  })
})
