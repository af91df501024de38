import { expect, test } from 'vitest'
import { finderFor } from './finder-for.ts'
import { likelyCategory } from './likely-category.ts'

const restaurant = [
  'The waiter was rude.',
  'Lovely pasta and a great wine list.',
  'The food was cold but the dessert was delicious.',
]
const laptop = [
  'The screen is bright.',
  'Terrible keyboard, and the battery dies fast.',
  'A fast processor and a good touchpad.',
]
const repeated = (texts: string[], count: number) =>
  Array.from({ length: count }, (_, n) => texts[n % texts.length] as string)

test('what texts are about is told by the words that they judge', () => {
  expect(likelyCategory(repeated(restaurant, 30))).toBe('restaurants')
  expect(likelyCategory(repeated(laptop, 30))).toBe('electronics')
})

test('few texts, and texts that judge nothing, leave it open', () => {
  expect(likelyCategory(restaurant)).toBe('')
  expect(likelyCategory(repeated(['It is Monday.', ''], 30))).toBe('')
})

test('an aspect that only these texts know is learned from them', () => {
  const texts = repeated([...laptop, 'The flurbel is great.', 'I hate this flurbel.', 'A really good flurbel.'], 240)
  const learned = finderFor(texts, 'laptops')
  const terms = (finder: typeof learned.finder) =>
    finder.find('The flurbel is great.', 'laptops').map(({ term }) => term)
  expect(terms(learned.finder)).toEqual(['flurbel'])
  expect(terms(finderFor([], 'laptops').finder)).toEqual([])
})

test('judged alone, what is only mentioned or met in passing is left out', () => {
  const texts = repeated([...laptop, 'The flurbel is great.'], 240)
  const terms = (text: string, judged: boolean) =>
    finderFor(texts, 'laptops', { judged })
      .finder.find(text, 'laptops')
      .map(({ term }) => term)
  expect(terms('It has a keyboard.', false)).toEqual(['keyboard'])
  expect(terms('It has a keyboard.', true)).toEqual([])
  expect(terms('The flurbel is bad, the gorfel is bad.', true)).toEqual(['flurbel'])
})

test('a category that is named is not guessed', () => {
  expect(finderFor(repeated(restaurant, 30), 'bakeries').category).toBe('bakeries')
  expect(finderFor(repeated(restaurant, 30)).category).toBe('restaurants')
})
