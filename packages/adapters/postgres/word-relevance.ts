import type { SearchTerm, WordStatistics } from './search-terms.ts'
import { headWords, isNumber, isUnit, searchWords, speaksOfFor } from './search-words.ts'

/** Usual values of BM25 (Robertson and Zaragoza 2009): how soon more of a match stops counting, and how much long names are made to pay. */
const K1 = 1.2
const B = 0.75

/** What a word of the category or an attribute is worth beside one of the name or brand. */
const OTHER_FIELD = 0.6

/** What a word of the same beginning is worth ("louver" for "louvered"), and how much of the longer one they must share. */
const KIN = 0.7
const KIN_SHARE = 0.65
const KIN_LETTERS = 4

/** Weight of the name's head noun beside all words together. A quarter to a half do equally well on a random half of judged queries; without it "shower head" finds curtains. */
const HEAD = 0.3

/** Weight of what kind of thing the query seems to ask for: half of that of a kind that it names. */
const KIND = 0.15

/** What a name loses that says what its thing is for where the query does not: it is often a part of what was asked for. At most half, since the thing itself may be for something. */
const FOR_OTHERS = 0.2

/** An item's words as they are searched. */
export interface ItemWords {
  name: readonly string[]
  /** The nouns that the name may name its thing by, the likeliest first. */
  heads: readonly string[]
  brand: readonly string[]
  others: readonly string[]
  /** Whether the name says what the thing is for. */
  forOthers: boolean
}

/** What a query asks for besides its words. */
export interface Asked {
  /** Kinds of things that it seems to ask for, 0 to 1 (`askedKinds`). */
  kinds: ReadonlyMap<string, number>
  /** Whether it says what the thing is to be for. */
  forOthers: boolean
}

/** What of an item can be searched. */
export interface ItemFields {
  name: string
  brand: string | null
  category: string
  attributes: Record<string, string | number | boolean>
}

/** Takes an item's own words apart. An attribute that is false is none to be found by. */
export function itemWords(item: ItemFields): ItemWords {
  const wordsOf = (text: string) => searchWords(text).map(({ word }) => word)
  return {
    name: wordsOf(item.name),
    heads: headWords(item.name),
    brand: wordsOf(item.brand ?? ''),
    others: [item.category, ...Object.entries(item.attributes).map(spokenAttribute)].flatMap(wordsOf),
    forOthers: speaksOfFor(item.name),
  }
}

/** An attribute as people say it: "memory GB": 16 is 16 GB of memory. */
function spokenAttribute([key, value]: [string, string | number | boolean]): string {
  if (typeof value === 'boolean') return value ? key : ''
  const measured = /^(.*?)\s*(\S+)$/.exec(key)
  return typeof value === 'number' && measured?.[2] && isUnit(measured[2])
    ? `${measured[1]} ${value} ${measured[2]}`
    : `${key} ${value}`
}

/**
 * How well an item's own words fit the terms of a query, 0 to 1: BM25 over its name, brand and fields, and a share each for a query that names what the item is (its head noun) and one that
 * seems to ask for its kind; less for a thing that is for something of which the query does not speak. 0 when no word fits, 1 for the shortest name with all of them.
 */
export function wordRelevance(
  terms: readonly SearchTerm[],
  item: ItemWords,
  { averageLength, kindAmong }: Pick<WordStatistics, 'averageLength' | 'kindAmong'>,
  { kinds, forOthers }: Asked,
): number {
  const kind = kindAmong(item.heads)
  const length = item.name.length / Math.max(1, averageLength)
  const saturation = K1 * (1 - B + B * length)
  let asked = 0
  let fitting = 0
  let head = 0
  for (const term of terms) {
    asked += term.rarity
    const found = foundIn(item, term)
    fitting += (term.rarity * found * (K1 + 1)) / (found + saturation)
    if (kind !== undefined) head = Math.max(head, alikeTo(term, kind))
  }
  if (fitting === 0) return 0
  const most = (K1 + 1) / (1 + K1 * (1 - B))
  const seeming = kinds.get(kind ?? '') ?? 0
  const all = fitting / asked + HEAD * head + KIND * seeming
  const left = item.forOthers && !forOthers ? Math.max(all - FOR_OTHERS, all / 2) : all
  return Math.min(1, left / (most + HEAD + KIND))
}

/** How often the item's words answer a term: in the name each time, else once by its brand, else by a part for a word of its fields or one of kin. */
function foundIn({ name, brand, others }: ItemWords, term: SearchTerm): number {
  let found = 0
  for (const [at, word] of name.entries()) {
    // The name may write as two words what the query writes as one.
    found += word + (name[at + 1] ?? '') === term.word ? 1 : (term.answers.get(word) ?? 0)
  }
  if (found > 0) return found
  const best = (words: readonly string[]) => words.reduce((most, word) => Math.max(most, alikeTo(term, word)), 0)
  return Math.max(best(brand), best(name), OTHER_FIELD * best(others))
}

function alikeTo({ word, answers }: SearchTerm, other: string): number {
  return answers.get(other) ?? (areKin(word, other) ? KIN : 0)
}

/** Words of the same beginning, most of the longer one. */
function areKin(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length)
  if (Math.min(a.length, b.length) < KIN_LETTERS || isNumber(a) || isNumber(b)) return false
  const needed = Math.max(KIN_LETTERS, Math.ceil(KIN_SHARE * longer))
  return a.slice(0, needed) === b.slice(0, needed) && a.length >= needed && b.length >= needed
}
