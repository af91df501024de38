import type { ItemId, ItemTrust } from '@reviewguide/contracts'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'

/** Which signals cannot be judged with what an item's reviews tell, and why. */
export type UnjudgedSignals = (coverage: {
  reviews: number
  dated: number
  authored: number
  verificationKnown: number
  branded: boolean
}) => ItemTrust['unjudged']

interface Row {
  reviews: number
  dated: number
  authored: number
  verificationKnown: number
  branded: boolean
  lowered: number
  belowHalf: number
  signals: Record<string, number>
  mean: number | null
  weightedMean: number | null
}

/** How an item's reviews were screened; null while they were not. */
export async function readItemTrust(
  db: ReviewGuideDatabase,
  itemId: ItemId,
  unjudgedSignals: UnjudgedSignals,
): Promise<ItemTrust | null> {
  const { rows } = await sql<Row>`
    select t.reviews, t.dated, t.authored, t.verification_known as "verificationKnown", i.brand is not null as branded, t.lowered,
      t.below_half as "belowHalf", t.signals, r.mean, r.weighted_mean as "weightedMean"
    from reviewguide.item_trust t join reviewguide.items i using (item_id) left join reviewguide.item_ratings r using (item_id)
    where t.item_id = ${itemId}`.execute(db)
  const [row] = rows
  if (!row) return null
  const { reviews, lowered, belowHalf, mean, weightedMean, signals } = row
  return {
    reviews,
    lowered,
    belowHalf,
    signals: Object.entries(signals)
      .map(([name, count]) => ({ name, reviews: count }))
      .sort((a, b) => b.reviews - a.reviews || (a.name < b.name ? -1 : 1)),
    ratingBefore: mean,
    ratingAfter: weightedMean,
    unjudged: unjudgedSignals(row),
  }
}
