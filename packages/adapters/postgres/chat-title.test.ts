import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chatTitle } from './chat-title.ts'

test.each([
  ['Best earbuds for running?', 'Best earbuds for running?'],
  ['  two\n\nlines\tand   room ', 'two lines and room'],
  [
    'I am looking for a quiet hotel near the old town, for a family of five',
    'I am looking for a quiet hotel near the old town, for a…',
  ],
  ['\u0000', 'New chat'],
  ['Hi there! which vacuum is quiet?', 'Which vacuum is quiet?'],
  ['Good morning, I need a hotel', 'I need a hotel'],
  ['Hello', 'Hello'],
  ['hi, thanks', 'hi, thanks'],
  ['hip hop headphones', 'hip hop headphones'],
  ['hi-fi speakers under 200', 'hi-fi speakers under 200'],
  ['Hey there what is quiet?', 'What is quiet?'],
  ['Hey Sony or Bose?', 'Hey Sony or Bose?'],
  ['\u202Eevil \u200Bname', 'evil name'],
  ['\u{1F469}\u200D\u{1F467} stroller', '\u{1F469}\u200D\u{1F467} stroller'],
  ['静かなノートパソコンを探しています', '静かなノートパソコンを探しています'],
])('%j becomes %j', (question, title) => {
  expect(chatTitle(question)).toBe(title)
})

test('a title is one line of at most 60 units, never empty and never half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (question) => {
      const title = chatTitle(question)
      expect(title.length).toBeGreaterThan(0)
      expect(title.length).toBeLessThanOrEqual(60)
      expect(title).not.toMatch(/[\n\r\0]/)
      expect(title.isWellFormed()).toBe(true)
    }),
  )
})
