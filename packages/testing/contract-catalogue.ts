import type { Catalogue } from '@reviewguide/workflow/ports'
import { describe, expect, test } from 'vitest'

const signal = new AbortController().signal

/** What every `Catalogue` does over the small corpus. */
export function catalogueContract(implementation: string, open: () => Catalogue): void {
  describe(`Catalogue: ${implementation}`, () => {
    test("the vocabulary has categories by their reviews, with kind, counts and the sample's flag", async () => {
      const { categories, currency, brands } = await open().vocabulary(signal)
      expect(
        categories.map(({ category, kind, items, reviews, sample }) => [category, kind, items, reviews, sample]),
      ).toEqual([
        ['earbuds', 'product', 5, 8, true],
        ['hotels', 'place', 1, 1, true],
        ['movers', 'service', 1, 1, true],
      ])
      expect(currency).toBe('USD')
      expect(brands[0]).toBe('Lark')
      expect(brands).not.toContain(null)
    })

    test('an aspect that one review alone mentions is no word of the category', async () => {
      const { categories } = await open().vocabulary(signal)
      const terms = categories[0]?.aspectTerms ?? []
      expect(terms.map(({ aspect, mentions }) => [aspect, mentions])).toEqual([
        ['fit', 5],
        ['sound', 5],
        ['battery life', 2],
      ])
      expect(terms[2]?.terms).toEqual(['battery life'])
      expect(categories[0]?.aspects).toEqual(['fit', 'sound', 'battery life'])
      expect(categories[1]?.aspectTerms).toEqual([])
    })

    test.each([
      ['is the Lark Stride any good?', ['Lark Stride']],
      ['compare pebble one with the LARK STRIDE', ['Pebble One', 'Lark Stride']],
      ['is the Stride any good?', ['Lark Stride']],
      ['was Swift & Sons on time?', ['Swift & Sons']],
      ['earbuds by Lark', []],
      ['quiet rooms for a family', []],
      ['which one is best?', []],
      ['', []],
    ])('%s names %j', async (text, names) => {
      const named = await open().namedIn(text, signal)
      expect(named.map(({ name }) => name)).toEqual(names)
      for (const { start, end, name } of named) {
        expect(name.toLowerCase()).toContain(text.slice(start, end).toLowerCase())
        expect(end).toBeGreaterThan(start)
      }
    })

    test('a name letter by letter is worth 1, a part of it less', async () => {
      expect((await open().namedIn('the Lark Stride', signal))[0]).toMatchObject({
        similarity: 1,
        category: 'earbuds',
        kind: 'product',
      })
      expect((await open().namedIn('is the Stride good?', signal))[0]?.similarity).toBeLessThan(1)
    })
  })
}
