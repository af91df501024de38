import { expect, test } from 'vitest'
import { createBm25 } from './bm25.ts'
import { lexRank } from './lexrank.ts'

test('BM25 puts the document with the rare word first, and the shorter of two with the same words', () => {
  const search = createBm25(
    new Map([
      ['hammer', 'steel hammer with a long wooden handle for the house'],
      ['nails', 'steel nails'],
      ['more nails', 'steel nails in a very large and heavy box of wood'],
    ]),
  )
  expect(search('hammer steel')[0]).toBe('hammer')
  expect(search('nail').slice(0, 2)).toEqual(['nails', 'more nails'])
})

test('LexRank puts the sentence first that most others resemble', () => {
  const sentences = [
    'The pool is warm.',
    'A warm pool, and quiet.',
    'Breakfast ends at ten.',
    'The pool was warm and clean.',
  ]
  expect(lexRank(sentences).at(-1)).toBe(2)
  expect(lexRank([])).toEqual([])
})
