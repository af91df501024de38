import type { Item } from '@reviewguide/contracts'
import type { ClaimContext, ClaimSubject } from '@reviewguide/opinions'
import type { RankedItem } from '../ranking/rank-items.ts'
import type { EvidenceBook } from './evidence-book.ts'
import { escapeName, formatCount, formatMoney, formatStars } from './wording.ts'

/** All that may be said in figures about one item. */
export function claimSubject({ item, ledger, reviews }: RankedItem): ClaimSubject {
  const { rating } = ledger
  return {
    name: escapeName(item.name),
    ratios: ledger.aspects.flatMap(({ positive, negative, mentions }) => [
      { part: positive, total: mentions },
      { part: negative, total: mentions },
    ]),
    splits: ledger.aspects.map(({ positive, negative }) => ({ positive, negative })),
    figures: [
      formatCount(reviews),
      formatCount(rating.count),
      ...ledger.aspects.map(({ mentions }) => formatCount(mentions)),
      ...(rating.adjusted === null ? [] : [formatStars(rating.adjusted)]),
      ...(rating.mean === null ? [] : [formatStars(rating.mean)]),
      ...(item.price ? [formatMoney(item.price)] : []),
    ],
  }
}

/** What may be said of an item that was left out: its name and its price. */
export function leftOutSubject(item: Item): ClaimSubject {
  return { name: escapeName(item.name), ratios: [], splits: [], figures: item.price ? [formatMoney(item.price)] : [] }
}

/** The checker's view of a message: its evidence so far, the items that a sentence is about, and the figures that the question itself gave. */
export function claimContext(
  subjects: ReadonlyMap<string, ClaimSubject>,
  about: readonly string[],
  book: EvidenceBook,
  given: string[],
): ClaimContext {
  return {
    subjects: about.flatMap((itemId) => subjects.get(itemId) ?? []),
    evidence: new Map(
      [...book.cited].map(([n, { itemName, quote }]) => [n, { itemName: escapeName(itemName), quote }]),
    ),
    given,
  }
}
