import { expect, test } from 'vitest'
import { headWords, searchWords } from './search-words.ts'

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
