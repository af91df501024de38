import { countAspects, itemAspectScores } from '@reviewguide/opinions'
import type { Task } from '../context.ts'
import type { FoundInReview } from '../data/analyse-in-threads.ts'
import type { AnalysedSet } from '../data/analysed-opinrank.ts'
import { type OpinrankSet, opinrankSets } from '../data/opinrank.ts'
import type { Figure, Reference } from '../figure.ts'
import { mean } from '../metrics/ndcg.ts'
import { spearman } from '../metrics/spearman.ts'

/** Items with fewer reviews say too little about any ranking, ours or people's. */
const FEWEST_REVIEWS = 10

/** Which of our aspects speak of what people rated: the names that a reader would take for the same thing. Names that the analysis does not use find nothing. */
const ours: Record<string, string[]> = {
  FUEL: ['fuel economy'],
  INTERIOR: ['interior'],
  EXTERIOR: ['exterior', 'design', 'styling'],
  BUILD: ['build quality', 'quality'],
  PERFORMANCE: ['performance', 'engine'],
  COMFORT: ['comfort'],
  RELIABILITY: ['reliability'],
  FUN: ['fun', 'fun to drive', 'driving', 'engine', 'handling'],
  CLEANLINESS: ['cleanliness'],
  ROOM: ['room'],
  SERVICE: ['staff', 'service', 'customer service'],
  LOCATION: ['location'],
  VALUE: ['value'],
}

const references: Partial<Record<OpinrankSet, Reference[]>> = {
  'cars-2008': [
    { what: 'mixed with tone', value: 0.48, mark: 'H' },
    { what: 'keywords and lexicon', value: 0.4, mark: 'H' },
  ],
}

/** Our score of an aspect of an item against the mean that people rated it with: Spearman over the items of a set for each aspect, and the mean over the aspects. */
export const measureAspectScores: Task = async ({ opinrank }) => {
  const figures: Figure[] = []
  for (const name of Object.keys(opinrankSets) as OpinrankSet[]) {
    const set = await opinrank(name)
    if (set) figures.push(figureOf(name, set))
  }
  return figures
}

function figureOf(name: OpinrankSet, set: AnalysedSet): Figure {
  const items = [...set.ratings].flatMap(([entity, { reviews, means }]) => {
    const found = set.found.get(entity) ?? []
    return reviews >= FEWEST_REVIEWS && found.length >= FEWEST_REVIEWS ? [{ entity, means, found }] : []
  })
  const aspects = [...new Set(items.flatMap(({ means }) => Object.keys(means)))].filter((aspect) => ours[aspect])
  const single = aspects.map((aspect) => {
    const rated = items.filter(({ means }) => means[aspect] !== undefined)
    const scores = itemAspectScores(rated.map(({ found }) => mentionsOf(found, ours[aspect] ?? [])))
    const correlation = spearman(
      scores,
      rated.map(({ means }) => means[aspect] ?? 0),
    )
    return [aspect, correlation] as const
  })
  const tone = aspects.map((aspect) => {
    const rated = items.filter(({ means }) => means[aspect] !== undefined)
    return spearman(
      rated.map(({ found }) => toneOf(found)),
      rated.map(({ means }) => means[aspect] ?? 0),
    )
  })
  return {
    id: `aspect-scores.${name}`,
    task: 'aspect score, item',
    set: name,
    metric: 'mean Spearman',
    value: mean(single.map(([, correlation]) => correlation)),
    unit: '',
    aim: 0.55,
    references: [...(references[name] ?? []), { what: 'tone of the reviews alone', value: mean(tone), mark: 'here' }],
    details: { items: items.length, ...Object.fromEntries(single) },
  }
}

/** Reviews for and against any of the aspects, each review once, and the mean tone of all. */
export function mentionsOf(found: readonly FoundInReview[], aspects: readonly string[]) {
  const reviews = found.map(({ opinions }) => ({
    weight: 1,
    opinions: opinions.filter(({ aspect }) => aspects.includes(aspect)).map((opinion) => ({ ...opinion, aspect: '' })),
  }))
  const [row] = countAspects(reviews)
  return { positive: row?.positive ?? 0, negative: row?.negative ?? 0, tone: found.length > 0 ? toneOf(found) : null }
}

export const toneOf = (found: readonly FoundInReview[]) => mean(found.map(({ tone }) => tone))
