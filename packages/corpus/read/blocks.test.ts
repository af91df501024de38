import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocks, createBlockParser } from './blocks.ts'

const parse = (content: string | Buffer, maxBytes = 1000, step = 7) => {
  const parser = createBlockParser({ maxBytes })
  const bytes = Buffer.from(content as string)
  const rows = []
  for (let at = 0; at < bytes.length; at += step) rows.push(...parser.push(bytes.subarray(at, at + step)))
  return [...rows, ...parser.end()].map((row) =>
    'values' in row ? { line: row.line, ...row.values } : { line: row.line, reason: row.reason },
  )
}

const record = 'product/productId: B1\nreview/score: 5.0\nreview/text: Good: it works.\n'

describe('blocks', () => {
  it('is told by records of the same keys', () => {
    expect(blocks.detect(`${record}\n${record}`)).toBe(true)
    expect(blocks.detect(record)).toBe(true)
    expect(blocks.detect('Dear shop:\nI write to you.\n\nBye')).toBe(false)
    expect(blocks.detect('From: a\nTo: b\nSubject: c\n\nDear shop,\nhello')).toBe(false)
    expect(blocks.detect('a,b\n1,2\n')).toBe(false)
  })

  it('reads records, lines that go on, and what nothing separates at the end', () => {
    expect(parse(`${record}\n\nproduct/productId: B2\r\nreview/text: One\r\ntwo\r\n`)).toEqual([
      { line: 1, 'product/productId': 'B1', 'review/score': '5.0', 'review/text': 'Good: it works.' },
      { line: 6, 'product/productId': 'B2', 'review/text': 'One\ntwo' },
    ])
  })

  it('rejects a record that is too long, is no UTF-8 or names nothing, alone', () => {
    const long = `a: 1\nb: ${'x'.repeat(600)}\nc: ${'y'.repeat(600)}\n`
    const latin = Buffer.concat([Buffer.from('a: tr'), Buffer.from([0xe8]), Buffer.from('s\n\n')])
    const content = Buffer.concat([
      Buffer.from(`${long}\na: ${'z'.repeat(2000)}\n\n`),
      latin,
      Buffer.from('nothing\n\na: 2\n'),
    ])
    expect(parse(content)).toEqual([
      { line: 1, reason: expect.stringMatching(/^longer than/) },
      { line: 5, reason: expect.stringMatching(/^longer than/) },
      { line: 7, reason: expect.stringMatching(/^wrong encoding/) },
      { line: 9, reason: expect.stringMatching(/^no line/) },
      { line: 11, a: '2' },
    ])
  })

  it('reads back what is written, wherever the pieces are cut', () => {
    const value = fc
      .string({ maxLength: 8, unit: fc.constantFrom('a', 'é', '🎧', ':', ' ', '"') })
      .filter((text) => text === text.trim())
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 6 }), fc.integer({ min: 1, max: 20 }), (rows, step) => {
        const content = rows.map(([a, b]) => `a/a: ${a}\nb/b: ${b}\n`).join('\n')
        expect(parse(content, 1000, step)).toEqual(rows.map(([a, b], i) => ({ line: 1 + 3 * i, 'a/a': a, 'b/b': b })))
      }),
    )
  })
})
