import { expect, test } from 'vitest'
import { createSpeller } from './misspellings.ts'

const spell = createSpeller(['warranty', 'keyboard', 'processor', 'atmosphere', 'butter'])

test.each([
  ['warrenty', 'warranty'],
  ['keybaord', 'keyboard'],
  ['procesor', 'processor'],
  ['atmossphere', 'atmosphere'],
])('%s is a slip of %s', (word, right) => {
  expect(spell(word)).toBe(right)
})

test.each(['warranty', 'keyboards', 'batter', 'boardkey', 'eyboard', 'warrnety2'])('%s is no slip', (word) => {
  expect(spell(word)).toBeUndefined()
})
