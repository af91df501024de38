import { expect, test } from 'vitest'
import { singular } from './singular.ts'

test.each([
  ['batteries', 'battery'],
  ['shelves', 'shelf'],
  ['dishes', 'dish'],
  ['glass', 'glass'],
  ['headphones', 'headphones'],
])('%s is %s', (noun, one) => expect(singular(noun)).toBe(one))

test('a word that every object has a property of is a word', () => {
  for (const word of ['constructor', 'valueof', 'toString', '__proto__']) expect(singular(word)).toBe(word)
})
