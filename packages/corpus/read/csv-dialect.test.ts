import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv, tsv } from './csv.ts'
import type { Format } from './row.ts'

function read(text: string, format: Format = csv): (string | Record<string, unknown>)[] {
  const parser = format.createParser(text)
  return [...parser.push(Buffer.from(text)), ...parser.end()].map((row) =>
    'values' in row ? { ...row.values } : (row.reason.split(':')[0] ?? ''),
  )
}
const good = [
  { product: 'A', text: 'fine, really', rating: '5' },
  { product: 'B', text: 'bad', rating: '1' },
]

describe('csv dialects', () => {
  it.each([
    ['comma', 'product,text,rating\nA,"fine, really",5\nB,bad,1\n'],
    ['semicolon', 'product;text;rating\nA;fine, really;5\nB;bad;1\n'],
    ['tab', 'product\ttext\trating\nA\tfine, really\t5\nB\tbad\t1\n'],
    ['bar', 'product|text|rating\nA|fine, really|5\nB|bad|1\n'],
    ['single quotes', "'product','text','rating'\n'A','fine, really','5'\n'B','bad','1'\n"],
    ["a spreadsheet's own line", 'sep=;\nproduct;text;rating\nA;fine, really;5\nB;bad;1\n'],
    ['commas in the names of other columns', '"product";"text";"rating"\nA;"fine, really";5\nB;bad;1\n'],
  ])('reads %s', (_, text) => {
    expect(csv.detect(text)).toBe(true)
    expect(read(text)).toEqual(good)
  })

  it('reads quotes that are escaped by a backslash', () => {
    expect(read('"product","text"\n"A","he said \\"good\\", twice"\n"B","a \\\\ b"\n')).toEqual([
      { product: 'A', text: 'he said "good", twice' },
      { product: 'B', text: 'a \\ b' },
    ])
  })

  it('takes quotes for text in a table of tabs that quotes nothing', () => {
    const text = 'id\thead\ttext\n1\t"Great" one\t"never closes\n2\tb\tends"\n3\t"whole ""one"""\tc\n'
    for (const format of [csv, tsv])
      expect(read(text, format)).toEqual([
        { id: '1', head: '"Great" one', text: '"never closes' },
        { id: '2', head: 'b', text: 'ends"' },
        { id: '3', head: 'whole "one"', text: 'c' },
      ])
  })

  it('takes a lone quote far down a table of tabs for text too', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `${i}\tfine words\n`).join('')
    const rows = read(`id\ttext\n${many}x\t"opens\n${many}`)
    expect(rows).toHaveLength(6001)
    expect(rows[3000]).toEqual({ id: 'x', text: '"opens' })
  })

  it('finds delimiter and quotes of any table again', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ß', ' ', ',', ';', '|', '"', "'", '\n', '.'),
      minLength: 1,
      maxLength: 12,
    })
    // A row without a word in it is none.
    const row = fc.tuple(cell, cell, cell).filter((cells) => cells.some((each) => each.trim() !== ''))
    fc.assert(
      fc.property(
        fc.constantFrom(',', ';', '\t', '|'),
        fc.array(row, { minLength: 3, maxLength: 20 }),
        (delimiter, rows) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
          const text = [['product', 'text', 'rating'], ...rows]
            .map((row) => `${row.map(quoted).join(delimiter)}\r\n`)
            .join('')
          expect(read(text).map((row) => (typeof row === 'string' ? row : Object.values(row)))).toEqual(rows)
        },
      ),
    )
  })
})
