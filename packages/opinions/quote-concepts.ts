import { quoteQuality } from './quote-quality.ts'

/** Words that say nothing of what is spoken about. */
const empty = new Set(
  "a an and are as at be been but by can could did do does for from get got had has have he her him his how i i'm i've if in into is it it's its just me my no not of on one or our out she so some than that the their them then there these they this those to too up us very was we were what when which who will with would you your".split(
    ' ',
  ),
)

/** A pair of words says what is said ("tight liner"), a word alone what it is about. */
const PAIR_WEIGHT = 2

/** Above 1, so that what ten reviews say counts more than two things that five say each. */
const CONSENSUS_POWER = 1.5

/** What the writer did and had says less of the thing, and less that others share, than what is said of the thing itself: the less, the more often the writer is named. */
const own = /\b(?:i|i['’]\w+|my|me|we|we['’]\w+|our|us)\b/gi

/** A sentence as far as it can be compared with others. */
export interface ReadQuote {
  /** In words. */
  length: number
  /** Content words and pairs of neighbouring words, as hashes, each with its weight. */
  concepts: Map<number, number>
  /** How well it stands alone, above 0 and at most 1. */
  quality: number
}

/** Reads what a sentence is about and how well it stands alone. */
export function readQuote(text: string): ReadQuote {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? []
  const concepts = new Map<number, number>()
  const hashes = words.map((word) => hashOf(plain(word)))
  const said = words.map((word) => !empty.has(word))
  hashes.forEach((hash, at) => {
    if (said[at]) concepts.set(hash, 1)
    const next = hashes[at + 1]
    if (next !== undefined && (said[at] || said[at + 1])) concepts.set(pairOf(hash, next), PAIR_WEIGHT)
  })
  const quality = (0.5 + 0.5 * quoteQuality(text)) / (1 + (text.match(own)?.length ?? 0))
  return { length: words.length, concepts, quality }
}

/** What it is worth that voices of this weight together say the same: nothing for a single one. */
export const consensus = (voices: number): number => Math.max(0, voices - 1) ** CONSENSUS_POWER

const plain = (word: string) => (word.length > 3 ? word.replace(/(?:(?<=[^s])s|'s)$/, '') : word)

/** One hash of two in their order. */
const pairOf = (a: number, b: number) => Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) >>> 0

/** FNV-1a of 32 bits over UTF-16 units. Two concepts of one item that share a hash are as good as never met, and would only make a quote look a little better. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
