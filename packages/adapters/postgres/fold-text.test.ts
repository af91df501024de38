import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldMapped, foldText } from './fold-text.ts'

test.each([
  ['Café', 'cafe'],
  ['Cafe\u0301', 'cafe'],
  ['ÅNGSTRÖM', 'angstrom'],
  ['Ｗｉｄｅ', 'wide'],
  ['ﬁne', 'fine'],
  ['İstanbul', 'istanbul'],
  ['日本語', '日本語'],
  ['ΣΟΦΙΑΣ OF ATHENS, NÝMPH', 'σοφιασ of athens, nymph'],
  ['', ''],
])('%j is searched as %j', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('é', 'e\u0301', 'ﬃ', 'İ', '🏃', 'A', 'B', 'Σ', '\ud800', ' ', '\u0301') }),
)

test('both ways of folding agree, and every unit points at the characters that it came from', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { folded, spans } = foldMapped(text)
      expect(folded).toBe(foldText(text))
      expect(spans).toHaveLength(folded.length)
      for (const [at, { start, end }] of spans.entries()) {
        expect(end).toBeGreaterThan(start)
        expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.start ?? 0)
        expect(foldText(text.slice(start, end))).toContain(folded[at])
      }
    }),
  )
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
  )
})
