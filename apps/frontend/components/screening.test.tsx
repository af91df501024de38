import type { ItemTrust } from '@reviewguide/contracts'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Screening } from './screening.tsx'

const clean: ItemTrust = {
  reviews: 24,
  lowered: 0,
  belowHalf: 0,
  signals: [],
  ratingBefore: 4.04,
  ratingAfter: 4.04,
  unjudged: [],
}
const text = (trust: Partial<ItemTrust>, adjusted: number | null = 3.9) =>
  renderToStaticMarkup(<Screening trust={{ ...clean, ...trust }} adjusted={adjusted} />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('the rating stands before and after, and doubts with their denominator', () => {
  const shown = text({
    ratingAfter: 2.8,
    lowered: 10,
    belowHalf: 9,
    signals: [
      { name: 'burst', reviews: 9 },
      { name: 'a_newer_one', reviews: 1 },
    ],
  })
  expect(shown).toContain(
    'Plain mean of the stars 4.0 Each review by its trust 2.8 Drawn towards the category’s mean 3.9',
  )
  expect(shown).toContain('10 of 24 reviews count less than fully, 9 less than half.')
  expect(shown).toContain('9 in a burst that is unusual for this item')
  expect(shown).toContain('1 a newer one')
})

test('where nothing is doubted it says so, and what could not be judged', () => {
  const shown = text({ unjudged: [{ name: 'burst', text: 'bursts of reviews, because none bears a date' }] })
  expect(shown).toContain('Nothing speaks against any of its 24 reviews.')
  expect(shown).toContain(
    'Not enough data to judge bursts of reviews, because none bears a date. What is missing lowers nothing.',
  )
})

test('an item without reviews has nothing to tell', () => {
  expect(text({ reviews: 0 })).toBe('')
})
