import { expect, test } from 'vitest'
import { plain } from './print-answer.ts'

test('a review cannot command the terminal', () => {
  expect(plain('\u001b[2Jgone\u0007 \u009b31mred\rover\u202e!')).toBe('[2Jgone 31mredover!')
})

test('words, line ends and tabs of any language stay', () => {
  const text = 'Größe\tпривет\n「良い」 🙂'
  expect(plain(text)).toBe(text)
})
