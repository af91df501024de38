import { fitAspectPrior, fitUsualPrior, type ItemMentions } from '@reviewguide/opinions'
import type { AspectLedger, CategoryPrior, ItemLedger } from '@reviewguide/workflow/ports'
import type { MemoryCorpus } from './memory-corpus.ts'

/** One review says nothing of what is usual. */
const FEWEST_MENTIONS = 2

/** What is usual in a category of a corpus in memory. */
export function categoryPrior(corpus: MemoryCorpus, category: string): CategoryPrior {
  const members = new Set(corpus.items.filter((item) => item.category === category).map((item) => item.itemId))
  const ratings = corpus.reviews.flatMap(({ itemId, rating }) =>
    rating !== null && members.has(itemId) ? [rating] : [],
  )
  const ledgers = [...members].sort().flatMap((itemId) => corpus.ledgers.get(itemId) ?? [])
  const usual = fitUsualPrior(ledgers.map((ledger) => mentionsOf(ledger, ledger.aspects)))
  const own = corpus.categoryAspects.filter((row) => row.category === category && row.mentions >= FEWEST_MENTIONS)
  const aspects = own.flatMap(({ aspect }) => {
    const judged = ledgers.flatMap((ledger) => {
      const row = ledger.aspects.find((candidate) => candidate.aspect === aspect)
      return row && row.positive + row.negative > 0 ? [mentionsOf(ledger, [row])] : []
    })
    return judged.length > 0 ? [[aspect, fitAspectPrior(judged, usual)]] : []
  })
  return {
    category,
    ratingMean: ratings.length > 0 ? ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length : null,
    aspects: Object.fromEntries(aspects),
    usual,
  }
}

const mentionsOf = ({ tone }: ItemLedger, rows: readonly AspectLedger[]): ItemMentions => ({
  positive: rows.reduce((sum, row) => sum + row.positiveWeight, 0),
  negative: rows.reduce((sum, row) => sum + row.negativeWeight, 0),
  tone,
})
