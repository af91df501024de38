import { expect, it } from 'vitest'
import { readOwnTargets } from './read-own-targets.ts'

it('reads where each marked word stands, and what it is marked with', () => {
  const targets = readOwnTargets()
  expect(targets.length).toBeGreaterThan(400)
  for (const { text, start, end } of targets) {
    expect(text).not.toMatch(/[{}|]/)
    expect(text.slice(start, end)).toMatch(/^\p{L}.*\p{L}$|^\p{L}$/u)
  }
  const first = targets.filter(({ text }) => text.startsWith('Both times the soup'))
  expect(first.map(({ text, start, end, praised }) => [text.slice(start, end), praised])).toEqual([
    ['soup', false],
    ['waiter', false],
  ])
})
