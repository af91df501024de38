import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chatSnippet, searchedWords } from './chat-snippet.ts'
import { foldText } from './fold-text.ts'

const marked = (text: string, q: string) => {
  const { snippet, hits } = chatSnippet(text, searchedWords(q))
  return hits.reduceRight(
    (line, { start, end }) => `${line.slice(0, start)}<${line.slice(start, end)}>${line.slice(end)}`,
    snippet,
  )
}

test.each([
  ['A quiet Café\nnear the station', 'cafe STATION', 'A quiet <Café> near the <station>'],
  ['aaaa', 'aa', '<aaaa>'],
  ['sound soundbar', 'sound bar', '<sound> <soundbar>'],
  ['nothing here', 'else', 'nothing here'],
])('%j searched for %j is %j', (text, q, snippet) => {
  expect(marked(text, q)).toBe(snippet)
})

test('a long text is cut around its first hit, at words', () => {
  const text = `${'before '.repeat(40)}the needle ${'after '.repeat(40)}`
  const snippet = marked(text, 'needle')
  expect(snippet).toMatch(/^…(before )+the <needle> (after )+after…$/)
  expect(snippet.length).toBeLessThan(160)
})

test('whatever the text, the first word found is whole in the snippet, marks are in order, and no character is cut', () => {
  const unit = fc.constantFrom('a', 'é', 'e\u0301', 'ß', '🏃', ' ', '\n', 'xyz', 'İ', '日')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 300 }), fc.string({ unit, minLength: 1, maxLength: 4 }), (text, q) => {
      const words = searchedWords(q)
      const { snippet, hits } = chatSnippet(text, words)
      expect(snippet.isWellFormed()).toBe(true)
      const line = text.replace(/\s+/g, ' ').trim()
      if (words.some((word) => foldText(line).includes(word))) expect(hits.length).toBeGreaterThan(0)
      for (const [at, { start, end }] of hits.entries()) {
        expect(start).toBeGreaterThan((hits[at - 1]?.end ?? -1) - (at === 0 ? 0 : 0))
        expect(end).toBeLessThanOrEqual(snippet.length)
        const found = foldText(snippet.slice(start, end))
        expect(words.some((word) => found.includes(word))).toBe(true)
      }
    }),
  )
})
