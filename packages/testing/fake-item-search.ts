import type { Item } from '@reviewguide/contracts'
import type { Candidate, ItemQuery, ItemSearch, LeftOut } from '@reviewguide/workflow/ports'
import type { MemoryCorpus } from './memory-corpus.ts'

/** Finds items of a corpus in memory by their words; heeds every limit as the port demands. */
export function createFakeItemSearch(corpus: MemoryCorpus): ItemSearch {
  const reviewsOf = (item: Item) => corpus.ledgers.get(item.itemId)?.reviews ?? 0
  const coverage = (item: Item, aspects: readonly string[]) =>
    (corpus.ledgers.get(item.itemId)?.aspects ?? []).reduce(
      (sum, { aspect, mentions }) => sum + (aspects.includes(aspect) ? mentions / (mentions + 3) / aspects.length : 0),
      0,
    )
  return {
    async search(query, signal) {
      signal.throwIfAborted()
      const words = wordsOf(query.text)
      const base = corpus.items
        .filter((item) => withinLimits(item, query))
        .map((item) => ({ item, relevance: relevance(item, words), broken: broken(item, query) }))
        .filter(({ relevance }) => relevance > 0 || query.category !== undefined || query.itemIds !== undefined)
      const order = (one: (typeof base)[number]) => one.relevance + 0.6 * coverage(one.item, query.aspects)
      const candidates = base
        .filter((one) => one.broken.length === 0)
        .toSorted(
          (a, b) =>
            (words.length === 0 ? byPrice(query, a.item, b.item) : 0) ||
            order(b) - order(a) ||
            reviewsOf(b.item) - reviewsOf(a.item),
        )
        .slice(0, query.limit)
        .map(({ item, relevance }): Candidate => ({ ...item, relevance }))
      const leftOut = base
        .toSorted((a, b) => reviewsOf(b.item) - reviewsOf(a.item))
        .flatMap(({ item, broken: [reason, ...more] }): LeftOut[] =>
          reason && more.length === 0 ? [{ item, reason }] : [],
        )
        .slice(0, 5)
      return { candidates, leftOut, reviews: candidates.reduce((sum, item) => sum + reviewsOf(item), 0) }
    },
  }
}

function byPrice({ priceOrder }: ItemQuery, a: Item, b: Item): number {
  if (!priceOrder) return 0
  const sign = priceOrder.first === 'lowest' ? 1 : -1
  const place = ({ price }: Item) =>
    price?.currency === priceOrder.currency ? sign * price.minor : Number.MAX_SAFE_INTEGER
  return place(a) - place(b)
}

const wordsOf = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.replace(/(?:ing|s)$/, ''))

function relevance(item: Item, words: readonly string[]): number {
  if (words.length === 0) return 1
  const own = wordsOf([item.name, item.brand ?? '', item.category, ...Object.entries(item.attributes).flat()].join(' '))
  return words.filter((word) => own.includes(word)).length / words.length
}

const sameBrand = ({ brand, name }: Item, brands: readonly string[]) =>
  brands.some((one) =>
    brand === null
      ? ` ${name} `.toLowerCase().includes(` ${one} `.toLowerCase())
      : brand.toLowerCase() === one.toLowerCase(),
  )

function withinLimits(item: Item, { category, kind, itemIds, itemsOut, brandsIn }: ItemQuery): boolean {
  if (category !== undefined && item.category !== category) return false
  if (kind !== undefined && item.kind !== kind) return false
  if (itemIds !== undefined && !itemIds.includes(item.itemId)) return false
  return !itemsOut.includes(item.itemId) && (brandsIn.length === 0 || sameBrand(item, brandsIn))
}

function broken(item: Item, { budget, brandsOut, minRating }: ItemQuery): LeftOut['reason'][] {
  const reasons: LeftOut['reason'][] = []
  const currency = (budget?.max ?? budget?.min)?.currency
  if (currency !== undefined) {
    if (!item.price) reasons.push('unknown_price')
    else if (item.price.currency !== currency) reasons.push('other_currency')
    else if (budget?.max && item.price.minor > budget.max.minor) reasons.push('over_budget')
    else if (budget?.min && item.price.minor < budget.min.minor) reasons.push('under_budget')
  }
  if (brandsOut.length > 0 && sameBrand(item, brandsOut)) reasons.push('brand_excluded')
  if (minRating !== undefined && !(item.rating.adjusted !== null && item.rating.adjusted >= minRating))
    reasons.push('low_rating')
  return reasons
}
