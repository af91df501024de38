import type { Polarity } from '@reviewguide/contracts'
import type { AspectLedger } from '../ports/index.ts'
import type { RankedItem } from '../ranking/rank-items.ts'
import type { EvidenceBook } from './evidence-book.ts'
import { divisionsOf, strengthsOf, weaknessesOf } from './sides.ts'
import {
  capitalise,
  citations,
  complaint,
  counted,
  type Draft,
  escapeName,
  formatMoney,
  isPlural,
  isUse,
  listed,
  praise,
  reviewerOf,
  theAspect,
} from './wording.ts'

/** "Think twice if the noise level matters to you: 9 of 14 … [4][5]." Null when nothing is mostly faulted. */
export function warningSentence(ranked: RankedItem, book: EvidenceBook): Draft | null {
  const [worst, next] = weaknessesOf(ranked)
  if (!worst) return null
  const clause = faultClause(ranked, worst, 2, book)
  if (!clause) return null
  const more = next && faultClause(ranked, next, 1, book)
  return {
    text: `${thinkTwice(worst.aspect)}: ${listed([clause, ...(more ? [more] : [])])}.`,
    about: [ranked.item.itemId],
  }
}

function thinkTwice(aspect: string): string {
  if (isUse(aspect)) return `Think twice for ${aspect}`
  return `Think twice if ${theAspect(aspect)} ${isPlural(aspect) ? 'matter' : 'matters'} to you`
}

function faultClause({ item }: RankedItem, aspect: AspectLedger, count: number, book: EvidenceBook): string | null {
  const numbers = book.cite({ itemId: item.itemId, aspect: aspect.aspect, polarity: 'negative', count })
  return numbers.length > 0 ? `${complaint(aspect)} ${citations(numbers)}` : null
}

/** Where people disagree, with a voice of each side: "Bass divides people, 11 for and 8 against …". Null when they agree. */
export function divisionSentence(ranked: RankedItem, book: EvidenceBook): Draft | null {
  const [aspect] = divisionsOf(ranked)
  if (!aspect) return null
  const { itemId } = ranked.item
  const forIt = book.cite({ itemId, aspect: aspect.aspect, polarity: 'positive', count: 1 })
  const against = book.cite({ itemId, aspect: aspect.aspect, polarity: 'negative', count: 1 })
  if (forIt.length === 0 || against.length === 0) return null
  const sides = `${aspect.positive} for and ${aspect.negative} against ${citations([...forIt, ...against])}`
  const verb = isPlural(aspect.aspect) ? 'divide' : 'divides'
  return {
    text: isUse(aspect.aspect)
      ? `Opinions differ on ${aspect.aspect}, ${sides}.`
      : `${capitalise(theAspect(aspect.aspect))} ${verb} people, ${sides}.`,
    about: [itemId],
  }
}

/** One reviewer's own words: "One guest writes: “…” [3]." Null when no quote is short and plain enough to stand in a sentence. */
export function quoteSentence(
  { item }: RankedItem,
  aspect: string,
  polarity: Polarity | undefined,
  book: EvidenceBook,
): Draft | null {
  const quote = book.quote({ itemId: item.itemId, aspect, ...(polarity ? { polarity } : {}) })
  if (!quote) return null
  const who = quote.verified
    ? `A verified ${item.kind === 'product' ? 'buyer' : reviewerOf[item.kind]}`
    : `One ${reviewerOf[item.kind]}`
  return { text: `${who} writes: “${quote.quote}” [${quote.n}]`, about: [item.itemId] }
}

/** What another item is better or worse at than the pick. `used` keeps two alternatives from being praised for the same thing where both have more to say. */
export function alternativeSentence(
  ranked: RankedItem,
  pick: RankedItem,
  used: Set<string>,
  book: EvidenceBook,
): Draft | null {
  const { item } = ranked
  const name = escapeName(item.name)
  const strengths = strengthsOf(ranked)
  const beats = strengths.find((aspect) => !used.has(aspect.aspect) && exceeds(aspect, pick))
  const best = beats ?? strengths.find(({ aspect }) => !used.has(aspect)) ?? strengths[0]
  const [worst] = weaknessesOf(ranked)
  const clauses: string[] = []
  if (best) {
    used.add(best.aspect)
    const numbers = book.cite({ itemId: item.itemId, aspect: best.aspect, polarity: 'positive', count: 1 })
    if (numbers.length > 0) clauses.push(`${praise(best)} ${citations(numbers)}`)
  }
  const fault = worst && faultClause(ranked, worst, 1, book)
  if (clauses.length === 0 && !fault) return null
  const price = item.price ? ` at ${formatMoney(item.price)}` : ''
  const opening = beats ? `**For ${theAspect(beats.aspect)}, ${name}**${price}` : `**${name}**${price}`
  const hint = ranked.confidence.level === 'low' ? ` With ${counted(ranked.reviews, 'review')}, read it as a hint.` : ''
  const text =
    clauses.length > 0 && fault ? `${opening}: ${clauses[0]}, but ${fault}.` : `${opening}: ${clauses[0] ?? fault}.`
  return { text: text + hint, about: [item.itemId] }
}

function exceeds(aspect: AspectLedger, pick: RankedItem): boolean {
  const own = pick.ledger.aspects.find((candidate) => candidate.aspect === aspect.aspect)
  const share = ({ positive, negative }: AspectLedger) => (positive + 1) / (positive + negative + 2)
  return !own || share(aspect) > share(own) + 0.08
}
