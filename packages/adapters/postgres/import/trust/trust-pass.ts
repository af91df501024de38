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
  await findSame(client, trust)
  await findNear(client, trust)
  await findItemBursts(client, trust)
  await findAuthors(client, trust)
  await weighAgain(client, weigh)
  await client.query('delete from reviewguide.stale_sources')
}
