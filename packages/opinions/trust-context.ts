import { findBursts } from './find-bursts.ts'
import { shingles, textFingerprint, textOverlap } from './fingerprint.ts'
import type { TrustContext } from './trust.ts'

/** A review as its neighbours see it. */
export interface ReviewAmongOthers {
  /** Tells items apart. */
  item: string
  text: string
  /** 1 to 5 stars. */
  rating: number | null
  /** ISO 8601; null where the source does not say. */
  writtenAt: string | null
}

/** Smallest hashes of a text's word triples that stand for it: two texts that share half of their triples share 16 of 32 on average, and less than 4 hardly ever. */
const SKETCH = 32

/** Of a hash that more reviews hold only neighbours in the order of their texts are compared: all pairs would take the square of their number, and near copies chain. */
const COMMON = 40

/** Share of word triples in common (Jaccard) from which two texts count as nearly the same: a text of 25 words with four of them replaced keeps a third. */
const NEARLY = 0.3

/** Texts of fewer words are alike by chance. */
const FEWEST_WORDS = 8

/**
 * What all reviews together say about each one: copies, near copies, and bursts; for `weighReview`. One result for each review, in order. The order in which
 * reviews come changes nothing.
 *
 * Of texts that are the same, or nearly, the one that was written first is taken for the original and has no copies, where its date tells; without dates all count as
 * copies of each other. Near copies are found by bottom-k sketches of word triples (Broder 1997) and confirmed by the triples themselves.
 */
export function trustContexts(reviews: readonly ReviewAmongOthers[]): TrustContext[] {
  const same = copiesOf(reviews, groupsOfSame(reviews))
  const near = copiesOf(reviews, groupsOfNear(reviews))
  const burst = new Set(
    [...Map.groupBy(reviews.keys(), (at) => (reviews[at] as ReviewAmongOthers).item).values()].flatMap((members) => {
      const own = members.map((at) => reviews[at] as ReviewAmongOthers)
      return findBursts(own).map((at) => members[at] as number)
    }),
  )
  return reviews.map((_, at) => ({
    sameText: same.get(at) ?? 0,
    nearSameText: near.get(at) ?? 0,
    burst: burst.has(at),
  }))
}

/** For each member of a group of alike texts how many others it has; none for the one that was surely first. */
function copiesOf(reviews: readonly ReviewAmongOthers[], groups: readonly number[][]): Map<number, number> {
  const copies = new Map<number, number>()
  for (const group of groups) {
    const dated = group.map((at) => reviews[at]?.writtenAt ?? null)
    const first = dated.includes(null) ? null : (dated as string[]).reduce((a, b) => (a < b ? a : b))
    const alone = first !== null && dated.filter((date) => date === first).length === 1
    group.forEach((at, place) => {
      if (!(alone && dated[place] === first)) copies.set(at, group.length - 1)
    })
  }
  return copies
}

function groupsOfSame(reviews: readonly ReviewAmongOthers[]): number[][] {
  const prints = reviews.map(({ text }) => textFingerprint(text))
  const groups = Map.groupBy(reviews.keys(), (at) => prints[at] as string)
  groups.delete('')
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Texts that are nearly the same, chained: of three that each resemble the next, all three. */
function groupsOfNear(reviews: readonly ReviewAmongOthers[]): number[][] {
  const holders = new Map<number, number[]>()
  reviews.forEach(({ text }, at) => {
    for (const hash of sketchOf(text)) {
      const list = holders.get(hash)
      if (list) list.push(at)
      else holders.set(hash, [at])
    }
  })
  const shared = new Map<string, number>()
  for (const list of holders.values()) {
    const sorted = list.toSorted((a, b) => compare(reviews[a]?.text ?? '', reviews[b]?.text ?? '') || a - b)
    const reach = list.length > COMMON ? 1 : COMMON
    for (const [i, a] of sorted.entries()) {
      for (const b of sorted.slice(i + 1, i + 1 + reach)) {
        const pair = a < b ? `${a} ${b}` : `${b} ${a}`
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
    }
  }
  const leader = reviews.map((_, at) => at)
  const leaderOf = (at: number): number => (leader[at] === at ? at : (leader[at] = leaderOf(leader[at] as number)))
  for (const [pair, count] of shared) {
    const [a = 0, b = 0] = pair.split(' ').map(Number)
    if (count < 3 || textOverlap(reviews[a]?.text ?? '', reviews[b]?.text ?? '') < NEARLY) continue
    leader[leaderOf(a)] = leaderOf(b)
  }
  const groups = Map.groupBy(reviews.keys(), leaderOf)
  return [...groups.values()].filter((group) => group.length > 1)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The smallest hashes of the text's word triples; none for a short text. */
function sketchOf(text: string): number[] {
  const grams = shingles(text)
  if (grams.length + 2 < FEWEST_WORDS) return []
  return [...new Set(grams.map(hash32))].sort((a, b) => a - b).slice(0, SKETCH)
}

/** FNV-1a of 32 bits, its bits mixed once more: of similar words the smallest hashes would otherwise be similar too. */
function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
