import type { ItemId } from '@reviewguide/contracts'
import { expect, test } from 'vitest'
import { indexItems } from './item-index.ts'

const index = indexItems(
  [
    ['Tern Sprint', 'Tern', 'earbuds'],
    ['Orso Run', 'Orso', 'earbuds'],
    ['Pico One', 'Pico', 'earbuds'],
    ['Kestova Drift', 'Kestova', 'earbuds'],
    ['Headphones', null, 'headphones'],
    ['Halvett Automat 4', 'Halvett', 'espresso machines'],
    ["Mirelda's", "Mirelda's", 'restaurants'],
    ['The Copper Gannet', 'Copper Gannet', 'hotels'],
    ['Pilot & Lantern', 'Pilot & Lantern', 'hotels'],
    ['Hullabright Family Hub', 'Hullabright', 'internet providers'],
    ['Skerrymast Home Wireless', 'Skerrymast', 'internet providers'],
    ['Café Zürich', null, 'restaurants'],
    ['Sony WH-1000XM4 Wireless Noise Cancelling Headphones, Black', 'Sony', 'headphones'],
    ['Ember Reader 8 Tablet, 16 GB, Blue', 'Ember', 'tablets'],
    ['Ember Reader 8 Tablet, 32 GB, Red', 'Ember', 'tablets'],
  ].map(([name, brand, category], at) => ({
    item_id: `itm_${String(at).padStart(10, '0')}` as ItemId,
    name: name ?? '',
    brand: brand ?? null,
    category: category ?? '',
    kind: 'product',
    reviews: 100 - at,
    attributes: { waterproof: true },
  })),
  new Set(['run', 'home', 'family']),
)

const named = (text: string) => index.namedIn(text).map(({ name, start, end }) => `${name} [${text.slice(start, end)}]`)

test.each<[string, ...string[]]>([
  ['is the tern sprint any good?', 'Tern Sprint [tern sprint]'],
  ['TERN SPRINT', 'Tern Sprint [TERN SPRINT]'],
  ['compare the tern sprnt with a kestrova drift', 'Tern Sprint [tern sprnt]', 'Kestova Drift [kestrova drift]'],
  ["how long is the Tern Sprint's battery", "Tern Sprint [Tern Sprint's]"],
  ['is the Sprint any good', 'Tern Sprint [Sprint]'],
  ['is the sprint any good', 'Tern Sprint [sprint]'],
  ['what about the Automat?', 'Halvett Automat 4 [Automat]'],
  ['halvett automat problems', 'Halvett Automat 4 [halvett automat]'],
  ['what do people say of Mireldas', "Mirelda's [Mireldas]"],
  ['Copper Gannet or pilot and lantern', 'The Copper Gannet [Copper Gannet]', 'Pilot & Lantern [pilot and lantern]'],
  ['is cafe zurich open late', 'Café Zürich [cafe zurich]'],
  ['are the wh1000xm4 worth it', 'Sony WH-1000XM4 Wireless Noise Cancelling Headphones, Black [wh1000xm4]'],
  ['Is the Family Hub slow?', 'Hullabright Family Hub [Family Hub]'],
])('%s', (text, ...expected) => {
  expect(named(text)).toEqual(expected)
})

test.each([
  'best earbuds for running under $100',
  'earbuds for a run in the rain',
  'Run with me',
  'is the run long',
  'best home wireless',
  'quiet hotel for a family',
  'pick one for me',
  'which one is best',
  'anything by Tern?',
  'is Sony good',
  'which headphones are best',
  'BEST EARBUDS FOR RUN',
  'wireless noise cancelling headphones',
  'a tablet with 16 GB',
  '',
  '?!',
])('%s names nothing', (text) => {
  expect(named(text)).toEqual([])
})

test('of variants of one thing the most reviewed is meant', () => {
  expect(named('is the Ember Reader 8 good?')).toEqual(['Ember Reader 8 Tablet, 16 GB, Blue [Ember Reader 8]'])
})

test('every span lies in the text and no two overlap, whatever the text', () => {
  for (const text of [
    'Tern Sprint Tern Sprint Orso Run',
    '🏃 Tern Sprint 🏃🏽‍♀️ Orso Run',
    'Orso\u0000Run \ud800 Tern Sprint',
    'tern '.repeat(800),
  ]) {
    const spans = index.namedIn(text)
    spans.forEach(({ start, end }, at) => {
      expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
    })
  }
})

test('a misspelled word is put right by the corpus, a word that it has or that is like none stays', () => {
  expect(index.correct('waterprof')).toBe('waterproof')
  expect(index.correct('waterproof')).toBe('waterproof')
  expect(index.correct('lawnmower')).toBe('lawnmower')
  expect(index.correct('headphnes')).toBe('headphone')
})
