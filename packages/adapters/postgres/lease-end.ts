import type { Lease } from '@reviewguide/workflow/ports'
import { type RawBuilder, sql } from 'kysely'

/** When a lease taken now is over, by the database's clock; null for none. */
export function leaseEnd(lease: Lease | undefined): RawBuilder<string | null> {
  return lease ? sql`clock_timestamp() + ${lease.ms} * interval '1 ms'` : sql`null::timestamptz`
}
