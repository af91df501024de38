import { describe, expect, it } from 'vitest'
import { jsonl } from './jsonl.ts'
import { createLineSplitter } from './line-splitter.ts'
import { MAX_RECORD_BYTES } from './row.ts'

const parse = (content: Buffer) => {
  const parser = jsonl.createParser('')
  return [...parser.push(content), ...parser.end()]
}

describe('jsonl', () => {
  it('reads an object a line, with line numbers', () => {
    expect(parse(Buffer.from('{"a":1}\n\n{"a":2}')).map((row) => ({ ...row, raw: null }))).toEqual([
      { line: 1, raw: null, values: { a: 1 } },
      { line: 3, raw: null, values: { a: 2 } },
    ])
  })

  it('rejects what is no object, broken or not UTF-8, each with its reason', () => {
    const content = Buffer.concat([
      Buffer.from('{"a":\n[1]\n7\n{"a":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n{"a":3}\n'),
    ])
    const rows = parse(content)
    expect(rows.map((row) => ('reason' in row ? row.reason.split(':')[0] : 'read'))).toEqual([
      'broken JSON',
      'broken JSON',
      'broken JSON',
      'wrong encoding',
      'read',
    ])
  })

  it('reads lines out of the middle of an array', () => {
    expect(parse(Buffer.from('{"a":1},\r\n{"a":"}"},\n')).map((row) => 'values' in row && row.values)).toEqual([
      { a: 1 },
      { a: '}' },
    ])
  })

  it('survives nesting ten thousand deep', () => {
    const [deep, next] = parse(Buffer.from(`{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}\n{"a":1}\n`))
    expect(deep?.line).toBe(1)
    expect(next).toMatchObject({ line: 2, values: { a: 1 } })
  })

  it('passes over a line of ten megabytes without keeping it', () => {
    const parser = jsonl.createParser('')
    const piece = Buffer.alloc(100_000, 'x')
    for (let i = 0; i < 100; i++) parser.push(piece)
    const rows = parser.push(Buffer.from('\n{"a":1}\n'))
    expect(rows.map((row) => ('reason' in row ? row.reason : 'read'))).toEqual([
      `longer than ${MAX_RECORD_BYTES / 1e6} MB`,
      'read',
    ])
    expect(rows[0]?.raw.length).toBeLessThan(1000)
  })
})

describe('createLineSplitter', () => {
  it('joins lines across pieces and drops carriage returns', () => {
    const splitter = createLineSplitter()
    const lines = [
      ...splitter.push(Buffer.from('a')),
      ...splitter.push(Buffer.from('b\r')),
      ...splitter.push(Buffer.from('\nc')),
      ...splitter.end(),
    ]
    expect(lines.map(({ line, bytes }) => [line, bytes.toString()])).toEqual([
      [1, 'ab'],
      [2, 'c'],
    ])
  })
})
