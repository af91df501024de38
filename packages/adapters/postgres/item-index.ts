import { sql } from 'kysely'
import { askedKinds } from './asked-kinds.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { createCorpusCache } from './corpus-cache.ts'
import { functionWords } from './function-words.ts'
import { type ItemName, matchNames, type NameCandidate, nameCandidate } from './match-names.ts'
import { nameTokens, wordSimilarity } from './name-tokens.ts'
import { type SearchTerm, searchTerms } from './search-terms.ts'
import { searchWords, speaksOfFor } from './search-words.ts'
import { type ItemFields, itemWords, wordRelevance } from './word-relevance.ts'
import { wordStatistics } from './word-statistics.ts'

/**
 * Most items whose names are kept in memory and whose words are counted, the most reviewed: some 30 MB. Of a larger corpus they are a sample, which tells rare words from common ones
 * as well as all would. Measured against looking names up by trigrams for each question:
 * a millisecond instead of half a second, because names of shops run to a hundred letters and comparing them is what costs.
 */
const MOST_ITEMS = 50_000

/** Words of a text that are looked at: a question has a dozen, and a pasted page is not read to its end. */
const MOST_WORDS = 200

/** Items that share a word before it says too little to look at each of them. */
const COMMON = 60

/** Reviews that must speak of an aspect before its words are ordinary: the few of one item also call it by its name. */
const ORDINARY_MENTIONS = 8

/** The names of the corpus by their words, for one state of the corpus. */
export interface ItemIndex {
  namedIn(text: string): ReturnType<typeof matchNames>
  /** The word as the corpus spells it, when it has no such word but one that is a slip of the pen away; else the word. */
  correct(word: string): string
  /** What a text asks for, in the words of the corpus. */
  terms(text: string): SearchTerm[]
  /** How well an item's own words fit the terms of a text, 0 to 1. */
  relevanceTo(terms: readonly SearchTerm[], text: string): (item: ItemFields) => number
}

const indexes = new WeakMap<ReviewGuideDatabase, (signal?: AbortSignal) => Promise<ItemIndex>>()

/** The index of a database's items; all that ask for it share one. */
export function itemIndex(db: ReviewGuideDatabase, signal?: AbortSignal): Promise<ItemIndex> {
  const open = indexes.get(db) ?? createCorpusCache(db, () => load(db))
  indexes.set(db, open)
  return open(signal)
}

async function load(db: ReviewGuideDatabase): Promise<ItemIndex> {
  const terms = await sql<{ term: string }>`
    select distinct term from reviewguide.category_aspects, unnest(terms) as term
    where mentions >= ${ORDINARY_MENTIONS} and term not like '% %'`.execute(db)
  const { rows } = await sql<ItemName & ItemFields>`
    select i.item_id, i.name, i.brand, i.category, i.kind, i.attributes, coalesce(r.reviews, 0) as reviews
    from reviewguide.items i left join reviewguide.item_ratings r on r.item_id = i.item_id
    order by coalesce(r.reviews, 0) desc, i.item_id limit ${MOST_ITEMS}`.execute(db)
  return indexItems(rows, new Set(terms.rows.map(({ term }) => term.toLowerCase())))
}

/** Indexes items by the words of their names, and counts all their words; `ordinary` is what reviews call things. */
export function indexItems(rows: readonly (ItemName & ItemFields)[], ordinary: ReadonlySet<string>): ItemIndex {
  const statistics = wordStatistics(rows.values().map(itemWords), rows.length < MOST_ITEMS)
  const itemsOf = new Map<string, NameCandidate[]>()
  for (const { attributes: _, ...name } of rows) {
    const item = nameCandidate(name)
    const own = new Set(nameTokens(item.name).map(({ word }) => word))
    for (const word of own) {
      const items = itemsOf.get(word)
      if (items) items.push(item)
      else itemsOf.set(word, [item])
    }
  }
  const nameWords = byInitial(itemsOf.keys())

  return {
    namedIn(text) {
      const words = nameTokens(text)
        .map(({ word }) => word)
        .slice(0, MOST_WORDS)
      const found = new Set<NameCandidate>()
      const take = (items: readonly NameCandidate[] = []) => items.forEach((item) => found.add(item))
      words.forEach((word, at) => {
        const next = words[at + 1] ?? ''
        // A word that many names share points at those that have the next word too, or at the one whose whole name it is.
        for (const form of [word, word.replace(/s$/, ''), word + next]) {
          const items = itemsOf.get(form) ?? []
          if (items.length <= COMMON) take(functionWords.has(form) && items.length > 3 ? [] : items)
          else
            take(
              items
                .filter(
                  ({ name }) =>
                    name.length <= form.length + 4 || (next !== '' && name.toLowerCase().includes(`${form} ${next}`)),
                )
                .slice(0, COMMON),
            )
        }
        if (itemsOf.has(word) || functionWords.has(word)) return
        for (const near of nearest(word, nameWords)) take(itemsOf.get(near)?.slice(0, COMMON))
        for (const parts of splits(word))
          if (itemsOf.has(parts[0]) && itemsOf.has(parts[1])) take(itemsOf.get(parts[0])?.slice(0, COMMON))
      })
      return matchNames(text, [...found], ordinary)
    },
    correct(word) {
      const [said, ...more] = searchWords(word)
      if (!said || more.length > 0 || statistics.itemsWith(said.word) > 0) return word
      return statistics.near(said.word)[0]?.word ?? word
    },
    terms: (text) => searchTerms(text, statistics),
    relevanceTo(terms, text) {
      const asked = { kinds: askedKinds(terms, statistics), forOthers: speaksOfFor(text) }
      return (item) => wordRelevance(terms, itemWords(item), statistics, asked)
    },
  }
}

/** Two words that were written as one: "slate14", "wh1000xm4". */
const splits = (word: string): [string, string][] =>
  Array.from(word.matchAll(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu), ({ index }) => [
    word.slice(0, index),
    word.slice(index),
  ])

/** Slips of the pen seldom change a word's first letter, which keeps the words to compare few. */
function byInitial(words: Iterable<string>): Map<string, string[]> {
  return Map.groupBy(words, (word) => word.charAt(0))
}

/** The words most like this one, best first; none when nothing is like it. */
function nearest(word: string, words: Map<string, string[]>): string[] {
  if (word.length < 5) return []
  return (words.get(word.charAt(0)) ?? [])
    .map((other) => ({ other, alike: wordSimilarity(word, other) }))
    .filter(({ alike }) => alike > 0)
    .toSorted((a, b) => b.alike - a.alike || a.other.localeCompare(b.other))
    .slice(0, 5)
    .map(({ other }) => other)
}
