import type { Item } from '@reviewguide/contracts'
import type { Catalogue, NamedItem } from '@reviewguide/workflow/ports'
import type { MemoryCorpus } from './memory-corpus.ts'

/** A catalogue over a corpus in memory. Knows names in any case, and one capitalised word of a name that no other name has; no misspellings. */
export function createFakeCatalogue(corpus: MemoryCorpus): Catalogue {
  const reviewsOf = (item: Item) => corpus.ledgers.get(item.itemId)?.reviews ?? 0
  const byReviews = corpus.items.toSorted((a, b) => reviewsOf(b) - reviewsOf(a))
  const brandsOf = (items: readonly Item[]) => [...new Set(items.flatMap(({ brand }) => brand ?? []))]
  return {
    async vocabulary() {
      const categories = [...Map.groupBy(byReviews, ({ category }) => category)].map(([category, items]) => {
        const words = corpus.categoryAspects.filter((row) => row.category === category && row.mentions >= 2)
        return {
          category,
          kind: items[0]?.kind ?? 'product',
          items: items.length,
          reviews: items.reduce((sum, item) => sum + reviewsOf(item), 0),
          aspects: words.slice(0, 8).map(({ aspect }) => aspect),
          sample: items.every(({ source }) => source === 'sample'),
          aspectTerms: words.map(({ aspect, mentions, terms }) => ({ aspect, mentions, terms })),
          brands: brandsOf(items),
        }
      })
      const currencies = Map.groupBy(
        corpus.items.flatMap(({ price }) => price?.currency ?? []),
        (currency) => currency,
      )
      return {
        version: 1,
        categories: categories.toSorted((a, b) => b.reviews - a.reviews),
        brands: brandsOf(byReviews),
        currency: [...currencies].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? null,
      }
    },
    async namedIn(text) {
      const named = byReviews.flatMap((item) => mention(text, item, corpus.items))
      const longestFirst = named.toSorted((a, b) => b.end - b.start - (a.end - a.start))
      const kept: NamedItem[] = []
      for (const one of longestFirst)
        if (!kept.some((other) => other.start < one.end && one.start < other.end)) kept.push(one)
      return kept.toSorted((a, b) => a.start - b.start)
    },
  }
}

function mention(text: string, item: Item, all: readonly Item[]): NamedItem[] {
  const { itemId, name, category, kind } = item
  const found = (start: number, length: number, similarity: number) => [
    { itemId, name, category, kind, start, end: start + length, similarity },
  ]
  const whole = text.toLowerCase().indexOf(name.toLowerCase())
  if (whole >= 0) return found(whole, name.length, 1)
  for (const word of name.split(' ')) {
    const others = all.some((other) => other !== item && other.name.split(' ').includes(word))
    const at = text.search(new RegExp(`(?<=\\S\\s)${word.replace(/\W/g, '\\$&')}(?!\\w)`))
    if (at > 0 && !others && !item.brand?.split(' ').includes(word)) return found(at, word.length, 0.7)
  }
  return []
}
