import type { Science } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { refreshAspects } from './aspect-figures.ts'
import { dateCategories } from './date-categories.ts'
import { fitPriors } from './fit-priors.ts'
import { refreshRatings } from './rating-figures.ts'
import { refreshQuotes } from './refresh-quotes.ts'
import { passTrust } from './trust/trust-pass.ts'
import { refreshItemTrust } from './trust-figures.ts'

/** What an import changes and questions read; of reviews what they are found and ordered by: to sort their texts for statistics that no plan asks for takes longer than the rest. */
const changed = [
  'items',
  'reviews (review_id, item_id, import_id, source, author, rating, written_at, verified, helpful_votes, language, fingerprint, tone, trust_weight, trust_context)',
  'opinions',
  'item_ratings',
  'item_aspects',
  'category_aspects',
  'item_quotes',
]

/** Brings everything that is computed from the reviews of stale items up to date, and says that the corpus has changed. Within the caller's transaction. */
export async function refreshFigures(client: PoolClient, science: Science): Promise<{ items: number }> {
  const stale = await client.query('select 1 from reviewguide.stale_items limit 1')
  if (stale.rows.length === 0) return { items: 0 }
  await passTrust(client, science)
  await dateCategories(client, science)
  await refreshRatings(client, science.adjustRating)
  await refreshAspects(client, science)
  await fitPriors(client, science)
  await refreshItemTrust(client)
  await refreshQuotes(client, science)
  await client.query('update reviewguide.corpus_state set version = version + 1')
  // The planner knows nothing of tables that were filled a second ago, and its own look at them may be a minute away.
  await client.query(`analyze ${changed.map((table) => `reviewguide.${table}`).join(', ')}`)
  const { rowCount } = await client.query('delete from reviewguide.stale_items')
  return { items: rowCount ?? 0 }
}
