import {
  adjustRating,
  alone,
  createOpinionFinder,
  RATING_PRIOR_STRENGTH,
  trustContexts,
  weighReview,
  weightedMean,
} from '@reviewguide/opinions'
import type { Task } from '../context.ts'
import type { HonestReview } from '../data/datafiniti.ts'
import { type HonestCorpus, readHonestCorpora } from '../data/honest-corpora.ts'
import { type Attack, attacks, plantFakes } from '../data/plant-fakes.ts'
import type { Figure } from '../figure.ts'
import { mean } from '../metrics/ndcg.ts'
import { ranksOf } from '../metrics/spearman.ts'

const shares = [0.05, 0.1, 0.2, 0.3]

/** Items with fewer reviews give their praise to the fakes, and are not in the corpus. */
const FEWEST_REVIEWS = 60

/** Reviews of an item, every n-th in the order of their dates, so that its rhythm stays. */
const MOST_REVIEWS = 200

/** Items of a corpus, those with the most reviews: more would only take longer. */
const MOST_ITEMS = 30

/**
 * Fakes planted among real reviews at 5 to 30 % of the attacked items' reviews, one kind of attack at a time; every third item is attacked, or all items of
 * every third brand. Recall is the share of the fakes of
 * all four amounts that carry the signal of their kind; doubted are honest reviews whose weight falls below a half; the ranking is by adjusted rating, its movement the mean change of places against the corpus without fakes, with
 * trust over without. Contexts come from `trustContexts`, to which the import's own indexes lead (`trust-pass.int.test.ts`).
 */
export const measurePlantedFakes: Task = async ({ data }) =>
  readHonestCorpora(data).flatMap((corpus) => figuresOf(corpus.name, choose(corpus)))

function choose({ reviews, category }: HonestCorpus): Corpus {
  const byItem = [...Map.groupBy(reviews, ({ item }) => item).values()].toSorted((a, b) => b.length - a.length)
  const honest: HonestReview[] = []
  const praise: string[] = []
  for (const [place, own] of byItem.entries()) {
    const sorted = own.toSorted((a, b) => compare(a.writtenAt ?? '', b.writtenAt ?? ''))
    const every = Math.ceil(sorted.length / MOST_REVIEWS)
    const kept = own.length < FEWEST_REVIEWS || place >= MOST_ITEMS ? [] : sorted.filter((_, at) => at % every === 0)
    honest.push(...kept)
    const chosen = new Set(kept)
    // What is not in the corpus is nobody's copy there.
    praise.push(
      ...sorted
        .filter((review) => !chosen.has(review) && review.rating === 5)
        .map(({ text }) => text)
        .slice(0, 200),
    )
  }
  return { honest, praise, opinionsOf: createOpinionMemory(category) }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

interface Corpus {
  honest: HonestReview[]
  praise: string[]
  opinionsOf: (text: string) => Parameters<typeof weighReview>[0]['opinions']
}

const signals: Record<Attack, RegExp> = {
  duplicates: /repeated_text/,
  'near-duplicates': /repeated_text/,
  bursts: /burst/,
  'one-sided': /author/,
  'one-brand': /author/,
}

function figuresOf(name: string, corpus: Corpus): Figure[] {
  const { honest, praise, opinionsOf } = corpus
  const items = [...new Set(honest.map(({ item }) => item))].toSorted()
  const attacked = items.filter((_, at) => at % 3 === 0)
  const brandOf = new Map(honest.map(({ item, brand }) => [item, brand]))
  const families = [...Map.groupBy(items, (item) => brandOf.get(item)).values()].filter((family) => family.length > 1)
  const attackedFamilies = families.filter((_, at) => at % 3 === 0).flat()
  const weigh = (reviews: readonly HonestReview[]) => {
    const context = trustContexts(reviews)
    return reviews.map((review, at) =>
      weighReview({ ...review, opinions: opinionsOf(review.text) }, context[at] ?? alone),
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
  // Where nothing is dated nobody can see a burst, without authors none of them is one-sided, and in a corpus of one brand everybody praises it alone.
  const dated = honest.some(({ writtenAt }) => writtenAt !== null)
  const ofBrands = Map.groupBy(honest, ({ brand }) => brand)
  const branded = Math.max(...[...ofBrands.values()].map((own) => own.length)) < honest.length / 2
  const possible = attacks.filter((attack) =>
    attack === 'one-brand' ? branded : dated || attack === 'duplicates' || attack === 'near-duplicates',
  )
  const details: Record<string, number> = { items: items.length, 'honest reviews': honest.length }
  const recall = new Map(possible.map((attack) => [attack, { hits: 0, gold: 0 }]))
  const doubted: number[] = []
  const moved = { plain: [] as number[], trusted: [] as number[] }
  for (const attack of possible) {
    for (const share of shares) {
      const fakes = plantFakes(honest, {
        attack,
        share,
        items: attack === 'one-brand' ? attackedFamilies : attacked,
        praise,
      })
      const all = [...honest, ...fakes]
      const trust = weigh(all)
      const signal = signals[attack]
      const caught = trust.slice(honest.length).filter(({ signals: seen }) => seen.some((one) => signal.test(one.name)))
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
  const common = { task: 'planted fakes', set: name }
  const id = (figure: string) => `planted-fakes.${name}.${figure}`
  const recalls = possible.map((attack): Figure => {
    const { hits, gold } = recall.get(attack) ?? { hits: 0, gold: 0 }
    const value = hits / gold
    return { ...common, id: id(`recall.${attack}`), metric: `recall, ${attack}`, value, unit: '', aim: 0.9 }
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

/** Opinions by text: most reviews stand in every attacked corpus. */
function createOpinionMemory(category: string): Corpus['opinionsOf'] {
  const finder = createOpinionFinder()
  const memory = new Map<string, ReturnType<Corpus['opinionsOf']>>()
  return (text) => {
    const opinions = memory.get(text) ?? finder.find(text, category)
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
