import type { ItemId, Kind } from '@reviewguide/contracts'
import type { NamedItem } from '@reviewguide/workflow/ports'
import { functionWords } from './function-words.ts'
import { articles, isCapitalised, isModelNumber, isPointedAt, units } from './name-signs.ts'
import { type NameToken, nameTokens, wordSimilarity } from './name-tokens.ts'

/** An item as its name is known by. */
export interface ItemName {
  item_id: ItemId
  name: string
  brand: string | null
  category: string
  kind: Kind
  reviews: number
}

/** An item that may be named in a question, with its words. */
export interface NameCandidate extends ItemName {
  core: readonly string[]
  brandWords: readonly string[]
  /** Words that name the category or nothing. */
  plainWords: ReadonlySet<string>
}

/** Takes a name apart once, so that each question only compares. */
export function nameCandidate(item: ItemName): NameCandidate {
  const wordsOf = (text: string) =>
    nameTokens(text)
      .map(({ word }) => word)
      .filter((word) => !articles.has(word))
  const category = wordsOf(item.category).flatMap((word) => [word, singular(word)])
  return {
    ...item,
    core: wordsOf(item.name),
    brandWords: wordsOf(item.brand ?? ''),
    plainWords: new Set([...category, ...functionWords]),
  }
}

const singular = (word: string) => word.replace(/s$/, '')

interface Match {
  candidate: NameCandidate
  /** The question's tokens taken, first and last. */
  first: number
  last: number
  /** Words of the name that were said, and whether that is all of them. */
  words: number
  whole: boolean
  similarity: number
}

/** Most items that a part of a name may fit and still mean its most reviewed one (the same reader in five colours). */
const MOST_VARIANTS = 6

/**
 * Finds which of the candidates a text names: by the whole name, spelled nearly right, or by a part of it that can mean nothing else. Of
 * overlapping names the longest wins, then the most similar, then the most reviewed. A brand alone is no item. `ordinary` are words that
 * reviews use for what they judge: "the battery" is a battery, though one item may have it in its name.
 */
export function matchNames(
  text: string,
  candidates: readonly NameCandidate[],
  ordinary: ReadonlySet<string> = new Set(),
): NamedItem[] {
  const said = nameTokens(text)
  const matches = candidates.flatMap((candidate) => matchesOf(said, candidate, text, ordinary))
  matches.sort(
    (a, b) =>
      Number(b.whole) - Number(a.whole) ||
      b.words - a.words ||
      b.similarity - a.similarity ||
      b.candidate.reviews - a.candidate.reviews,
  )
  const chosen: Match[] = []
  for (const match of matches) {
    if (chosen.some((other) => other.first <= match.last && match.first <= other.last)) continue
    if (chosen.some((other) => other.candidate.item_id === match.candidate.item_id)) continue
    const meant = match.whole ? match : meantByPart(match, matches)
    if (meant) chosen.push(meant)
  }
  return chosen
    .toSorted((a, b) => a.first - b.first)
    .map(({ candidate, first, last, similarity }) => ({
      itemId: candidate.item_id,
      name: candidate.name,
      category: candidate.category,
      kind: candidate.kind,
      start: said[first]?.start ?? 0,
      end: said[last]?.end ?? 0,
      similarity,
    }))
}

/** A part of a name is the item's when it fits no other, or, from two words on, that of the most reviewed of a few variants. */
function meantByPart(match: Match, matches: readonly Match[]): Match | null {
  const rivals = matches.filter(
    (other) => other.first === match.first && other.last === match.last && other.similarity >= match.similarity - 0.15,
  )
  const items = new Set(rivals.map(({ candidate }) => candidate.item_id)).size
  if (items > 1 && (match.words < 2 || items > MOST_VARIANTS)) return null
  return rivals.reduce((best, rival) => (rival.candidate.reviews > best.candidate.reviews ? rival : best), match)
}

function matchesOf(
  said: readonly NameToken[],
  candidate: NameCandidate,
  text: string,
  ordinary: ReadonlySet<string>,
): Match[] {
  const { core, brandWords: brand } = candidate
  const matches: Match[] = []
  for (let first = 0; first < said.length; first++) {
    for (let from = 0; from < core.length; from++) {
      const run = runFrom(said, first, core, from)
      if (!run) continue
      const words = core.slice(from, from + run.words)
      const whole = run.words === core.length
      const similarity = whole
        ? run.similarity
        : run.similarity * (0.6 + 0.3 * (words.join('').length / core.join('').length))
      const match = { candidate, first, last: run.last, words: run.words, whole, similarity }
      if (whole ? wholeNameCounts(match, words) : partCounts({ match, words, from, brand, said, text, ordinary }))
        matches.push(match)
    }
  }
  return matches
}

/** The longest run of the name's words from `from` on that is said from `first` on. */
function runFrom(said: readonly NameToken[], first: number, core: readonly string[], from: number) {
  let at = first
  let words = 0
  let similarity = 0
  let last = first
  while (from + words < core.length && at < said.length) {
    const token = said[at]?.word ?? ''
    if (words > 0 && articles.has(token)) {
      at++
      continue
    }
    const named = core[from + words] ?? ''
    const alike = wordSimilarity(token, named)
    if (alike > 0) {
      similarity += alike
      words++
      last = at++
    } else if (token.length > 3 && token === named + (core[from + words + 1] ?? '-')) {
      // Two words of the name written as one: "wh1000xm4".
      similarity += 1.9
      words += 2
      last = at++
    } else if (named.length > 3 && token + (said[at + 1]?.word ?? '-') === named) {
      // One word of the name written as two: "paper white".
      similarity += 0.95
      words++
      last = at + 1
      at += 2
    } else break
  }
  return words === 0 ? null : { words, last, similarity: similarity / words }
}

/** An item called "Headphones" in the category headphones is not named by everybody who asks for headphones. */
function wholeNameCounts({ candidate: { plainWords } }: Match, words: readonly string[]): boolean {
  return !words.every((word) => plainWords.has(word) || plainWords.has(singular(word)))
}

interface Part {
  match: Match
  words: readonly string[]
  from: number
  brand: readonly string[]
  said: readonly NameToken[]
  text: string
  ordinary: ReadonlySet<string>
}

/** Whether a part of a name was meant as the name. "Home", "family" and "run" stand in names too, so an ordinary word needs a sign. */
function partCounts({ match, words, from, brand, said, text, ordinary }: Part): boolean {
  const { first, last, candidate } = match
  const { plainWords } = candidate
  const telling = words.filter((word) => !plainWords.has(word) && !plainWords.has(singular(word)) && !units.has(word))
  if (telling.every((word) => /^\d+$/.test(word))) return false
  const ofBrand = brand.length > 0 && brand.every((word) => words.includes(word))
  if (ofBrand && words.every((word) => brand.includes(word))) return false
  // The brand with more of the name, or a model's number, is a name however it is written.
  if (words.length >= 2 && (from === 0 || ofBrand) && telling.length >= 2) return match.similarity > 0.6
  if (telling.some(isModelNumber)) return true
  // A word and a number in the name's own order: "slate 14".
  if (telling.length >= 2 && telling.some((word) => /^\d+$/.test(word)) && match.similarity > 0.6) return true
  if (match.similarity < 0.6) return false
  const tokens = said.slice(first, last + 1)
  return (
    isCapitalised(tokens, said, first, last, text) ||
    (!telling.every((word) => ordinary.has(word)) && isPointedAt(said, first, last))
  )
}
