import { expect, test } from 'vitest'
import { readDelimited } from './delimited.ts'

test('quoted fields hold delimiters, line ends and quotes', () => {
  expect(readDelimited('a,b\r\n"x, ""y""\nz",2\n,"3"\n')).toEqual([
    { a: 'x, "y"\nz', b: '2' },
    { a: '', b: '3' },
  ])
})

test('a last field may be empty, and a file may end without a line end', () => {
  expect(readDelimited('a,b\n1,')).toEqual([{ a: '1', b: '' }])
})

test('without quotes a quotation mark is a letter', () => {
  expect(readDelimited('a\tb\n"x\t6" wide', { delimiter: '\t', quotes: false })).toEqual([{ a: '"x', b: '6" wide' }])
})
