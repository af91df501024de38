import type { Hold, Lease, RunStore } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { leaseEnd } from './lease-end.ts'

/** See the port. One statement for all runs of a process; only what it did not find as expected is looked at once more. */
export async function renewRuns(
  db: ReviewGuideDatabase,
  runs: Parameters<RunStore['renew']>[0],
  lease: Lease,
): Promise<Hold[]> {
  const { rows } = await sql<{ run_id: string; stop_asked: boolean }>`
    update reviewguide.runs r set lease_until = ${leaseEnd(lease)}
    from unnest(${runs.map(({ runId }) => runId)}::text[], ${runs.map(({ epoch }) => epoch)}::integer[]) as mine (run_id, epoch)
    where r.run_id = mine.run_id and r.epoch = mine.epoch and r.status = 'active'
    returning r.run_id, r.stop_asked`.execute(db)
  const held = new Map(rows.map((row) => [row.run_id, row.stop_asked]))
  const missing = runs.filter(({ runId }) => !held.has(runId)).map(({ runId }) => runId)
  const others =
    missing.length === 0
      ? []
      : await db.selectFrom('runs').select(['run_id', 'epoch']).where('run_id', 'in', missing).execute()
  const epochs = new Map(others.map((row) => [row.run_id, row.epoch]))
  return runs.map(({ runId, epoch }): Hold => {
    const stopAsked = held.get(runId)
    if (stopAsked !== undefined) return stopAsked ? 'stop_asked' : 'held'
    const now = epochs.get(runId)
    if (now === undefined) return 'gone'
    return now > epoch ? 'lost' : 'ended'
  })
}
