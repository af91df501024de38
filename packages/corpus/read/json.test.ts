import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createJsonParser, json } from './json.ts'
import { jsonl } from './jsonl.ts'
import type { Row, RowParser } from './row.ts'

/** Feeds the bytes in pieces that end at the cuts. */
function feed(parser: RowParser, bytes: Buffer, cuts: number[] = []): Row[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  const rows: Row[] = []
  let from = 0
  for (const to of [...places, bytes.length]) {
    rows.push(...parser.push(bytes.subarray(from, to)))
    from = to
  }
  return [...rows, ...parser.end()]
}
const read = (text: string, cuts?: number[]) => feed(json.createParser(text.slice(0, 64_000)), Buffer.from(text), cuts)
const plain = (rows: Row[]) => rows.map((row) => ('values' in row ? { ...row.values } : row.reason.split(':')[0]))

describe('json', () => {
  const rows = [{ a: 1, b: [{ c: 'x' }] }, { a: '"}]\\' }, { a: '👍\n' }]

  it('reads arrays on one line and on many, wrapped or not, and objects after each other', () => {
    for (const indent of [0, 2, '\t']) {
      expect(plain(read(JSON.stringify(rows, null, indent)))).toEqual(rows)
      expect(plain(read(JSON.stringify({ reviews: rows }, null, indent)))).toEqual(rows)
      expect(plain(read(JSON.stringify({ data: { list: rows } }, null, indent)))).toEqual(rows)
    }
    const texts = [{ text: 'one', images: [{ url: 'x' }] }, { text: 'two' }]
    expect(plain(read(texts.map((each) => JSON.stringify(each, null, 2)).join('\n')))).toEqual(texts)
  })

  it('gives each row what the object around them says of all', () => {
    expect(
      plain(read('{"product":{"id":7,"name":"Fenlo"},"page":1,"reviews":[{"text":"a"},{"text":"b","page":2}]}')),
    ).toEqual([
      { 'product.id': 7, 'product.name': 'Fenlo', page: 1, text: 'a' },
      { 'product.id': 7, 'product.name': 'Fenlo', page: 2, text: 'b' },
    ])
  })

  it('takes a document of linked data as one row', () => {
    expect(plain(read('{\n"@context": "https://schema.org", "review": [{"reviewBody": "a"}]}'))).toEqual([
      { '@context': 'https://schema.org', review: [{ reviewBody: 'a' }] },
    ])
  })

  it('rejects a row that is cut in half and reads on at the next line', () => {
    const lines = ['{"a":1}', '{"a":"cut in ha', '{"a":3}', '{"a":4,"b":', '{"a":5}', '{"a":6,,}', '{"a":7}']
    expect(plain(read(`[\n${lines.join(',\n')}\n]`))).toEqual([
      { a: 1 },
      'broken JSON',
      { a: 3 },
      'broken JSON',
      { a: 5 },
      'broken JSON',
      { a: 7 },
    ])
    expect(plain(read('[{"a":1},{"a":2'))).toEqual([{ a: 1 }, 'broken JSON'])
    expect(plain(read('[{"a":1}, 2, "x", {"a":3}]'))).toEqual([{ a: 1 }, 'broken JSON', 'broken JSON', { a: 3 }])
  })

  it('rejects what is nested ten thousand deep, and no more', () => {
    const deep = `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
    const reason = 'nested more than 100 deep'
    expect(plain(read('['.repeat(10_000) + ']'.repeat(10_000)))).toEqual([reason])
    expect(plain(read(`[{"a":1},${deep},{"a":3}]`))).toEqual([{ a: 1 }, reason, { a: 3 }])
    const chain = `{"a":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`
    expect(plain(read(`${chain}\n`))).toEqual([reason])
    const lines = `{"a":1}\n${deep}\n{"a":3}\n`
    expect(plain(feed(jsonl.createParser(lines), Buffer.from(lines)))).toEqual([{ a: 1 }, reason, { a: 3 }])
  })

  it('keeps no more than the limit of a row without an end', () => {
    const parser = createJsonParser('elements')
    const first = parser.push(Buffer.from('[{"a":1},\n{"text":"'))
    const piece = Buffer.alloc(100_000, 'x')
    const rejected = Array.from({ length: 300 }, () => parser.push(piece)).flat()
    const rest = parser.push(Buffer.from('"},\n{"a":3}]'))
    expect(plain([...first, ...rejected, ...rest, ...parser.end()])).toEqual([{ a: 1 }, 'longer than 1 MB', { a: 3 }])
    expect(Math.max(...rejected.map(({ raw }) => raw.length))).toBeLessThan(10_000)
  })

  it('reads on behind a row that is too long, also on one line', () => {
    const long = `{"text":"${'x\\"}'.repeat(500_000)}","b":[{}]}`
    const text = `[{"a":1},${long},{"a":3},${long},{"a":5}]`
    const cuts = Array.from({ length: 70 }, (_, i) => i * 65_536)
    for (const pieces of [[], cuts]) {
      const rows = feed(createJsonParser('elements'), Buffer.from(text), pieces)
      expect(plain(rows)).toEqual([{ a: 1 }, 'longer than 1 MB', { a: 3 }, 'longer than 1 MB', { a: 5 }])
    }
  })

  it('is told from JSON lines by its beginning', () => {
    const line = '{"asin":"B1","images":[{"large":"x"}]}'
    for (const [text, lines] of [
      [`${line}\n${line}`, true],
      [line, true],
      ['{"text":"cut\n{"text":"b"}\n', true],
      ['{"reviews":[{"text":"a"}]}', false],
      ['{"reviews": [\n{"text":"a"}\n]}', false],
      ['{"text":"a"},\n{"text":"b"},\n', true],
      ['{"page":1,"reviews":[\n{"text":"a"},\n{"text":"b"}\n]}', false],
      ['{\n"text": "a"\n}', false],
      ['[{"text":"a"}]', false],
      ['{"@type":"Product","name":"x"}', false],
      [`{"reviews":[${'{"text":"long"},'.repeat(5000)}`, false],
    ] as const)
      expect([text.slice(0, 30), jsonl.detect(text), json.detect(text)]).toEqual([text.slice(0, 30), lines, !lines])
  })

  it('loses, joins and makes up no rows, wherever the pieces end', () => {
    const row = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(0, 1, 2),
        fc.array(fc.nat(), { maxLength: 8 }),
        (written, indent, cuts) => {
          const text = JSON.stringify(written, null, indent)
          expect(
            feed(createJsonParser('elements'), Buffer.from(text), cuts).map((each) => 'values' in each && each.values),
          ).toEqual(JSON.parse(text))
        },
      ),
    )
  })

  it('keeps every whole row of an array of lines, however others are cut', () => {
    const whole = fc.record({ n: fc.nat(), text: fc.string() }).map((row) => JSON.stringify(row))
    const cut = fc.tuple(whole, fc.integer({ min: 1, max: 6 })).map(([text, by]) => text.slice(0, -by))
    fc.assert(
      fc.property(
        fc.array(fc.oneof(whole, cut), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        (lines, cuts) => {
          const rows = feed(createJsonParser('elements'), Buffer.from(`[\n${lines.join(',\n')}\n]`), cuts)
          const isWhole = (line: string) => {
            try {
              return typeof JSON.parse(line) === 'object'
            } catch {
              return false
            }
          }
          expect(rows.flatMap((row) => ('values' in row ? [{ ...row.values }] : []))).toEqual(
            lines.filter((line) => isWhole(line)).map((line) => JSON.parse(line) as object),
          )
        },
      ),
    )
  })
})
