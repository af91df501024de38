import type { ItemId } from '@reviewguide/contracts'
import type { ItemQuery, ItemSearch } from '@reviewguide/workflow/ports'
import { describe, expect, test } from 'vitest'

const signal = new AbortController().signal
const usd = (minor: number) => ({ minor, currency: 'USD' })
const need = (query: Partial<ItemQuery>): ItemQuery => ({
  text: '',
  brandsIn: [],
  brandsOut: [],
  itemsOut: [],
  aspects: [],
  limit: 10,
  ...query,
})

/** What every `ItemSearch` does over the small corpus. */
export function itemSearchContract(implementation: string, open: () => ItemSearch): void {
  const search = async (query: Partial<ItemQuery>) => {
    const result = await open().search(need(query), signal)
    return {
      ...result,
      names: result.candidates.map(({ name }) => name),
      out: result.leftOut.map(({ item, reason }) => [item.name, reason]),
    }
  }

  describe(`ItemSearch: ${implementation}`, () => {
    test('a category alone gives all its items, the most reviewed first, and counts their reviews', async () => {
      const { names, reviews, candidates, leftOut } = await search({ category: 'earbuds' })
      expect(names.slice(0, 2)).toEqual(['Lark Stride', 'Mora Quiet'])
      expect(names.toSorted()).toEqual(['Isar Klang', 'Lark Basic', 'Lark Stride', 'Mora Quiet', 'Pebble One'])
      expect(reviews).toBe(8)
      expect(candidates.every(({ relevance }) => relevance === 1)).toBe(true)
      expect(leftOut).toEqual([])
    })

    test('an item comes with its price, attributes and rating', async () => {
      const { candidates } = await search({ category: 'earbuds', limit: 1 })
      expect(candidates[0]).toMatchObject({
        name: 'Lark Stride',
        brand: 'Lark',
        price: usd(7999),
        attributes: { waterproof: 'IPX7', 'battery hours': 8 },
        rating: { mean: 4, count: 4, histogram: [0, 1, 0, 1, 2] },
      })
    })

    test('a budget is a hard limit: dearer, unpriced and foreign items are named and never slipped in', async () => {
      const { names, out } = await search({ category: 'earbuds', budget: { max: usd(10_000) } })
      expect(names.toSorted()).toEqual(['Lark Basic', 'Lark Stride'])
      expect(out.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
        ['Isar Klang', 'other_currency'],
        ['Mora Quiet', 'over_budget'],
        ['Pebble One', 'unknown_price'],
      ])
    })

    test('by price: the lowest or the highest first within a currency, those without one last', async () => {
      const priced = ['Lark Basic', 'Lark Stride', 'Mora Quiet']
      const lowest = await search({ category: 'earbuds', priceOrder: { first: 'lowest', currency: 'USD' } })
      expect(lowest.names.slice(0, 3)).toEqual(priced)
      expect(lowest.names).toHaveLength(5)
      const highest = await search({ category: 'earbuds', priceOrder: { first: 'highest', currency: 'USD' }, limit: 3 })
      expect(highest.names).toEqual(priced.toReversed())
    })

    test('a price at the limit is within it, one cent more is not; a lower limit likewise', async () => {
      expect((await search({ category: 'earbuds', budget: { max: usd(7999) } })).names).toContain('Lark Stride')
      expect((await search({ category: 'earbuds', budget: { max: usd(7998) } })).out).toContainEqual([
        'Lark Stride',
        'over_budget',
      ])
      expect((await search({ category: 'earbuds', budget: { min: usd(8000) } })).out).toContainEqual([
        'Lark Stride',
        'under_budget',
      ])
    })

    test('an excluded brand is gone in any spelling of its case, and what breaks two limits is not even named', async () => {
      const { names, out } = await search({
        category: 'earbuds',
        brandsOut: ['lark', 'MORA'],
        budget: { max: usd(10_000) },
      })
      expect(names).toEqual([])
      expect(out).toContainEqual(['Lark Stride', 'brand_excluded'])
      expect(out.flat()).not.toContain('Mora Quiet')
    })

    test('only the wanted brands, kinds and items', async () => {
      expect((await search({ brandsIn: ['Lark'] })).names.toSorted()).toEqual(['Lark Basic', 'Lark Stride'])
      expect((await search({ kind: 'place' })).names).toEqual(['Harbour Rooms'])
      const itemIds = ['itm_pebbleone3', 'itm_unknown0000'] as ItemId[]
      expect((await search({ itemIds, text: 'something else' })).names).toEqual(['Pebble One'])
      expect((await search({ category: 'earbuds', itemsOut: itemIds })).names).not.toContain('Pebble One')
    })

    test('a lowest rating leaves out what is rated lower and what is not rated', async () => {
      const { candidates, out } = await search({ category: 'earbuds', minRating: 3.8 })
      for (const { rating } of candidates) expect(rating.adjusted).toBeGreaterThanOrEqual(3.8)
      expect(out).toContainEqual(['Pebble One', 'low_rating'])
      expect(out).toContainEqual(['Lark Basic', 'low_rating'])
    })

    test('in a category words order and never exclude', async () => {
      const { names, candidates } = await search({ category: 'earbuds', text: 'something waterproof' })
      expect(names[0]).toBe('Lark Stride')
      expect(names).toHaveLength(5)
      expect(candidates[0]?.relevance).toBeGreaterThan(candidates[1]?.relevance ?? 1)
      for (const { relevance } of candidates) expect(relevance >= 0 && relevance <= 1).toBe(true)
    })

    test('without a category the words must fit', async () => {
      expect((await search({ text: 'hotel with family rooms' })).names).toEqual(['Harbour Rooms'])
      expect((await search({ text: 'lawnmower' })).names).toEqual([])
    })

    test('items whose reviews speak of the wanted aspect come first', async () => {
      expect((await search({ category: 'earbuds', aspects: ['sound'] })).names[0]).toBe('Mora Quiet')
      expect((await search({ category: 'earbuds', aspects: ['fit'] })).names[0]).toBe('Lark Stride')
      expect((await search({ category: 'earbuds', aspects: ['unheard of'] })).names).toHaveLength(5)
    })

    test('an unknown category is empty, and nothing in words is a command', async () => {
      expect(await search({ category: 'boats' })).toMatchObject({ candidates: [], leftOut: [], reviews: 0 })
      for (const text of [`'; drop table items; --`, 'a & | ! ( :* <->', '\\', '%_%', '\0 nul', '\ud800 half']) {
        expect((await search({ text, category: 'earbuds' })).names).toHaveLength(5)
      }
    })
  })
}
