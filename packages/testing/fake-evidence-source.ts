import type { ItemId, Polarity } from '@reviewguide/contracts'
import type { EvidenceSource, Quote } from '@reviewguide/workflow/ports'
import { categoryPrior } from './category-prior.ts'
import type { MemoryCorpus, MemoryOpinion, MemoryReview } from './memory-corpus.ts'

/** The opinions of a corpus in memory. */
export function createFakeEvidenceSource(corpus: MemoryCorpus): EvidenceSource {
  const aspectsOf = (itemId: ItemId) =>
    (corpus.ledgers.get(itemId)?.aspects ?? []).slice(0, 6).map(({ aspect }) => aspect)
  return {
    ledgers: async (itemIds) => itemIds.flatMap((itemId) => corpus.ledgers.get(itemId) ?? []),
    priors: async (categories) => categories.map((category) => categoryPrior(corpus, category)),
    async quotes({ itemIds, aspects, perSide }) {
      return itemIds.flatMap((itemId) =>
        (aspects.length > 0 ? aspects : aspectsOf(itemId)).flatMap((aspect) =>
          (['positive', 'negative', 'mixed', 'neutral'] as const).flatMap((polarity) =>
            quotesOf(corpus, itemId, aspect, polarity).slice(0, perSide),
          ),
        ),
      )
    },
  }
}

function quotesOf(corpus: MemoryCorpus, itemId: ItemId, aspect: string, polarity: Polarity): Quote[] {
  return corpus.reviews
    .filter((review) => review.itemId === itemId)
    .toSorted(
      (a, b) =>
        b.trust.weight - a.trust.weight ||
        (b.helpfulVotes ?? 0) - (a.helpfulVotes ?? 0) ||
        (b.writtenAt ?? '').localeCompare(a.writtenAt ?? ''),
    )
    .flatMap((review) => {
      const opinion = review.opinions.find((one) => one.aspect === aspect && one.polarity === polarity)
      return opinion ? [quoteOf(review, opinion)] : []
    })
}

function quoteOf(review: MemoryReview, { aspect, polarity, quote: { start, end } }: MemoryOpinion): Quote {
  const { reviewId, itemId, itemName, text, rating, writtenAt, verified, helpfulVotes, trust, source } = review
  return {
    reviewId,
    itemId,
    itemName,
    quote: text.slice(start, end),
    start,
    end,
    aspect,
    polarity,
    ...(rating !== null && { rating }),
    ...(writtenAt !== null && { writtenAt }),
    ...(verified !== null && { verified }),
    ...(helpfulVotes !== null && { helpfulVotes }),
    trust,
    source,
  }
}
