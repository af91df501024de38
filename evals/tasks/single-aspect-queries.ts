import type { Item, ItemId } from '@reviewguide/contracts'
import { countAspects } from '@reviewguide/opinions'
import {
  createFakeCatalogue,
  createFakeEvidenceSource,
  createFakeItemSearch,
  type MemoryCorpus,
} from '@reviewguide/testing'
import type { AspectLedger } from '@reviewguide/workflow/ports'
import { createItemRanking } from '@reviewguide/workflow/rank-query'
import { createBm25 } from '../baselines/bm25.ts'
import type { Task } from '../context.ts'
import type { FoundInReview } from '../data/analyse-in-threads.ts'
import type { AnalysedSet } from '../data/analysed-opinrank.ts'
import { type OpinrankSet, opinrankSets } from '../data/opinrank.ts'
import type { Figure, Reference } from '../figure.ts'
import { mean, ndcg } from '../metrics/ndcg.ts'
import { toneOf } from './aspect-scores.ts'

const K = 10

const references: Partial<Record<OpinrankSet, Reference[]>> = {
  'cars-2007': [
    { what: 'BM25', value: 0.634, mark: 'H' },
    { what: 'random', value: 0.533, mark: 'H' },
  ],
  'cars-2008': [
    { what: 'BM25', value: 0.647, mark: 'H' },
    { what: 'random', value: 0.519, mark: 'H' },
  ],
}

/** "Which is best at X": every query of one aspect, answered by the product's own parser, ledgers and ranking over a catalogue in memory (the ports' fakes stand for the database). */
export const measureSingleAspectQueries: Task = async ({ opinrank }) => {
  const figures: Figure[] = []
  for (const name of Object.keys(opinrankSets) as OpinrankSet[]) {
    const set = await opinrank(name)
    if (set) figures.push(...(await figuresOf(name, set)))
  }
  return figures
}

async function figuresOf(name: OpinrankSet, set: AnalysedSet): Promise<Figure[]> {
  const corpus = corpusOf(set)
  const rank = createItemRanking({
    catalogue: createFakeCatalogue(corpus),
    search: createFakeItemSearch(corpus),
    evidence: createFakeEvidenceSource({ ...corpus, reviews: [] }),
  })
  const bm25 = createBm25(textsOf(set))
  const scores = { product: [] as number[], bm25: [] as number[] }
  const byQuery: Record<string, number | string> = {}
  for (const { query, scores: judged } of set.queries) {
    const all = [...judged.values()]
    const gain = (entities: readonly string[]) =>
      ndcg(
        entities.flatMap((entity) => judged.get(entity) ?? []),
        all,
        K,
      )
    const { items, understanding } = await rank(
      query,
      { category: set.category, limit: 1000 },
      AbortSignal.timeout(60_000),
    )
    scores.product.push(gain(items.map(({ item }) => item.name)))
    scores.bm25.push(gain(bm25(query)))
    byQuery[query] = `${scores.product.at(-1)?.toFixed(3)} ${understanding.aspects.join(', ')}`
  }
  const beside: Reference[] = references[name] ?? [{ what: 'BM25', value: mean(scores.bm25), mark: 'here' }]
  const common = { task: 'best at one aspect', set: name, unit: '' as const, references: beside }
  const aim = set.category === 'cars' ? 0.76 : undefined
  return [
    {
      ...common,
      id: `single-aspect-queries.${name}.product`,
      metric: "nDCG@10, the product's ranking",
      value: mean(scores.product),
      aim,
      details: { queries: set.queries.length, ...byQuery },
    },
  ]
}

/** The judged items as a corpus that the ports' fakes serve. Nothing is rated: the sets' reviews have no stars. */
function corpusOf(set: AnalysedSet): MemoryCorpus {
  const judged = new Set(set.queries.flatMap(({ scores }) => [...scores.keys()]))
  const counted = [...judged].toSorted().map((entity) => {
    const found = set.found.get(entity) ?? []
    return { itemId: `itm_${entity}` as ItemId, entity, found, rows: countAspects(found.map(asCounted)) }
  })
  const rating: Item['rating'] = { mean: null, adjusted: null, count: 0, histogram: [0, 0, 0, 0, 0] }
  const items = counted.map(({ itemId, entity }): Item => {
    const plain = { brand: null, price: null, url: null, image: null, attributes: {}, source: 'opinrank' }
    return { ...plain, itemId, externalId: entity, name: entity, kind: 'product', category: set.category, rating }
  })
  const everything = countAspects(counted.flatMap(({ found }) => found.map(asCounted)))
  return {
    items,
    reviews: [],
    ledgers: new Map(
      counted.map(({ itemId, found, rows }) => [
        itemId,
        {
          itemId,
          reviews: found.length,
          rating,
          ratingWeight: 0,
          tone: found.length > 0 ? toneOf(found) : null,
          aspects: rows.map(({ terms: _terms, ...ledger }): AspectLedger => ledger),
        },
      ]),
    ),
    categoryAspects: everything.map(({ aspect, mentions, positive, negative, terms }) => ({
      category: set.category,
      aspect,
      mentions,
      positive,
      negative,
      terms,
    })),
  }
}

const asCounted = ({ opinions }: FoundInReview) => ({ weight: 1, opinions })

function textsOf(set: AnalysedSet): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { entity, text } of set.reviews) texts.set(entity, `${texts.get(entity) ?? ''} ${text}`)
  return texts
}
