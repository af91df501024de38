import { expect, it } from 'vitest'
import { yardstickShare } from './comparison.ts'
import { tokenise } from './tokens.ts'

const shareIn = (text: string, target: string, word: string, value = 1) => {
  const tokens = tokenise(text)
  const at = (wanted: string) => tokens.findLastIndex(({ lower }) => lower === wanted)
  return yardstickShare(tokens, at(target))(at(word), value)
}

it('turns round what is said before the word of comparison', () => {
  expect(shareIn('The hose is better than the brush.', 'brush', 'better')).toBeLessThan(0)
  expect(shareIn('The hose is better than the brush.', 'hose', 'better')).toBe(1)
  expect(shareIn('The old one is not as good as this brush.', 'brush', 'good', -1)).toBeLessThan(0)
  expect(shareIn('I prefer the hose over the brush.', 'brush', 'prefer')).toBeLessThan(0)
})

it('leaves what stands across a comma as it is', () => {
  expect(shareIn('It is better than mine, and the brush is fine.', 'brush', 'fine')).toBe(1)
})
