import { expect, test } from 'vitest'
import { searchTerms } from './search-terms.ts'
import { itemWords } from './word-relevance.ts'
import { wordStatistics } from './word-statistics.ts'

const names = [
  'White Toilet Seat',
  'Oak Toilet Seat',
  'Snow Blower',
  'Leaf Blower',
  'Heat Gun',
  'Claw Foot Bathtub',
  'Bath Mat',
  'Air Conditioner',
  'Saw Blade',
]
const items = names.map((name) => itemWords({ name, brand: null, category: 'home', attributes: {} }))
const statistics = wordStatistics(items, true)
const answers = (text: string) => searchTerms(text, statistics).map((term) => [...term.answers.keys()].join('|'))

test('a misspelled word is answered by what items have that is a slip away, a known one by itself', () => {
  expect(answers('toliet seat')).toEqual(['toliet|toilet', 'seat'])
  expect(answers('snow blowr')).toEqual(['snow', 'blowr|blower'])
  expect(answers('saw blde')).toEqual(['saw', 'blde|blade'])
  expect(answers('xylophone blowr')).toEqual(['xylophone', 'blowr'])
  expect(answers('xylophone blowr seat')).toEqual(['xylophone', 'blowr|blower', 'seat'])
  // Another letter in a short word makes another word.
  expect(answers('heap gun')).toEqual(['heap', 'gun'])
})

test('words run together are parted, and parted ones joined where items write them so', () => {
  expect(answers('airconditioner')).toEqual(['air|airconditioner', 'conditioner|airconditioner'])
  expect(answers('heatgun')).toEqual(['heat|heatgun', 'gun|heatgun'])
  expect(answers('bath tub')).toEqual(['bath|bathtub', 'tub|bathtub'])
})

test('rare words weigh more, unknown ones nothing unless more items exist than were counted', () => {
  const [seat, gun, unknown] = searchTerms('seat gun xylophone', statistics)
  expect(gun?.rarity).toBeGreaterThan(seat?.rarity ?? 9)
  expect(unknown?.rarity).toBe(0)
  const sample = wordStatistics(items, false)
  expect(searchTerms('xylophone', sample)[0]?.rarity).toBeGreaterThan(gun?.rarity ?? 9)
})

test('full text looks for a model however it is written, for units by all their names, and for letters and digits only', () => {
  for (const text of ['wh1000xm4', 'WH-1000XM4', 'wh 1000xm4']) {
    const lookups = searchTerms(text, statistics).flatMap((term) => term.lookups)
    expect(lookups).toEqual(expect.arrayContaining(['wh', 'wh1000xm4', '1000xm4']))
  }
  expect(searchTerms('5 gallons', statistics)[1]?.lookups).toEqual(expect.arrayContaining(['gal', 'gallon', 'gallons']))
  const hostile = searchTerms(`seat' | !(a & b):* <-> \\ "; drop`, statistics).flatMap((term) => term.lookups)
  for (const lookup of hostile) expect(lookup).toMatch(/^[\p{L}\p{N}./, ]+$/u)
})

test('a pasted page is read to a few words, each once', () => {
  expect(searchTerms('seat '.repeat(500), statistics)).toHaveLength(1)
  const page = Array.from({ length: 500 }, (_, at) => `w${String.fromCharCode(97 + (at % 26))}${at}`).join(' ')
  expect(searchTerms(page, statistics).length).toBeLessThan(50)
})
