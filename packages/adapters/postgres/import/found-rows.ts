import type { PoolClient } from 'pg'
import { copyRows } from './copy-rows.ts'

type Row = Parameters<typeof copyRows>[2][number]

/** Rows on their way to a table. */
const FULL = 5000

/**
 * Gathers rows for a table (`target`: name and columns). They are written by `flush`, which a reader of a cursor may call between two fetches: a statement at a time is all that a connection takes.
 */
export function createFoundRows(
  client: PoolClient,
  target: string,
): { add(row: Row): void; flush(all?: boolean): Promise<void> } {
  let rows: Row[] = []
  return {
    add: (row) => rows.push(row),
    async flush(all = false) {
      if (!all && rows.length < FULL) return
      const full = rows
      rows = []
      await copyRows(client, target, full)
    },
  }
}
