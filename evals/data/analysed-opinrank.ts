import { analyseInThreads, type FoundInReview } from './analyse-in-threads.ts'
import type { DataFolder } from './data-folder.ts'
import { type OpinrankData, type OpinrankSet, opinrankSets, readOpinrank } from './opinrank.ts'

/** Reviews of an item that are read, chosen by a hash of their text: twice as many change a set's figure by two hundredths or less, up or down, and take nearly twice as long. */
const MOST_REVIEWS = 60

export interface AnalysedSet extends OpinrankData {
  category: string
  /** By item, what was found in its reviews; at most `MOST_REVIEWS` an item. */
  found: Map<string, FoundInReview[]>
}

/** Gives a set with what the analysis finds in it, or null when the set is not there. A set is analysed once. */
export type OpinrankReader = (set: OpinrankSet) => Promise<AnalysedSet | null>

export function createOpinrankReader(data: DataFolder): OpinrankReader {
  const sets = new Map<OpinrankSet, Promise<AnalysedSet | null>>()
  return (set) => {
    const analysed = sets.get(set) ?? analyse(data, set)
    sets.set(set, analysed)
    return analysed
  }
}

async function analyse(data: DataFolder, set: OpinrankSet): Promise<AnalysedSet | null> {
  const read = readOpinrank(data, set)
  if (!read) return null
  const { category } = opinrankSets[set]
  const chosen = [...Map.groupBy(read.reviews, ({ entity }) => entity).values()].flatMap((reviews) =>
    reviews
      .map((review) => ({ review, hash: hashOf(review.text) }))
      .toSorted((a, b) => a.hash - b.hash)
      .slice(0, MOST_REVIEWS)
      .map(({ review }) => review),
  )
  const results = await analyseInThreads(chosen.map(({ text }) => ({ text, category })))
  const found = new Map<string, FoundInReview[]>()
  chosen.forEach(({ entity }, at) => {
    const result = results[at]
    if (result) found.set(entity, [...(found.get(entity) ?? []), result])
  })
  return { ...read, category, found }
}

/** FNV-1a of 32 bits over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}
