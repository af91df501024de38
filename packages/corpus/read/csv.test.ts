import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCsvParser, csv } from './csv.ts'
import type { Row } from './row.ts'

const COMMA = 0x2c

function parse(bytes: Buffer, cuts: number[] = [], maxBytes?: number): Row[] {
  const parser = createCsvParser({ delimiter: COMMA, quote: 0x22, backslash: false }, { maxBytes })
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  const rows: Row[] = []
  let from = 0
  for (const to of [...places, bytes.length]) {
    rows.push(...parser.push(bytes.subarray(from, to)))
    from = to
  }
  return [...rows, ...parser.end()]
}

const plain = (rows: Row[]) =>
  rows.map((row) => ('values' in row ? { line: row.line, ...row.values } : { line: row.line, reason: row.reason }))
const text = (content: string, maxBytes?: number) => plain(parse(Buffer.from(content), [], maxBytes))

const written = (cells: string[]) => `${cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}\r\n`

describe('csv', () => {
  it('reads quotes, escaped quotes, line breaks in quotes and Windows line ends', () => {
    expect(text('a,b\r\n1,"x ""y"", z"\r\n"two\r\nlines",3\r\n\r\n4,5')).toEqual([
      { line: 2, a: '1', b: 'x "y", z' },
      { line: 3, a: 'two\r\nlines', b: '3' },
      { line: 6, a: '4', b: '5' },
    ])
  })

  it('takes a quote that no delimiter follows as text', () => {
    expect(text('a,b\n"say "hi" now",2\n')).toEqual([{ line: 2, a: 'say "hi" now', b: '2' }])
  })

  it('rejects rows with columns missing or too many, and keeps the rest', () => {
    expect(text('a,b\n1\n1,2,3\n1,2,,\n1,2\n')).toEqual([
      { line: 2, reason: 'column missing: 1 where the header has 2' },
      { line: 3, reason: 'too many columns: 3 where the header has 2' },
      { line: 4, a: '1', b: '2' },
      { line: 5, a: '1', b: '2' },
    ])
  })

  it('rejects a row that is not UTF-8, and keeps the rest', () => {
    const bytes = Buffer.concat([Buffer.from('a,b\ncaf'), Buffer.from([0xe9]), Buffer.from(',1\ncafé,2\n')])
    expect(plain(parse(bytes))).toEqual([
      { line: 2, reason: expect.stringMatching(/^wrong encoding/) },
      { line: 3, a: 'café', b: '2' },
    ])
  })

  it('loses only the line on which a quote opens that never closes', () => {
    const good = 'x,1\n'.repeat(50)
    for (const broken of [`a,b\n${good}"open,2\n${good}`, `a,b\n${good}"open,2\n${good}"quoted",3\n${good}`]) {
      const rows = text(broken)
      const rejected = rows.filter((row) => 'reason' in row)
      expect(rejected).toEqual([{ line: 52, reason: expect.stringMatching(/^a quote opens here and never closes/) }])
      expect(rows.length).toBe(broken.split('\n').length - 2)
    }
  })

  it('keeps a bounded part of a file whose quotes never close, and reads on', () => {
    const filler = 'y,2\n'.repeat(2000)
    const rows = text(`a,b\n"open,2\n${filler}`, 1000)
    expect(rows[0]).toEqual({ line: 2, reason: 'a quote opens here and never closes' })
    expect(rows.length).toBe(2001)
  })

  it('passes over rows of nothing but delimiters, and reads formulas that hold a text', () => {
    expect(text('a,b\n,\n="01","=""2"""\n , \n,x\n')).toEqual([
      { line: 3, a: '01', b: '2' },
      { line: 5, a: '', b: 'x' },
    ])
  })

  it('passes over a line that is too long', () => {
    expect(text(`a,b\n${'z'.repeat(5000)},2\n"${'q'.repeat(5000)}",2\n1,2\n`, 1000)).toEqual([
      { line: 2, reason: expect.stringMatching(/^longer than/) },
      { line: 3, reason: expect.stringMatching(/^longer than/) },
      { line: 4, a: '1', b: '2' },
    ])
  })

  it('tells the delimiter from the header', () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const content = Buffer.from(`text${delimiter}stars${delimiter}item: or so\nfine${delimiter}4${delimiter}x\n`)
      const parser = csv.createParser(content.toString())
      expect(plain([...parser.push(content), ...parser.end()])[0]).toMatchObject({ text: 'fine', stars: '4' })
    }
  })

  it('reads back what is written, wherever the pieces are cut', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('"', '""', ',', '\n', '\r\n', 'é', '🎧', ' "', '" ', 'a"b,c\nd'),
    )
    const row = fc.tuple(cell, cell, cell).filter((cells) => cells.join('').trim() !== '')
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 6 }), (rows, cuts) => {
        const bytes = Buffer.from(`a,b,c\n${rows.map(written).join('')}`)
        expect(parse(bytes, cuts).map((each) => ('values' in each ? Object.values(each.values) : each.reason))).toEqual(
          rows,
        )
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same rows for any bytes however they are cut, and ends', () => {
    const bytes = fc.array(fc.constantFrom('"', '""', ',', '\n', '\r\n', 'a', 'é', ' ', '\u0000', 'bc'), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(), { maxLength: 6 }), (pieces, cuts) => {
        const content = Buffer.from(`a,b\n${pieces.join('')}`)
        expect(plain(parse(content, cuts))).toEqual(plain(parse(content)))
      }),
      { numRuns: 500 },
    )
  })
})
