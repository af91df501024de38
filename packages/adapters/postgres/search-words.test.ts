import { expect, test } from 'vitest'
import { headWords, searchWords, speaksOfFor } from './search-words.ts'

test.each([
  ['WH-1000XM4', 'wh 1000 xm 4'],
  ['wh1000xm4', 'wh 1000 xm 4'],
  ['256GB', '256 256gb'],
  ['256 gigabytes', '256 256gb'],
  ['5-gallon buckets', '5 5gal bucket'],
  ['a 48" table', '48 48in table'],
  ["6' ladder", '6 6ft ladder'],
  ['3-1/2 in. nails', '3 1/2 1/2in nail'],
  ['4 x 8 ft. plywood', '4 8 8ft plywood'],
  ['2 in. x 4 in. x 8 ft. stud', '2 4 8 8ft stud'],
  ["3' x 5' rug", '3 5 5ft rug'],
  ['8 GB x 2', '8 8gb x 2'],
  ['12 in x ray', '12 12in x ray'],
  ['Bluetooth 5.0', 'bluetooth 5.0'],
  ['the best rug in red', 'rug red'],
  ['Café Zürich’s', 'cafe zurich'],
  ['batteries, dishes, glass', 'battery dish glass'],
  ['constructor __proto__', 'constructor proto'],
  ['!?', ''],
])('%s', (text, expected) => {
  expect(
    searchWords(text)
      .map(({ word }) => word)
      .join(' '),
  ).toBe(expected)
})

test.each([
  ['Brass Shower Head with Hose, White', 'head hose white'],
  ['Slide-In Gas Range with Self-Cleaning Oven in Steel', 'range oven steel'],
  ['6 in. x 24 in. Floor Tile (14 sq. ft. / case)', 'tile case'],
  ['Cabinet Set in Gray (10 Piece)', 'set gray piece'],
  ['Toulon I - Color Meadow 12 ft. Carpet-DISCONTINUED', 'toulon carpet'],
  ['Tern Sprint', 'sprint'],
  ['24 in', ''],
])('%s is one of: %s', (name, heads) => expect(headWords(name).join(' ')).toBe(heads))

test.each([
  ['Hose for Pumps', true],
  ['for pumps', true],
  ['Forged Pump', false],
  ['Pump, Forest Green', false],
])('%s speaks of what it is for: %s', (text, expected) => expect(speaksOfFor(text)).toBe(expected))
