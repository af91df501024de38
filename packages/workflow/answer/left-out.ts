import type { RankedItem } from '../ranking/rank-items.ts'
import { counted, type Draft, escapeName, formatMoney, listed } from './wording.ts'
import type { WriteInput } from './written.ts'

/** What fitted but for one thing, and what has too few reviews: "Left out: Orso Run is $119. The Vale Buds have 3 reviews, too few to judge." */
export function leftOutSentences({ found, ranked, tooFew }: WriteInput): Draft[] {
  const drafts: Draft[] = []
  const dear = found.leftOut.filter(
    ({ reason, item }) => (reason === 'over_budget' || reason === 'under_budget') && item.price,
  )
  const unpriced = found.leftOut.filter(({ reason }) => reason === 'unknown_price')
  const foreign = found.leftOut.filter(({ reason }) => reason === 'other_currency')
  const low = found.leftOut.filter(({ reason }) => reason === 'low_rating')
  const lacking = found.leftOut.filter(({ reason }) => reason === 'lacks_feature')
  const names = (items: { item: { name: string } }[]) => listed(items.map(({ item }) => escapeName(item.name)))
  if (dear.length > 0) {
    drafts.push({
      text: `Left out: ${listed(dear.map(({ item }) => `${escapeName(item.name)} is ${item.price ? formatMoney(item.price) : ''}`))}.`,
      about: dear.map(({ item }) => item.itemId),
    })
  }
  if (unpriced.length > 0)
    drafts.push({ text: `No price is known for ${names(unpriced)}.`, about: unpriced.map(({ item }) => item.itemId) })
  if (foreign.length > 0)
    drafts.push({
      text: `${names(foreign)} ${foreign.length === 1 ? 'is' : 'are'} priced in another currency.`,
      about: foreign.map(({ item }) => item.itemId),
    })
  if (low.length > 0)
    drafts.push({ text: `Below the rating asked for: ${names(low)}.`, about: low.map(({ item }) => item.itemId) })
  if (lacking.length > 0)
    drafts.push({
      text: `Without what you asked for: ${names(lacking)}.`,
      about: lacking.map(({ item }) => item.itemId),
    })
  const few: RankedItem[] = ranked.length > 0 ? tooFew.slice(0, 4) : []
  for (const { item, reviews } of few) {
    drafts.push({
      text: `${escapeName(item.name)} has ${counted(reviews, 'review')}, too few to judge.`,
      about: [item.itemId],
    })
  }
  return drafts
}
