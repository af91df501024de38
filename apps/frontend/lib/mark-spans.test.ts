import { describe, expect, it } from 'vitest'
import { markSpans } from './mark-spans.ts'

const marked = (text: string, spans: { start: number; end: number }[]) =>
  markSpans(text, spans)
    .map((piece) => (piece.span ? `[${piece.text}]` : piece.text))
    .join('')

describe('markSpans', () => {
  it.each([
    ['none', [], 'abcdef'],
    ['one', [{ start: 1, end: 3 }], 'a[bc]def'],
    [
      'two out of order',
      [
        { start: 4, end: 6 },
        { start: 0, end: 1 },
      ],
      '[a]bcd[ef]',
    ],
    [
      'overlapping',
      [
        { start: 1, end: 4 },
        { start: 2, end: 6 },
      ],
      'a[bcd]ef',
    ],
    [
      'the same twice',
      [
        { start: 1, end: 3 },
        { start: 1, end: 3 },
      ],
      'a[bc]def',
    ],
    ['past the end', [{ start: 4, end: 99 }], 'abcd[ef]'],
    [
      'empty or outside',
      [
        { start: 2, end: 2 },
        { start: 50, end: 60 },
      ],
      'abcdef',
    ],
  ])('%s', (_name, spans, expected) => expect(marked('abcdef', spans)).toBe(expected))

  it('counts in UTF-16 units, as the contract does', () => {
    expect(marked('😀 ok', [{ start: 3, end: 5 }])).toBe('😀 [ok]')
  })
})
