import { barsOf } from './answer/shortlist.ts'
import type {
  AspectLedger,
  Candidate,
  Catalogue,
  EvidenceSource,
  ItemSearch,
  LeftOut,
  Quote,
  Understanding,
} from './ports/index.ts'
import { byFitAndWords, fittingFirst } from './ranking/fitting-first.ts'
import { ENOUGH_REVIEWS, type RankedItem, rankItems } from './ranking/rank-items.ts'
import { inBestCategory } from './stages/search.ts'
import { categoriesSpeakingOf } from './understanding/category.ts'
import { correctSlips } from './understanding/correct-slips.ts'
import { featuresIn, havingNamed, withFeatures } from './understanding/features.ts'
import { queryFor } from './understanding/query-for.ts'
import { asksByWords, readQuery, saysAnything } from './understanding/read-query.ts'
import { wordsOf } from './understanding/words.ts'

export { formatMoney } from './answer/wording.ts'

/** Most candidates that are weighed, and so the most that a ranking can give. An answer weighs fewer, since somebody waits for its first word. */
export const MOST_RANKED = 1000

/** Quotes for each side of each aspect. */
const PER_SIDE = 1

/** Items whose quotes are read at once: all of them would wait so long for a connection that the last give up. */
const AT_ONCE = 8

/** An item in its place, with the aspects to show (the wanted ones first, then the most discussed) and quotes for and against on them. */
export interface FoundItem extends RankedItem {
  aspects: AspectLedger[]
  quotes: Quote[]
  /** False for items with too few reviews to be judged. They come last of those that fit the words alike, ordered by how well their own words fit. */
  judged: boolean
}

export interface Ranking {
  understanding: Understanding
  items: FoundItem[]
  /** What fitted but for one limit. */
  leftOut: LeftOut[]
}

/** Share of the best relevance from which on an item is what the words ask for. */
const FITTING = 0.5

/** Relevance from which on an item is called what was said: all of it by its attributes, or most of it by its name. */
const CALLED = 0.3

export interface RankOptions {
  /** Only items of this category, as the catalogue names it. */
  category?: string
  /** Most items, 1 to `MOST_RANKED`. */
  limit: number
}

/**
 * Makes the search by need without an answer: one query in, ranked items out, by the parser, the search, the ledgers and the scores that answers are made of.
 * A need is ordered by what reviews say, a query by words (no wish that reviews speak of) by how well they fit first. A query in which nothing can be read finds nothing. Throws what the ports throw.
 */
export function createItemRanking(ports: { catalogue: Catalogue; search: ItemSearch; evidence: EvidenceSource }) {
  const { catalogue, search, evidence } = ports
  return async (query: string, { category, limit }: RankOptions, signal: AbortSignal): Promise<Ranking> => {
    const text = query.normalize('NFC')
    const [vocabulary, named] = await Promise.all([catalogue.vocabulary(signal), catalogue.namedIn(text, signal)])
    const read = readQuery(text, vocabulary, named, category)
    if (!saysAnything(read)) return { understanding: read, items: [], leftOut: [] }

    const byWords = asksByWords(read)
    const wanted = queryFor(read)
    // Here the words of wishes order too: an item that is called quiet is one, and in "patio screen door" no word is a wish.
    const worded = read.items.length === 0 ? (read.words ?? wanted.text) : ''
    const find = (within: string | undefined) =>
      search.search({ ...wanted, category: within, text: worded, limit: Math.max(wanted.limit, MOST_RANKED) }, signal)
    let result = await find(read.category)
    let understanding = read
    // "Quiet" alone is a wish without a thing. Where nothing is called that, it is meant of that of which most people say something about it.
    const bare = read.text === '' && read.items.length === 0 && read.category === undefined && !byWords
    const assumed = bare ? categoriesSpeakingOf(read.aspects, vocabulary)[0]?.category : undefined
    if (assumed !== undefined && bestRelevance(result.candidates) < CALLED) {
      understanding = { ...read, category: assumed }
      result = await find(assumed)
    }
    // By words the order keeps things apart; the reviews of earbuds and hotels cannot.
    const oneKind = byWords || understanding.items.length > 0 || understanding.category !== undefined
    const fitting = oneKind ? result : inBestCategory(result)
    const features = featuresIn(text, fitting.candidates)
    const { candidates, leftOut } = withFeatures(fitting, features)
    const itemIds = candidates.map(({ itemId }) => itemId)
    const categories = [...new Set(candidates.map((item) => item.category))]
    const [ledgers, priors] = await Promise.all([
      evidence.ledgers(itemIds, signal),
      evidence.priors(categories, signal),
    ])
    const { ranked, tooFew } = rankItems({ candidates, ledgers, priors, aspects: understanding.aspects })
    // What is of the category is what was asked for; without one the words tell.
    const least = byWords || understanding.category === undefined ? FITTING * bestRelevance(candidates) : 0
    const spelled = correctSlips(wordsOf(text), vocabulary)
    const having = new Set(havingNamed(spelled, candidates, features).map(({ itemId }) => itemId))
    const shown = fittingFirst(
      byWords ? byFitAndWords(ranked) : ranked,
      tooFew,
      ({ item }) => item.relevance >= least && having.has(item.itemId),
    ).slice(0, limit)
    const items: FoundItem[] = []
    for (let at = 0; at < shown.length; at += AT_ONCE) {
      const next = shown.slice(at, at + AT_ONCE)
      items.push(...(await Promise.all(next.map((item) => withQuotes(item, evidence, signal)))))
    }
    return { understanding, items, leftOut }
  }
}

const bestRelevance = (candidates: readonly Candidate[]) =>
  candidates.reduce((most, { relevance }) => Math.max(most, relevance), 0)

async function withQuotes(item: RankedItem, evidence: EvidenceSource, signal: AbortSignal): Promise<FoundItem> {
  const aspects = barsOf(item)
  const names = aspects.map(({ aspect }) => aspect)
  const itemIds = [item.item.itemId]
  const quotes = names.length > 0 ? await evidence.quotes({ itemIds, aspects: names, perSide: PER_SIDE }, signal) : []
  const place = ({ aspect }: Quote) => names.indexOf(aspect)
  return {
    ...item,
    aspects,
    quotes: quotes
      .filter(({ polarity }) => polarity === 'positive' || polarity === 'negative')
      .toSorted((a, b) => place(a) - place(b)),
    judged: item.reviews >= ENOUGH_REVIEWS,
  }
}
