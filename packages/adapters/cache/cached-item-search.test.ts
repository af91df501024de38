import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@reviewguide/contracts'
import { createFakeItemSearch, smallCorpus } from '@reviewguide/testing'
import { itemSearchContract } from '@reviewguide/testing/contract-suites'
import type { Cache, ItemQuery, ItemSearch } from '@reviewguide/workflow/ports'
import { describe, expect, it } from 'vitest'
import { createCachedItemSearch } from './cached-item-search.ts'
import { createInProcessCache } from './in-process-cache.ts'

const found = createFakeItemSearch(smallCorpus())
const never = new AbortController().signal
const query: ItemQuery = {
  text: '',
  category: 'earbuds',
  brandsIn: [],
  brandsOut: [],
  itemsOut: [],
  aspects: [],
  limit: 5,
}

// Twice: what comes out of the cache is held to the same as what goes in.
const shared = createInProcessCache()
for (const time of ['not cached yet', 'cached'])
  itemSearchContract(`the fake, ${time}`, () =>
    createCachedItemSearch({ search: found, cache: shared, identity: async () => 'one' }),
  )

function set({ cache = createInProcessCache() }: { cache?: Cache } = {}) {
  const state = { corpus: 'one', searches: 0 }
  const counting: ItemSearch = {
    search: (...args) => {
      state.searches += 1
      return found.search(...args)
    },
  }
  const said: string[] = []
  const search = createCachedItemSearch({
    search: counting,
    cache,
    identity: async () => state.corpus,
    onAway: () => said.push('away'),
  })
  return { state, said, ask: (more: Partial<ItemQuery> = {}) => search.search({ ...query, ...more }, never) }
}

describe('a cached search', () => {
  it('searches once for the same query, and gives the same', async () => {
    const { ask, state } = set()
    const first = await ask()
    expect(await ask()).toEqual(first)
    expect(state.searches).toBe(1)
    expect(first.candidates.length).toBeGreaterThan(2)
  })

  it('gives to each their own: no reader changes what the next one gets', async () => {
    const { ask } = set()
    await ask()
    const one = await ask()
    const names = one.candidates.map(({ name }) => name)
    one.candidates.splice(0, 2)
    expect((await ask()).candidates.map(({ name }) => name)).toEqual(names)
  })

  it.each<[string, Partial<ItemQuery>]>([
    ['words', { text: 'running' }],
    ['a category', { category: 'hotels' }],
    ['no category', { category: undefined }],
    ['a kind', { kind: 'place' }],
    ['items', { itemIds: [] }],
    ['brands wanted', { brandsIn: ['Lark'] }],
    ['brands not wanted', { brandsOut: ['Lark'] }],
    ['a budget', { budget: { max: { minor: 100, currency: 'USD' } } }],
    ['a rating', { minRating: 4 }],
    ['aspects', { aspects: ['fit'] }],
    ['how many', { limit: 1 }],
  ])('tells queries apart by %s', async (_, more) => {
    const { ask, state } = set()
    await ask()
    await ask(more)
    expect(state.searches).toBe(2)
    expect(await ask(more)).toEqual(await found.search({ ...query, ...more }, never))
  })

  it('does not tell queries apart by how their fields are ordered', async () => {
    const { ask, state } = set()
    await ask({ budget: { max: { minor: 5000, currency: 'USD' } } })
    await ask({ budget: { max: { currency: 'USD', minor: 5000 } } })
    expect(state.searches).toBe(1)
  })

  it('never gives what an older corpus had', async () => {
    const { ask, state } = set()
    await ask()
    state.corpus = 'two'
    await ask()
    expect(state.searches).toBe(2)
  })

  it.each([
    ['nothing but a word', 'x'],
    ['another shape', { candidates: [{}], leftOut: [], reviews: 1 }],
    ['a part', { candidates: [], leftOut: [] }],
    ['an impossible number', { candidates: [], leftOut: [], reviews: -1 }],
  ])('searches again where the cache holds %s', async (_, held) => {
    const { ask, state } = set({ cache: { get: async () => held, set: async () => {} } })
    expect((await ask()).candidates.length).toBeGreaterThan(2)
    expect(state.searches).toBe(1)
  })

  it('searches as if there were no cache when it is away, and says so once', async () => {
    const away = () => Promise.reject(new AppError('cache_unavailable'))
    const { ask, state, said } = set({ cache: { get: away, set: away } })
    for (let n = 0; n < 3; n += 1) expect((await ask()).candidates.length).toBeGreaterThan(2)
    expect(state.searches).toBe(3)
    await sleep(1)
    expect(said).toEqual(['away'])
  })

  it('does not wait for a cache that hangs', async () => {
    const hang = () => new Promise<never>(() => {})
    const { ask } = set({ cache: { get: hang, set: hang } })
    const started = performance.now()
    for (let n = 0; n < 5; n += 1) await ask()
    expect(performance.now() - started).toBeLessThan(600)
  })

  it('fails as the search fails, and keeps nothing of that', async () => {
    let fails = true
    const search = createCachedItemSearch({
      search: {
        search: (...args) => (fails ? Promise.reject(new AppError('database_unavailable')) : found.search(...args)),
      },
      cache: createInProcessCache(),
      identity: async () => 'one',
    })
    await expect(search.search(query, never)).rejects.toMatchObject({ code: 'database_unavailable' })
    fails = false
    expect((await search.search(query, never)).candidates.length).toBeGreaterThan(2)
  })

  it('ends with its signal', async () => {
    const { ask } = set()
    await ask()
    const search = createCachedItemSearch({
      search: found,
      cache: createInProcessCache(),
      identity: async () => 'one',
    })
    await expect(search.search(query, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
  })
})
