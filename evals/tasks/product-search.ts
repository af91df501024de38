import {
  createDatabase,
  createPool,
  createPostgresCatalogue,
  createPostgresEvidenceSource,
  createPostgresItemSearch,
} from '@reviewguide/adapters/postgres'
import type { Item, ItemId } from '@reviewguide/contracts'
import { type MemoryCorpus, seedCorpus } from '@reviewguide/testing'
import type { ItemSearch } from '@reviewguide/workflow/ports'
import { createItemRanking, MOST_RANKED } from '@reviewguide/workflow/rank-query'
import { openServer } from '../../bench/server.ts'
import { createBm25 } from '../baselines/bm25.ts'
import type { Task } from '../context.ts'
import { type JudgedQuery, readHomeDepot } from '../data/home-depot.ts'
import { mean, ndcg } from '../metrics/ndcg.ts'

const K = 5

/** Fewer titles than are looked at have but one order. */
const FEWEST_TITLES = 5

/** Every fourth of the 3,996 queries with enough titles, in the order of their words: enough for a figure that is sure to half a hundredth, and soon done. */
const EVERY = 4

/** Of these, every fourth is also searched for in the whole catalogue, as the command does it. */
const EVERY_OF_ALL = 4

/**
 * Product search on titles alone: the item search of the product in a PostgreSQL 15 with all 31,109 titles, asked to order the judged titles of each query. NDCG@5 with the gain
 * 2^(relevance - 1) - 1, so that an irrelevant title has none. BM25 beside it orders the same titles, its statistics from the titles of the sample.
 */
export const measureProductSearch: Task = async ({ data }) => {
  const path = data.find('search/home-depot-queries.csv.gz')
  if (!path) return []
  const all = readHomeDepot(path)
  const queries = all.filter(({ titles }) => titles.length >= FEWEST_TITLES).filter((_, at) => at % EVERY === 0)
  const bm25 = createBm25(
    new Map(queries.flatMap(({ titles }) => titles.map(({ product, title }) => [product, title]))),
  )
  const server = await openServer()
  try {
    const pool = createPool(await server.createDatabase(), { max: 2, statementTimeoutMs: 60_000 })
    try {
      const db = createDatabase(pool)
      await seedCorpus(db, corpusOf(all))
      await pool.query('analyze')
      const search = createPostgresItemSearch({ db })
      const scores: number[] = []
      for (const query of queries) scores.push(gainOf(query, await order(search, query)))
      const plain = queries.map((query) => gainOf(query, bm25(query.query)))
      const some = queries.filter((_, at) => at % EVERY_OF_ALL === 0)
      const ranked = await gainsAmongAll(db, some)
      return [
        {
          id: 'product-search.home-depot',
          task: 'product search',
          set: 'home-depot titles',
          metric: 'NDCG@5',
          value: mean(scores),
          unit: '',
          aim: 0.83,
          references: [
            { what: 'BM25', value: mean(plain), mark: 'here' },
            { what: 'BM25', value: 0.801, mark: 'H' },
            { what: 'random', value: 0.77, mark: 'H' },
          ],
          details: { queries: queries.length, of: 'the item search on PostgreSQL, ordering the judged titles' },
        },
        {
          id: 'product-search.home-depot.among-all',
          task: 'product search, whole',
          set: 'home-depot titles',
          metric: 'NDCG@5',
          value: mean(ranked),
          unit: '',
          references: [
            { what: 'BM25', value: mean(some.map((query) => gainOf(query, bm25(query.query)))), mark: 'here' },
          ],
          details: {
            queries: some.length,
            of: `reviewguide search, the judged among its first ${MOST_RANKED} of all titles`,
          },
        },
      ]
    } finally {
      await pool.end()
    }
  } finally {
    await server.close()
  }
}

/** What the command's search makes of each query in the whole catalogue: reading it, finding, ranking. Judged titles that it does not find come last, the least fitting first. */
async function gainsAmongAll(
  db: ReturnType<typeof createDatabase>,
  queries: readonly JudgedQuery[],
): Promise<number[]> {
  const rank = createItemRanking({
    catalogue: createPostgresCatalogue({ db }),
    search: createPostgresItemSearch({ db }),
    evidence: createPostgresEvidenceSource({ db }),
  })
  const gains: number[] = []
  for (const query of queries) {
    const { items } = await rank(query.query, { limit: MOST_RANKED }, AbortSignal.timeout(30_000))
    const found = items.map(({ item }) => item.itemId.slice(4))
    const missing = query.titles
      .filter(({ product }) => !found.includes(product))
      .toSorted((a, b) => a.relevance - b.relevance)
    gains.push(gainOf(query, [...found, ...missing.map(({ product }) => product)]))
  }
  return gains
}

/** The products of a query in the order of the search; those that it leaves out come last. */
async function order(search: ItemSearch, { query, titles }: JudgedQuery): Promise<string[]> {
  const wanted = { text: query, itemIds: titles.map(({ product }) => idOf(product)), limit: titles.length }
  const none = { brandsIn: [], brandsOut: [], itemsOut: [], aspects: [] }
  const { candidates } = await search.search({ ...none, ...wanted }, AbortSignal.timeout(30_000))
  return candidates.map(({ itemId }) => itemId.slice(4))
}

function gainOf({ titles }: JudgedQuery, products: readonly string[]): number {
  const gains = new Map(titles.map(({ product, relevance }) => [product, relevance - 1]))
  const ranked = products.flatMap((product) => gains.get(product) ?? [])
  return ndcg(ranked, [...gains.values()], K)
}

const idOf = (product: string) => `itm_${product}` as ItemId

/** The products as a corpus without reviews. */
function corpusOf(queries: readonly JudgedQuery[]): MemoryCorpus {
  const titles = new Map(
    queries.flatMap(({ titles: all }) => all.map(({ product, title }) => [product, title] as const)),
  )
  const rating: Item['rating'] = { mean: null, adjusted: null, count: 0, histogram: [0, 0, 0, 0, 0] }
  const plain = {
    kind: 'product',
    brand: null,
    category: 'home improvement',
    price: null,
    url: null,
    image: null,
  } as const
  const items = [...titles].map(([product, name]): Item => {
    return { ...plain, itemId: idOf(product), externalId: product, name, attributes: {}, source: 'home-depot', rating }
  })
  return { items, reviews: [], ledgers: new Map(), categoryAspects: [] }
}
