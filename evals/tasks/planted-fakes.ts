import {
  adjustRating,
  createOpinionFinder,
  RATING_PRIOR_STRENGTH,
  type TrustContext,
  textFingerprint,
  trustContexts,
  weighReview,
  weightedMean,
} from '@reviewguide/opinions'
import type { Task } from '../context.ts'
import { type HonestReview, readDatafiniti } from '../data/datafiniti.ts'
import { type Attack, attacks, plantFakes } from '../data/plant-fakes.ts'
import type { Figure } from '../figure.ts'
import { mean } from '../metrics/ndcg.ts'
import { ranksOf } from '../metrics/spearman.ts'

const shares = [0.05, 0.1, 0.2, 0.3]

/** Items with fewer reviews give their praise to the fakes, and are not in the corpus. */
const FEWEST_REVIEWS = 60

/** Reviews of an item, every n-th in the order of their dates, so that its rhythm stays. */
const MOST_REVIEWS = 200

/** How the reviews' contexts come about: as the import does today, which counts equal texts, or by `trustContexts`. */
const contexts: Record<string, (reviews: readonly HonestReview[]) => TrustContext[]> = {
  import: equalTexts,
  trustContexts,
}

/**
 * Fakes planted among real reviews at 5 to 30 % of the attacked items' reviews, one kind of attack at a time; every third item is attacked. Recall is the share of the fakes of
 * all four amounts that carry the signal of their kind (of one-sided reviewers, who have none, that weigh less than fully); doubted are honest reviews whose weight falls below a half; the ranking is by adjusted rating, its movement the mean change of places against the corpus without fakes, with
 * trust over without.
 */
export const measurePlantedFakes: Task = async ({ data }) => {
  const path = data.find('import/datafiniti-amazon-34k.csv.gz')
  if (!path) return []
  const byItem = Map.groupBy(readDatafiniti(path), ({ item }) => item)
  const honest: HonestReview[] = []
  const praise: string[] = []
  for (const reviews of byItem.values()) {
    const sorted = reviews.toSorted((a, b) => (a.writtenAt < b.writtenAt ? -1 : a.writtenAt > b.writtenAt ? 1 : 0))
    const every = Math.ceil(sorted.length / MOST_REVIEWS)
    const kept = reviews.length < FEWEST_REVIEWS ? [] : sorted.filter((_, at) => at % every === 0)
    honest.push(...kept)
    // What is not in the corpus is nobody's copy there.
    praise.push(
      ...sorted
        .filter((review) => !kept.includes(review) && review.rating === 5)
        .map(({ text }) => text)
        .slice(0, 200),
    )
  }
  const opinionsOf = createOpinionMemory()
  return Object.entries(contexts).flatMap(([name, contextsOf]) =>
    figuresOf(name, contextsOf, { honest, praise, opinionsOf }),
  )
}

interface Corpus {
  honest: HonestReview[]
  praise: string[]
  opinionsOf: (text: string) => Parameters<typeof weighReview>[0]['opinions']
}

const signals: Partial<Record<Attack, RegExp>> = {
  duplicates: /repeated_text/,
  'near-duplicates': /repeated_text/,
  bursts: /burst/,
}

