import { createOpinionFinder, learnAspects, type OpinionFinder } from '@reviewguide/opinions'
import type { Task } from '../context.ts'
import { readSemeval2014, type TargetSentence } from '../data/semeval.ts'
import type { Reference } from '../figure.ts'
import { f1 } from '../metrics/f1.ts'

const sets: { name: string; file: string; category: string; aim: number; references: Reference[] }[] = [
  {
    name: 'semeval14-laptops',
    file: 'aspects/Laptop_Train_v2.xml',
    category: 'laptops',
    aim: 0.6,
    references: [
      { what: 'best entry', value: 0.7455, mark: 'V' },
      { what: 'training terms', value: 0.564, mark: 'H' },
      { what: 'official baseline', value: 0.356, mark: 'M' },
    ],
  },
  {
    name: 'semeval14-restaurants',
    file: 'aspects/Restaurants_Train_v2.xml',
    category: 'restaurants',
    aim: 0.65,
    references: [
      { what: 'best entry', value: 0.8401, mark: 'M' },
      { what: 'training terms', value: 0.629, mark: 'H' },
      { what: 'official baseline', value: 0.472, mark: 'M' },
    ],
  },
]

/**
 * The terms that name aspects: F1 of exact spans over all sentences. As `reviewguide analyze` does, the finder first learns the aspects of the category from the texts, without their
 * labels, and names terms of sentences that judge nothing too. Implied aspects have no term of their own, so their phrases are not counted.
 */
export const measureAspectTerms: Task = async ({ data }) =>
  sets.flatMap(({ name, file, category, aim, references }) => {
    const path = data.find(file)
    if (!path) return []
    const sentences = readSemeval2014(path)
    const aspectModels = learnAspects({ [category]: sentences.map(({ text }) => text) })
    const score = scoreOf(createOpinionFinder({ aspectModels, mentions: true }), category, sentences)
    const unlearned = scoreOf(createOpinionFinder({ mentions: true }), category, sentences)
    const details = { ...score, 'F1 without learning': unlearned.f1 }
    const figure = { id: `aspect-terms.${name}`, task: 'aspect terms', set: name, metric: 'exact span F1' }
    return [{ ...figure, value: score.f1, unit: '' as const, aim, references, details }]
  })

function scoreOf(finder: OpinionFinder, category: string, sentences: readonly TargetSentence[]) {
  const total = { hits: 0, found: 0, gold: 0 }
  for (const { text, targets } of sentences) {
    const spanOf = ({ start, end }: { start: number; end: number }) => `${start} ${end}`
    const gold = new Set(targets.map(spanOf))
    const explicit = finder.find(text, category).filter(({ implicit }) => implicit !== true)
    const found = new Set(explicit.map(spanOf))
    total.hits += gold.intersection(found).size
    total.found += found.size
    total.gold += gold.size
  }
  return { ...total, ...f1(total) }
}
