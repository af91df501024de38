import type { Science } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { findAuthors } from './find-authors.ts'
import { findItemBursts } from './find-bursts.ts'
import { findNear } from './find-near.ts'
import { findSame } from './find-same.ts'
import { weighAgain } from './weigh-again.ts'

/**
 * Looks at the reviews of stale items among all others, and at those that they bear upon, and weighs the ones whose context changed. The same corpus leads to the same trust in whatever
 * order and pieces it came; within the caller's transaction.
 */
export async function passTrust(client: PoolClient, { trust, weigh }: Pick<Science, 'trust' | 'weigh'>): Promise<void> {
  const t0 = performance.now(); const lap = (n: string) => console.log(n, Math.round(performance.now() - t0))
  await findSame(client, trust); lap("same")
  await findNear(client, trust); lap("near")
  await findItemBursts(client, trust); lap("bursts")
  await findAuthors(client, trust); lap("authors")
  await weighAgain(client, weigh); lap("weigh")
  await client.query('delete from reviewguide.stale_sources')
}
