import type { Science } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { refreshAspects } from './aspect-figures.ts'
import { refreshRatings } from './rating-figures.ts'
import { weighRepeats } from './weigh-repeats.ts'

/** What an import changes and questions read. */
const changed = ['items', 'reviews', 'opinions', 'item_ratings', 'item_aspects', 'category_aspects']

/** Brings everything that is computed from the reviews of stale items up to date, and says that the corpus has changed. Within the caller's transaction. */
export async function refreshFigures(client: PoolClient, science: Science): Promise<{ items: number }> {
  const stale = await client.query('select 1 from reviewguide.stale_items limit 1')
  if (stale.rows.length === 0) return { items: 0 }
  await weighRepeats(client, science.weigh)
  await refreshRatings(client, science.adjustRating)
  await refreshAspects(client)
  await client.query('update reviewguide.corpus_state set version = version + 1')
  // The planner knows nothing of tables that were filled a second ago, and its own look at them may be a minute away.
  await client.query(`analyze ${changed.map((table) => `reviewguide.${table}`).join(', ')}`)
  const { rowCount } = await client.query('delete from reviewguide.stale_items')
  return { items: rowCount ?? 0 }
}
