import { barsOf } from './answer/shortlist.ts'
import type {
  AspectLedger,
  Catalogue,
  EvidenceSource,
  ItemSearch,
  LeftOut,
  NamedItem,
  Quote,
  Understanding,
  Vocabulary,
} from './ports/index.ts'
import { ENOUGH_REVIEWS, type RankedItem, rankItems } from './ranking/rank-items.ts'
import { inBestCategory } from './stages/search.ts'
import { categoriesSpeakingOf } from './understanding/category.ts'
import { withFeatures } from './understanding/features.ts'
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
  /** False for items with too few reviews to be judged. They come last of those that fit the words alike, ordered by how well their own words fit. */
  judged: boolean
}

export interface Ranking {
  understanding: Understanding
  items: FoundItem[]
  /** What fitted but for one limit. */
  leftOut: LeftOut[]
}

/** From here on a name was said whole, slips of the pen aside; parts of names are less alike. */
const WHOLE_NAME = 0.9

/** Share of the best relevance from which on an item is what the words ask for. */
const FITTING = 0.5

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
    const understanding = understand(text, vocabulary, named, category)
    if (!saysAnything(understanding)) return { understanding, items: [], leftOut: [] }

    const byWords = asksByWords(understanding)
    const wanted = queryFor(understanding)
    // Here the words of wishes order too: an item that is called quiet is one, and in "patio screen door" no word is a wish.
    const worded = understanding.items.length === 0 ? (understanding.words ?? wanted.text) : ''
    const result = await search.search({ ...wanted, text: worded, limit: Math.max(wanted.limit, MOST_RANKED) }, signal)
    // By words the order keeps things apart; the reviews of earbuds and hotels cannot.
    const oneKind = byWords || understanding.items.length > 0 || understanding.category !== undefined
    const { candidates, leftOut } = withFeatures(oneKind ? result : inBestCategory(result), text)
    const itemIds = candidates.map(({ itemId }) => itemId)
    const categories = [...new Set(candidates.map((item) => item.category))]
    const [ledgers, priors] = await Promise.all([
      evidence.ledgers(itemIds, signal),
      evidence.priors(categories, signal),
    ])
    const { ranked, tooFew } = rankItems({ candidates, ledgers, priors, aspects: understanding.aspects })
    const byRelevance = tooFew.toSorted((a, b) => b.item.relevance - a.item.relevance)
    // What is of the category is what was asked for; without one the words tell.
    const least = byWords || understanding.category === undefined ? FITTING : 0
    const shown = fittingFirst(byWords ? byFitAndWords(ranked) : ranked, byRelevance, least).slice(0, limit)
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
  named: NamedItem[],
  within: string | undefined,
): Understanding {
  const inside = within === undefined ? named : named.filter(({ category }) => category === within)
  const parse = (items: NamedItem[]) => parseQuestion({ text, vocabulary, named: items, memory: [], within })
  const whole = parse(inside)
  const namesAlone = whole.text === '' && inside.every(({ similarity }) => similarity >= WHOLE_NAME)
  // "tern earbuds with hooks" names a part of something, and lists all that fits it; what was ruled out by name stays out.
  const understanding =
    whole.items.length === 0 || namesAlone
      ? whole
      : parse(inside.filter(({ itemId }) => whole.itemsOut.includes(itemId)))
  const bare = understanding.text === '' && understanding.items.length === 0
  // "waterproof" alone is a wish without a thing: that of which most people say something about it.
  const assumed = bare ? categoriesSpeakingOf(understanding.aspects, vocabulary)[0]?.category : undefined
  return { ...understanding, category: within ?? understanding.category ?? assumed }
}

/** A query that wishes for nothing that reviews speak of describes the thing itself: "snow blower", "samsung galaxy 64gb". */
const asksByWords = ({ aspects, items, words }: Understanding) =>
  aspects.length === 0 && items.length === 0 && Boolean(words)

/** Judged items by their score and, twice over, by how well they fit the words: the score decides between those that fit alike, and makes no curtain a shower head. */
function byFitAndWords(judged: readonly RankedItem[]): RankedItem[] {
  const best = Math.max(...judged.map(({ item }) => item.relevance))
  if (best <= 0) return [...judged]
  return judged
    .map((item) => ({ ...item, fit: item.fit * (item.item.relevance / best) ** 2 }))
    .toSorted((a, b) => b.fit - a.fit)
}

/** What has at least this share of the best relevance, then the rest; judged items first in both. */
function fittingFirst(judged: readonly RankedItem[], tooFew: readonly RankedItem[], least: number): RankedItem[] {
  const enough = least * Math.max(0, ...[...judged, ...tooFew].map(({ item }) => item.relevance))
  const fits = ({ item }: RankedItem) => item.relevance >= enough
  const rest = (item: RankedItem) => !fits(item)
  return [...judged.filter(fits), ...tooFew.filter(fits), ...judged.filter(rest), ...tooFew.filter(rest)]
}

const saysAnything = ({
  text,
  words,
  category,
  items,
  itemsOut,
  brandsIn,
  aspects,
  budget,
  minRating,
}: Understanding) =>
  text !== '' ||
  Boolean(words) ||
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
