import { createHash } from 'node:crypto'
import { KeptSearch } from '@reviewguide/contracts'
import type { Cache, ItemQuery, ItemSearch, SearchResult } from '@reviewguide/workflow/ports'
import { createSharedOrOwn, type SharedOrOwnOptions } from './shared-or-own.ts'

export interface CachedItemSearchOptions extends SharedOrOwnOptions {
  search: ItemSearch
  cache: Cache
  /** A name that changes whenever what the search searches changes. */
  identity: (signal: AbortSignal) => Promise<string>
  /** How long a result is kept, in ms. Its name makes it right for ever; longer only fills the cache with what nobody asks for any more. */
  keepMs?: number
  /** Told of each look into the cache. */
  onLookup?: (hit: boolean) => void
}

/**
 * A search whose results all backends share, each under the whole query and the name of the corpus: whoever asks what was asked before waits for the cache and not for
 * the search. A cache that is away, slow or holds something else is passed over, and a result is kept while nobody waits for it.
 */
export function createCachedItemSearch({
  search,
  cache,
  identity,
  keepMs = 10 * 60_000,
  onLookup,
  ...options
}: CachedItemSearchOptions): ItemSearch {
  const either = createSharedOrOwn({ patienceMs: 100, ...options })
  const nothing = async () => null

  return {
    async search(query, signal) {
      const key = keyOf(query, await identity(signal))
      const kept = KeptSearch.safeParse(await either(() => cache.get(key), nothing))
      signal.throwIfAborted()
      onLookup?.(kept.success)
      if (kept.success) return kept.data satisfies SearchResult
      const result = await search.search(query, signal)
      void either(() => cache.set(key, result, keepMs), nothing)
      return result
    },
  }
}

/** The order of a query's fields is nobody's meaning, that of its lists is. */
function keyOf(query: ItemQuery, identity: string): string {
  const ordered = JSON.stringify(query, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return `search:${identity}:${createHash('sha256').update(ordered).digest('base64url')}`
}
