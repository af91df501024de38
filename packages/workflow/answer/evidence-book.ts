import type { EvidenceData, ItemId, Polarity, StreamPart } from '@reviewguide/contracts'
import { quoteQuality } from '@reviewguide/opinions'
import type { Quote } from '../ports/index.ts'

/** What a sentence wants to be supported by. */
export interface QuoteWanted {
  itemId: ItemId
  aspect?: string
  polarity?: Polarity
  count: number
  /** Whether a quote that is cited already serves as well: for figures that repeat what a sentence said. */
  again?: boolean
}

/** Numbers the evidence of one message: 1, 2, 3 … in the order of first citation; a quote keeps its number. */
export interface EvidenceBook {
  /** Picks quotes, those not cited yet first (with `again` those cited already), sends each new one as an evidence part, and returns their numbers. */
  cite(wanted: QuoteWanted): number[]
  /** The best quote that fits and that reads well inside a sentence, cited; null when there is none. */
  quote(wanted: Omit<QuoteWanted, 'count'>): EvidenceData | null
  readonly cited: ReadonlyMap<number, EvidenceData>
}

/** Longest quotation set inside a sentence, in UTF-16 units; longer ones are read in the review itself. */
const INLINE_LIMIT = 150

/** Lowest quality of a quotation in a sentence: below it stand fragments that begin with "so it" or shout. */
const READABLE = 0.7

/** What would be read as Markdown or as a citation of ours. Quotes with these are cited, and not set in the text. */
const marked = /[[\]*_`<>\\#|“”\n]|https?:/

/** @param quotes best first, as the evidence stage found them */
export function createEvidenceBook(quotes: readonly Quote[], emit: (part: StreamPart) => void): EvidenceBook {
  const cited = new Map<number, EvidenceData>()
  const numbers = new Map<string, number>()
  const keyOf = (quote: Quote) => `${quote.reviewId}:${quote.start}:${quote.end}`

  const numberOf = (quote: Quote): number => {
    const known = numbers.get(keyOf(quote))
    if (known) return known
    const n = numbers.size + 1
    const evidence: EvidenceData = { ...quote, n }
    numbers.set(keyOf(quote), n)
    cited.set(n, evidence)
    emit({ type: 'data-evidence', id: `evidence-${n}`, data: evidence })
    return n
  }
  const fitting = ({ itemId, aspect, polarity }: Omit<QuoteWanted, 'count'>) =>
    quotes.filter(
      (quote) =>
        quote.itemId === itemId && (!aspect || quote.aspect === aspect) && (!polarity || quote.polarity === polarity),
    )

  return {
    cited,
    cite(wanted) {
      const all = fitting(wanted)
      const fresh = all.filter((quote) => !numbers.has(keyOf(quote)))
      const reviews = new Set<string>()
      const first = wanted.again ? all.filter((quote) => numbers.has(keyOf(quote))) : fresh
      const chosen = [...first, ...all].filter((quote) => !reviews.has(quote.reviewId) && reviews.add(quote.reviewId))
      return chosen.slice(0, wanted.count).map(numberOf)
    },
    quote(wanted) {
      const chosen = fitting(wanted).find(
        ({ quote }) => quote.length <= INLINE_LIMIT && !marked.test(quote) && quoteQuality(quote) >= READABLE,
      )
      return chosen ? (cited.get(numberOf(chosen)) ?? null) : null
    },
  }
}
