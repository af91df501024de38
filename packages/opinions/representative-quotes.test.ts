import { expect, test } from 'vitest'
import { representativeQuotes } from './representative-quotes.ts'

const said = (...texts: string[]) => texts.map((text, review) => ({ text, review }))

test('what several reviews say comes before what one says', () => {
  const sentences = said(
    'The battery life is excellent on this one.',
    'Excellent battery life, two days at least.',
    'The box arrived with a purple ribbon around it.',
    'Battery life is simply excellent for the size.',
  )
  const [first = -1] = representativeQuotes(sentences, { words: 5 })
  expect([0, 1, 3]).toContain(first)
})

test('a second sentence is chosen for what the first leaves unsaid', () => {
  const sentences = said(
    'The battery life is excellent.',
    'The battery life is excellent indeed.',
    'The zip broke within a month.',
    'The zip broke, sadly, very soon.',
  )
  const chosen = representativeQuotes(sentences, { words: 10 })
  expect(
    chosen
      .slice(0, 2)
      .map((at) => (at < 2 ? 'battery' : 'zip'))
      .sort(),
  ).toEqual(['battery', 'zip'])
})

test('one review that repeats itself is one voice, and a doubted review hardly one', () => {
  const loud = { text: 'Buy the wonderful golden edition here.', review: 0 }
  const sentences = [
    loud,
    loud,
    loud,
    ...said('', 'The strap is too short.', 'The strap is too short for me.').slice(1),
  ]
  expect(sentences[representativeQuotes(sentences, { words: 3 })[0] ?? 0]?.text).toMatch(/strap/)
  const doubted = sentences.map((sentence) => ({
    ...sentence,
    review: sentences.indexOf(sentence),
    weight: sentence === loud ? 0.05 : 1,
  }))
  expect(doubted[representativeQuotes(doubted, { words: 3 })[0] ?? 0]?.text).toMatch(/strap/)
})

test('each index once, in bounds, and nothing where nothing is shared', () => {
  expect(representativeQuotes([], { words: 20 })).toEqual([])
  expect(
    representativeQuotes(said('Nothing here is shared at all.', 'Quite another remark altogether, friends.'), {
      words: 20,
    }),
  ).toEqual([])
  const many = said(...Array.from({ length: 9 }, (_, at) => `The lid leaks when the cup number ${at} is full.`))
  const chosen = representativeQuotes(many, { words: 1000 })
  expect(new Set(chosen).size).toBe(chosen.length)
})
