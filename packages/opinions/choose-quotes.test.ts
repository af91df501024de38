import { expect, test } from 'vitest'
import { chooseQuotes, type QuoteCandidate } from './choose-quotes.ts'

const quote = (reviewId: string, text: string, change: Partial<QuoteCandidate> = {}): QuoteCandidate => ({
  reviewId,
  text,
  weight: 1,
  helpfulVotes: null,
  writtenAt: null,
  cells: ['battery +'],
  ...change,
})

test('what most say stands before what one says, however many votes that has', () => {
  const candidates = [
    quote('a', 'The battery life is excellent, two full days.'),
    quote('b', 'Excellent battery life, two days at the least.'),
    quote('c', 'The purple charging light amused my nephew greatly.', { helpfulVotes: 40 }),
    quote('d', 'Two days of battery life is simply excellent.'),
  ]
  expect(chooseQuotes(candidates, 4).get('battery +')?.at(-1)).toBe(2)
})

test('among quotes that share nothing trust, votes and date decide', () => {
  const candidates = [
    quote('a', 'It lasts a whole flight to Lisbon.', { weight: 0.3, helpfulVotes: 9 }),
    quote('b', 'Charging happens once on Sundays here.', { helpfulVotes: 5 }),
    quote('c', 'Charging happens twice a month now.', { writtenAt: '2025-01-01T00:00:00Z' }),
    quote('d', 'Charging happens seldom in our home.'),
  ]
  expect(chooseQuotes(candidates, 3).get('battery +')).toEqual([1, 2, 3])
})

test('each review and each wording once a cell, and a quote may stand in several', () => {
  const candidates = [
    quote('a', 'Good battery and good screen.', { cells: ['battery +', 'screen +'] }),
    quote('a', 'The battery is good, really.'),
    quote('b', 'good battery, and good screen'),
    quote('c', 'The battery is fine.'),
  ]
  const chosen = chooseQuotes(candidates, 5)
  expect(chosen.get('screen +')).toEqual([0])
  const battery = chosen.get('battery +') ?? []
  expect(battery).toHaveLength(2)
  expect(new Set(battery.map((at) => candidates[at]?.reviewId)).size).toBe(2)
})

test('of a review the sentence is chosen that says what is still unsaid', () => {
  const candidates = [
    quote('a', 'The battery life is excellent.'),
    quote('b', 'The battery life is excellent indeed.'),
    quote('b', 'The zip broke very soon.'),
    quote('c', 'The battery life is excellent really.'),
    quote('c', 'The zip broke very early.'),
  ]
  const [first, second] = chooseQuotes(candidates, 2).get('battery +') ?? []
  expect(first).toBe(0)
  expect([2, 4]).toContain(second)
})

test('of sentences that say the same the one that speaks most of its writer stands last', () => {
  const candidates = [
    quote('a', 'The zip of my bag broke on me.'),
    quote('b', 'The zip of my bag broke on it.'),
    quote('c', 'The zip of the bag broke on it.'),
  ]
  expect(chooseQuotes(candidates, 3).get('battery +')).toEqual([2, 1, 0])
})
