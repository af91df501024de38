import type { CategoryPrior, EvidenceSource, ItemLedger, Quote } from '@reviewguide/workflow/ports'
import { LRUCache } from 'lru-cache'
import type { ReviewGuideDatabase } from './connect.ts'
import { createCorpusCache } from './corpus-cache.ts'
import { quoteOf } from './quote-of.ts'
import { readLedgers } from './read-ledgers.ts'
import { readMostMentioned } from './read-most-mentioned.ts'
import { readPriors } from './read-priors.ts'
import { readQuoteRows } from './read-quote-rows.ts'

/** Items whose ledgers are kept: some 10 kB each, so 20 MB at most. The same few hundred items answer most questions. */
const KEPT_LEDGERS = 2000

/** Items and aspects whose quotes are kept: some 4 kB each, so 20 MB at most. */
const KEPT_QUOTES = 5000

/**
 * The opinions of the corpus in Postgres: figures from the stored aggregates, quotes as the import chose them, cut from the stored reviews. What was read is kept
 * in memory until the corpus changes; callers share it and must not change it.
 */
export function createPostgresEvidenceSource({ db }: { db: ReviewGuideDatabase }): EvidenceSource {
  const kept = createCorpusCache(db, () =>
    Promise.resolve({
      ledgers: new LRUCache<string, ItemLedger>({ max: KEPT_LEDGERS }),
      priors: new Map<string, CategoryPrior>(),
      quotes: new LRUCache<string, Quote[]>({ max: KEPT_QUOTES }),
    }),
  )
  return {
    async ledgers(itemIds, signal) {
      const { ledgers } = await kept(signal)
      const missing = itemIds.filter((itemId) => !ledgers.has(itemId))
      const read = missing.length === 0 ? [] : await readLedgers(db, missing, signal)
      const found = new Map(read.map((ledger) => [ledger.itemId, ledger]))
      for (const itemId of itemIds) {
        const ledger = ledgers.get(itemId)
        if (ledger) found.set(itemId, ledger)
      }
      for (const ledger of read) ledgers.set(ledger.itemId, ledger)
      return itemIds.flatMap((itemId) => found.get(itemId) ?? [])
    },

    async priors(categories, signal) {
      const { priors } = await kept(signal)
      const missing = categories.filter((category) => !priors.has(category))
      const read = missing.length === 0 ? [] : await readPriors(db, missing, signal)
      const found = new Map(read.map((prior) => [prior.category, prior]))
      // A category that nobody reviewed is not kept: any word may be asked for.
      for (const prior of read)
        if (prior.ratingMean !== null || Object.keys(prior.aspects).length > 0) priors.set(prior.category, prior)
      return categories.flatMap((category) => found.get(category) ?? priors.get(category) ?? [])
    },

    async quotes({ itemIds, aspects, perSide }, signal) {
      if (itemIds.length === 0 || perSide < 1) return []
      const { quotes } = await kept(signal)
      const cells =
        aspects.length > 0
          ? [...new Set(itemIds)].flatMap((itemId) => [...new Set(aspects)].map((aspect) => ({ itemId, aspect })))
          : await readMostMentioned(db, [...new Set(itemIds)], signal)
      const keyOf = (cell: { itemId: string; aspect: string }) => JSON.stringify([cell.itemId, cell.aspect, perSide])
      const missing = cells.filter((cell) => !quotes.has(keyOf(cell)))
      const found = new Map<string, Quote[]>()
      for (const cell of cells) found.set(keyOf(cell), quotes.get(keyOf(cell)) ?? [])
      if (missing.length > 0) {
        const rows = await readQuoteRows(db, missing, perSide, signal)
        for (const quote of rows.map(quoteOf)) found.get(keyOf(quote))?.push(quote)
        for (const cell of missing) quotes.set(keyOf(cell), found.get(keyOf(cell)) ?? [])
      }
      return cells.flatMap((cell) => found.get(keyOf(cell)) ?? [])
    },
  }
}
