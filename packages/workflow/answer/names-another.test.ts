import { ItemId, ReviewId } from '@reviewguide/contracts'
import { expect, it } from 'vitest'
import type { Quote } from '../ports/index.ts'
import { ownQuotesFirst } from './names-another.ts'

const quote = (itemName: string, text: string): Quote => ({
  reviewId: ReviewId.parse('rev_0123456789'),
  itemId: ItemId.parse('itm_0123456789'),
  itemName,
  quote: text,
  start: 0,
  end: text.length,
  aspect: 'sound quality',
  polarity: 'positive',
  trust: { weight: 1, signals: [] },
  source: { name: 'sample' },
})

const names = ['Tern Sprint', 'Orso Run', 'Pico One']

it('puts words for another item last and keeps the order of the rest', () => {
  const rival = quote('Tern Sprint', "The Orso's sound is cleaner.")
  const own = quote('Tern Sprint', 'The Tern sounds fine.')
  const plain = quote('Tern Sprint', 'One run and I was sold.')
  expect(ownQuotesFirst([rival, own, plain], names)).toEqual([own, plain, rival])
})

it('takes no common word for a name, and no name of its own for another', () => {
  const quotes = [quote('Orso Run', 'On a long run the Orso is loud.'), quote('Pico One', 'One of the two is loud.')]
  expect(ownQuotesFirst(quotes, names)).toEqual(quotes)
})
