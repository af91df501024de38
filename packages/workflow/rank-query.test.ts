import {
  createFakeCatalogue,
  createFakeEvidenceSource,
  createFakeItemSearch,
  memoryCorpus,
  type ReviewSketch,
  smallCorpus,
} from '@reviewguide/testing'
import { expect, test } from 'vitest'
import { createItemRanking } from './rank-query.ts'

const { signal } = new AbortController()

function rankingOf(corpus: ReturnType<typeof smallCorpus>) {
  return createItemRanking({
    catalogue: createFakeCatalogue(corpus),
    search: createFakeItemSearch(corpus),
    evidence: createFakeEvidenceSource(corpus),
  })
}

const reviews = (count: number, polarity: 'positive' | 'negative'): ReviewSketch[] =>
  Array.from({ length: count }, (_, n) => ({
    text: `The fit is ${polarity === 'positive' ? 'perfect' : 'awful'} on day ${n}.`,
    rating: 4,
    opinions: [{ aspect: 'fit', polarity, quote: `The fit is ${polarity === 'positive' ? 'perfect' : 'awful'}` }],
  }))

const earbuds = { category: 'earbuds', price: { minor: 5000, currency: 'USD' } }
const judged = memoryCorpus([
  { id: 'itm_badfitting1', name: 'Ande', ...earbuds, reviews: reviews(12, 'negative') },
  { id: 'itm_onereview12', name: 'Bure', ...earbuds, reviews: reviews(1, 'positive') },
  { id: 'itm_goodfitting', name: 'Cole', ...earbuds, reviews: reviews(12, 'positive') },
])

test('items come by what their reviews say on the wanted aspect, those with too few reviews last', async () => {
  const { items, understanding } = await rankingOf(judged)('earbuds with a good fit', { limit: 10 }, signal)
  expect(understanding.aspects).toEqual(['fit'])
  expect(items.map(({ item, judged }) => [item.name, judged])).toEqual([
    ['Cole', true],
    ['Ande', true],
    ['Bure', false],
  ])
  expect(items[1]?.quotes).toMatchObject([{ aspect: 'fit', polarity: 'negative', quote: 'The fit is awful' }])
})

test('no more items than asked for', async () => {
  const { items } = await rankingOf(judged)('earbuds with a good fit', { limit: 1 }, signal)
  expect(items.map(({ item }) => item.name)).toEqual(['Cole'])
})

test('a category that is chosen wins over what the text names, and keeps named items of others out', async () => {
  const rank = rankingOf(smallCorpus())
  for (const query of ['quiet earbuds', 'thanks', 'a room at 80 % off']) {
    const { items } = await rank(query, { category: 'hotels', limit: 10 }, signal)
    expect(items.map(({ item }) => item.name)).toEqual(['Harbour Rooms'])
  }
  expect((await rank('Lark Stride', { category: 'hotels', limit: 10 }, signal)).items).toEqual([])
})

test('a query in which nothing can be read finds nothing', async () => {
  const rank = rankingOf(smallCorpus())
  for (const query of ['', '   ', 'the', 'hello']) expect((await rank(query, { limit: 10 }, signal)).items).toEqual([])
})