function figuresOf(
  name: string,
  contextsOf: (reviews: readonly HonestReview[]) => TrustContext[],
  corpus: Corpus,
): Figure[] {
  const { honest, praise, opinionsOf } = corpus
  const items = [...new Set(honest.map(({ item }) => item))].toSorted()
  const attacked = items.filter((_, at) => at % 3 === 0)
  const weigh = (reviews: readonly HonestReview[]) => {
    const context = contextsOf(reviews)
    return reviews.map((review, at) =>
      weighReview({ ...review, opinions: opinionsOf(review.text) }, context[at] as TrustContext),
    )
  }
  const clean = {
    plain: places(items, honest),
    trusted: places(
      items,
      honest,
      weigh(honest).map(({ weight }) => weight),
    ),
  }
  const details: Record<string, number> = { items: items.length, 'honest reviews': honest.length }
  const recall = new Map(attacks.map((attack) => [attack, { hits: 0, gold: 0 }]))
  const doubted: number[] = []
  const moved = { plain: [] as number[], trusted: [] as number[] }
  for (const attack of attacks) {
    for (const share of shares) {
      const fakes = plantFakes(honest, { attack, share, items: attacked, praise })
      const all = [...honest, ...fakes]
      const trust = weigh(all)
      const signal = signals[attack]
      const caught = trust
        .slice(honest.length)
        .filter(({ weight, signals: seen }) => (signal ? seen.some((one) => signal.test(one.name)) : weight < 1))
      const wrongly = trust.slice(0, honest.length).filter(({ weight }) => weight < 0.5).length / honest.length
      const plain = movement(clean.plain, places(items, all))
      const trusted = movement(
        clean.trusted,
        places(
          items,
          all,
          trust.map(({ weight }) => weight),
        ),
      )
      const total = recall.get(attack)
      if (total) {
        total.hits += caught.length
        total.gold += fakes.length
      }
      doubted.push(wrongly)
      moved.plain.push(plain)
      moved.trusted.push(trusted)
      const label = `${attack} ${share * 100} %`
      details[`${label}: recall`] = caught.length / fakes.length
      details[`${label}: honest below half`] = wrongly
      details[`${label}: places moved, without trust`] = plain
      details[`${label}: places moved, with trust`] = trusted
    }
  }
  const common = {
    task: 'planted fakes',
    set: `datafiniti, ${name === 'import' ? 'as imported today' : 'by trustContexts'}`,
  }
  const id = (figure: string) => `planted-fakes.${name}.${figure}`
  const recalls = attacks.map((attack): Figure => {
    const { hits, gold } = recall.get(attack) ?? { hits: 0, gold: 0 }
    const value = hits / gold
    const aim = signals[attack] ? 0.9 : undefined
    return { ...common, id: id(`recall.${attack}`), metric: `recall, ${attack}`, value, unit: '', aim }
  })
  return [
    ...recalls,
    {
      ...common,
      id: id('honest-doubted'),
      metric: 'honest below half (less is better)',
      value: Math.max(...doubted),
      unit: '%',
      aim: 0.02,
      details,
    },
    {
      ...common,
      id: id('ranking-moved'),
      metric: 'ranking moved, with over without (less)',
      value: mean(moved.trusted) / mean(moved.plain),
      unit: '',
      aim: 0.5,
    },
  ]
}

/** What an import knows today: how many other reviews have the same fingerprint. */
function equalTexts(reviews: readonly HonestReview[]): TrustContext[] {
  const prints = reviews.map(({ text }) => textFingerprint(text))
  const counts = new Map<string, number>()
  for (const print of prints) counts.set(print, (counts.get(print) ?? 0) + 1)
  return prints.map((print) => ({
    sameText: print === '' ? 0 : (counts.get(print) ?? 1) - 1,
    nearSameText: 0,
    burst: false,
  }))
}

/** Opinions by text: most reviews stand in every attacked corpus. */
function createOpinionMemory(): Corpus['opinionsOf'] {
  const finder = createOpinionFinder()
  const memory = new Map<string, ReturnType<Corpus['opinionsOf']>>()
  return (text) => {
    const opinions = memory.get(text) ?? finder.find(text, 'tablets')
    memory.set(text, opinions)
    return opinions
  }
}

/** The place of each item by adjusted rating, as the product computes it; without weights every review counts fully. */
function places(items: readonly string[], reviews: readonly HonestReview[], weights?: readonly number[]): number[] {
  const rated = reviews.map(({ item, rating }, at) => ({ item, rating, weight: weights?.[at] ?? 1 }))
  const byItem = Map.groupBy(rated, ({ item }) => item)
  const prior = { mean: weightedMean(rated), strength: RATING_PRIOR_STRENGTH }
  return ranksOf(
    items.map((item) => {
      const own = byItem.get(item) ?? []
      const count = own.reduce((sum, { weight }) => sum + weight, 0)
      return adjustRating({ mean: weightedMean(own), count }, prior) ?? 0
    }),
  )
}

const movement = (before: readonly number[], after: readonly number[]) =>
  mean(before.map((place, at) => Math.abs(place - (after[at] ?? 0))))
