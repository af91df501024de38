import { execFileSync } from 'node:child_process'
import type { DataFolder } from './data-folder.ts'
import { readDelimited } from './delimited.ts'
import { readText } from './read-text.ts'

/** The sets of OpinRank, and the category that an import would give their items. */
export const opinrankSets = {
  'cars-2007': { category: 'cars' },
  'cars-2008': { category: 'cars' },
  'hotels-dubai': { category: 'hotels' },
  'hotels-san-francisco': { category: 'hotels' },
} as const

export type OpinrankSet = keyof typeof opinrankSets

export interface OpinrankReview {
  entity: string
  title: string | null
  text: string
}

export interface OpinrankData {
  reviews: OpinrankReview[]
  /** People's mean rating of each item by aspect ("FUEL"), and on how many reviews; 0 and -1 mean none, and are left out. */
  ratings: Map<string, { reviews: number; means: Record<string, number> }>
  /** Queries of one aspect ("good gas mileage") with the judged score of every item. */
  queries: { query: string; aspect: string; scores: Map<string, number> }[]
}

/** Columns of the rating files that are no aspects. */
const notAspects = new Set(
  'docid doc_id year num_reviews overall_rating overall_ratingsource hotel_name hotel_url street city state country zip class price'.split(
    ' ',
  ),
)

/** Reads a set, or null when one of its files is not there. */
export function readOpinrank(data: DataFolder, set: OpinrankSet): OpinrankData | null {
  const reviews = data.find(`ranking/${set}.reviews.jsonl.gz`)
  const ratings = data.find(`ranking/${set}.aspect-ratings.csv`)
  const judgments = data.find(`ranking/${set}.judgments.tar.gz`)
  if (!reviews || !ratings || !judgments) return null
  return { reviews: readReviews(reviews), ratings: readRatings(ratings), queries: readQueries(judgments) }
}

/** The reviews of a set in the order of their file; those without a text are left out. */
export function readReviews(path: string): OpinrankReview[] {
  return readText(path)
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const row = JSON.parse(line) as { entity: string; title?: string; text?: string; favorite?: string }
      const text = [row.text, row.favorite].filter(Boolean).join('\n')
      return { entity: row.entity, title: row.title ?? null, text }
    })
    .filter(({ text }) => text.trim() !== '')
}

function readRatings(path: string): OpinrankData['ratings'] {
  const ratings: OpinrankData['ratings'] = new Map()
  for (const row of readDelimited(readText(path))) {
    const means = Object.entries(row).flatMap(([name, value]) =>
      notAspects.has(name) || !(Number(value) > 0) ? [] : [[name, Number(value)] as const],
    )
    ratings.set(row.docid ?? row.doc_id ?? '', { reviews: Number(row.num_reviews), means: Object.fromEntries(means) })
  }
  return ratings
}

/** A file of the archive holds the queries of one set of aspects: `#cat=build,`, lines `#query=well built;0`, then lines `entity;score`. */
function readQueries(path: string): OpinrankData['queries'] {
  const text = execFileSync('tar', ['-xzOf', path], { maxBuffer: 2 ** 28 }).toString('utf8')
  const queries = text.split(/^#cat=/m).flatMap((file) => {
    const lines = file.split('\n').map((line) => line.trim())
    const aspects = (lines[0] ?? '').split(',').filter(Boolean)
    const [aspect] = aspects
    if (aspects.length !== 1 || aspect === undefined) return []
    const scores = new Map<string, number>()
    for (const line of lines.slice(1)) {
      const border = line.lastIndexOf(';')
      if (!line.startsWith('#') && border > 0) scores.set(line.slice(0, border), Number(line.slice(border + 1)))
    }
    const asked = lines.flatMap((line) => /^#query=(.*);\d+$/.exec(line)?.[1]?.trim() ?? [])
    return asked.map((query) => ({ query, aspect, scores }))
  })
  return queries.toSorted((a, b) => (a.query < b.query ? -1 : 1))
}
