import type { CategoryWords } from '@reviewguide/workflow/ports'
import { expect, test } from 'vitest'
import { exampleQuestions } from './example-questions.ts'

const words = (category: string, kind: CategoryWords['kind'], aspects: string[]): CategoryWords => ({
  category,
  kind,
  items: 4,
  reviews: 40,
  aspects,
  sample: true,
  aspectTerms: [],
  brands: [],
})
const item = (category: string, name: string, priceMinor: number | null = null) => ({
  category,
  name,
  priceMinor,
  currency: priceMinor === null ? null : 'USD',
})

test('questions of different forms, about different categories, with a price that most stay under', () => {
  const examples = exampleQuestions(
    [
      words('earbuds', 'product', ['price', 'fit']),
      words('hotels', 'place', ['breakfast']),
      words('movers', 'service', ['care']),
    ],
    [
      item('earbuds', 'Tern Sprint', 7999),
      item('earbuds', 'Orso Run', 11900),
      item('earbuds', 'Pico One', 3900),
      item('hotels', 'Orrin Court'),
      item('hotels', 'Grand Verrin'),
      item('movers', 'Hoplift'),
    ],
  )
  expect(examples).toEqual([
    'Best earbuds for fit under $80',
    'Compare Orrin Court and Grand Verrin',
    'Is Hoplift any good?',
    'Which earbuds do people praise for price?',
    'What do people complain about most in Tern Sprint?',
    'What do people say about Orso Run?',
  ])
})

test('an empty corpus has no examples, and one without aspects none that name one', () => {
  expect(exampleQuestions([], [])).toEqual([])
  expect(exampleQuestions([words('lamps', 'product', [])], [item('lamps', 'Lux')])).toEqual([
    'Is Lux any good?',
    'What do people complain about most in Lux?',
  ])
})
