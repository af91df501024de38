import { expect, it } from 'vitest'
import { questionStart } from './question-start.ts'
import { tokenise } from './tokens.ts'

it.each<[string, string]>([
  ['Is it any good?', 'Is it any good?'],
  ['The battery lasts two hours?', 'The battery lasts two hours?'],
  ['Great price, how can they do it?', 'how can they do it?'],
  ['I love the lid but does it close?', 'does it close?'],
  ['I love the lid.', ''],
])('%j asks %j', (text, asked) => {
  const tokens = tokenise(text)
  expect(text.slice(tokens[questionStart(tokens)]?.start ?? text.length)).toBe(asked)
})
