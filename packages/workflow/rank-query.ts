import { barsOf } from './answer/shortlist.ts'
import type {
  AspectLedger,
  Catalogue,
  EvidenceSource,
  ItemSearch,
  LeftOut,
  Quote,
  Understanding,
  Vocabulary,
} from './ports/index.ts'
import { ENOUGH_REVIEWS, type RankedItem, rankItems } from './ranking/rank-items.ts'
import { inBestCategory } from './stages/search.ts'
import { categoriesSpeakingOf } from './understanding/category.ts'
import { parseQuestion } from './understanding/parse-question.ts'
import { queryFor } from './understanding/query-for.ts'

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
  /** False for items with too few reviews to be judged. They come last, ordered by how well their own words fit. */
  judged: boolean
}

export interface Ranking {
  understanding: Understanding
  items: FoundItem[]
  /** What fitted but for one limit. */
  leftOut: LeftOut[]
}

export interface RankOptions {
  /** Only items of this category, as the catalogue names it. */
  category?: string
  /** Most items, 1 to `MOST_RANKED`. */
  limit: number
}

/**
 * Makes the search by need without an answer: one query in, ranked items out, by the parser, the search, the ledgers and the scores that answers are made of.
 * A query in which nothing can be read finds nothing. Throws what the ports throw.
 */
export function createItemRanking(ports: { catalogue: Catalogue; search: ItemSearch; evidence: EvidenceSource }) {
  const { catalogue, search, evidence } = ports
  return async (query: string, { category, limit }: RankOptions, signal: AbortSignal): Promise<Ranking> => {
    const text = query.normalize('NFC')
    const [vocabulary, named] = await Promise.all([catalogue.vocabulary(signal), catalogue.namedIn(text, signal)])
    const understanding = understand(text, vocabulary, named, category)
    if (!saysAnything(understanding)) return { understanding, items: [], leftOut: [] }

    const wanted = queryFor(understanding)
    const result = await search.search({ ...wanted, limit: Math.max(wanted.limit, MOST_RANKED) }, signal)
    const oneKind = understanding.items.length > 0 || understanding.category !== undefined
    const { candidates, leftOut } = oneKind ? result : inBestCategory(result)
    const itemIds = candidates.map(({ itemId }) => itemId)
    const categories = [...new Set(candidates.map((item) => item.category))]
    const [ledgers, priors] = await Promise.all([
      evidence.ledgers(itemIds, signal),
      evidence.priors(categories, signal),
    ])
    const { ranked, tooFew } = rankItems({ candidates, ledgers, priors, aspects: understanding.aspects })
    const byWords = tooFew.toSorted((a, b) => b.item.relevance - a.item.relevance)
    const shown = [...ranked, ...byWords].slice(0, limit)
    const items: FoundItem[] = []
    for (let at = 0; at < shown.length; at += AT_ONCE) {
      const next = shown.slice(at, at + AT_ONCE)
      items.push(...(await Promise.all(next.map((item) => withQuotes(item, evidence, signal)))))
    }
    return { understanding, items, leftOut }
  }
}

function understand(
  text: string,
  vocabulary: Vocabulary,
  named: Awaited<ReturnType<Catalogue['namedIn']>>,
  within: string | undefined,
): Understanding {
  const inside = within === undefined ? named : named.filter(({ category }) => category === within)
  const understanding = parseQuestion({ text, vocabulary, named: inside, memory: [], within })
  const bare = understanding.text === '' && understanding.items.length === 0
  // "waterproof" alone is a wish without a thing: that of which most people say something about it.
  const assumed = bare ? categoriesSpeakingOf(understanding.aspects, vocabulary)[0]?.category : undefined
  return { ...understanding, category: within ?? understanding.category ?? assumed }
}

const saysAnything = ({ text, category, items, itemsOut, brandsIn, aspects, budget, minRating }: Understanding) =>
  text !== '' ||
  category !== undefined ||
  [items, itemsOut, brandsIn, aspects].some((list) => list.length > 0) ||
  (budget ?? minRating) !== undefined

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
