import { isNumber, type SearchWord, searchWords, unitSpellings } from './search-words.ts'

/** What is known of the words of a corpus' items. */
export interface WordStatistics {
  /** Items counted. */
  items: number
  /** False when the corpus has more items than were counted: a word that none of them has may still be another's. */
  complete: boolean
  /** Mean number of words of a name. */
  averageLength: number
  /** Items that have the word, by name, brand, category or attribute. */
  itemsWith(word: string): number
  /** The same items, by their numbers from 0. */
  holders(word: string): readonly number[]
  /** What a counted item is, by its number: the noun that its name names it by. */
  kindOf(item: number): string | undefined
  /** Of the nouns that a name may name its thing by, in their order, the one that does. */
  kindAmong(heads: readonly string[]): string | undefined
  /** Words that items have and that are a slip of the pen away, most alike first, with how alike they are, 0 to 1. */
  near(word: string): { word: string; alike: number }[]
}

/** One thing asked for, and all that items may call it. */
export interface SearchTerm {
  word: string
  /** Words of items that answer it, and how well, 0 to 1. */
  answers: ReadonlyMap<string, number>
  /** Inverse document frequency (Robertson and Spärck Jones, as BM25 has it), 0 for a word that no item has in any form. */
  rarity: number
  /** Items that have the commonest of its forms. */
  having: number
  /** What full text looks for, any of them: words and phrases of letters and digits. */
  lookups: string[]
}

/** Words of a query that are looked for: all of a question, not all of a pasted page. */
const MOST_TERMS = 24

/** Spellings of one word that are tried: the other words of the query decide between them. */
const MOST_SPELLINGS = 3

/** Letters of each half of a word that was run together from two. */
const SHORTEST_HALF = 3

/** Pieces of a model's number that are also looked for as one word. */
const LONGEST_RUN = 4

/**
 * Reads a query by the corpus' own words: misspelled words are put right, words run together are parted and parted ones joined where items write them so. Pure. A word that items
 * have is never taken for another, and where all that is understood would be a guess beside words that nothing is like, nothing is guessed.
 */
export function searchTerms(text: string, statistics: WordStatistics): SearchTerm[] {
  const words = searchWords(text).slice(0, MOST_TERMS)
  const read = (guess: boolean) => {
    const seen = new Set<string>()
    return words.flatMap((said, at) => {
      if (seen.has(said.word)) return []
      seen.add(said.word)
      return termsOf(said, words, at, statistics, guess)
    })
  }
  const terms = read(true)
  const known = ({ word }: SearchTerm) => statistics.itemsWith(word) > 0
  // "lawn mower" where there are movers only.
  return terms.some(({ having }) => having === 0) && !terms.some(known) ? read(false) : terms
}

function termsOf(
  said: SearchWord,
  words: readonly SearchWord[],
  at: number,
  statistics: WordStatistics,
  guess: boolean,
): SearchTerm[] {
  const { word } = said
  const answers = new Map<string, number>([[word, 1]])
  const lookups = new Set([said.said, ...(said.unit ? unitSpellings(said.unit) : []), ...runsAround(words, at)])
  for (const joined of joinedWith(words, at)) {
    if (statistics.itemsWith(joined) === 0) continue
    answers.set(joined, 1)
    lookups.add(joined)
  }
  const halves = isNumber(word) ? undefined : halvesOf(word, statistics)
  if (halves) lookups.add(halves.join(' '))
  const term = (answers: ReadonlyMap<string, number>, first = word): SearchTerm => ({
    word: first,
    answers,
    ...rarityOf(answers, statistics),
    lookups: [...lookups.add(first)],
  })
  if (statistics.itemsWith(word) > 0 || answers.size > 1 || isNumber(word)) return [term(answers)]

  const spellings = guess ? statistics.near(word).slice(0, MOST_SPELLINGS) : []
  // "heatgun": a word that is two known ones is taken for a third only where that is one slip away.
  if (halves && spellings.length === 0)
    return halves.map((half) => term(new Map([half, word].map((form) => [form, 1])), half))
  for (const spelling of spellings) {
    answers.set(spelling.word, spelling.alike)
    lookups.add(spelling.word)
  }
  return [term(answers)]
}

/** The commonest form decides: a rare spelling beside a common one is still the common thing. */
function rarityOf(
  answers: ReadonlyMap<string, number>,
  { items, complete, itemsWith }: WordStatistics,
): Pick<SearchTerm, 'rarity' | 'having'> {
  const having = Math.max(...[...answers.keys()].map(itemsWith))
  const rarity = having === 0 && complete ? 0 : Math.log(1 + (items - having + 0.5) / (having + 0.5))
  return { rarity, having }
}

/** "bath tub": the neighbours that items may write as one word with it. */
function joinedWith(words: readonly SearchWord[], at: number): string[] {
  const here = words[at]
  if (!here || isNumber(here.word)) return []
  return [
    [words[at - 1], here],
    [here, words[at + 1]],
  ].flatMap(([first, second]) =>
    first && second && !isNumber(first.word) && !isNumber(second.word) ? [first.said + second.word] : [],
  )
}

/** "wh 1000 xm 4": the runs of letters and digits around a piece, as one word each; full text keeps such names in one piece. */
function runsAround(words: readonly SearchWord[], at: number): string[] {
  const runs: string[] = []
  for (let first = Math.max(0, at - LONGEST_RUN + 1); first <= at; first++) {
    for (let last = first + 1; last < Math.min(words.length, first + LONGEST_RUN); last++) {
      const run = words.slice(first, last + 1)
      const mixed = run.every(
        ({ said }, place) => place === 0 || isNumber(said) !== isNumber(run[place - 1]?.said ?? ''),
      )
      if (last >= at && mixed && run.every(({ said }) => !/[.,/]/.test(said)))
        runs.push(run.map(({ said }) => said).join(''))
    }
  }
  return runs
}

/** The two known words that a word is run together from, the pair whose rarer one is commonest. */
function halvesOf(word: string, { itemsWith }: WordStatistics): [string, string] | undefined {
  let best: { halves: [string, string]; having: number } | undefined
  for (let cut = SHORTEST_HALF; cut <= word.length - SHORTEST_HALF; cut++) {
    const halves: [string, string] = [word.slice(0, cut), word.slice(cut)]
    const having = Math.min(...halves.map(itemsWith))
    if (having > 0 && having > (best?.having ?? 0)) best = { halves, having }
  }
  return best?.halves
}
