import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type Value = string | number | boolean | null

/** Rows a piece of the stream: some 100 kB. */
const PIECE = 200

/** Copies rows into a table, whose name and columns stand in `target` ("staged (a, b)"), by Postgres' text format. */
export async function copyRows(client: PoolClient, target: string, rows: Value[][]): Promise<void> {
  if (rows.length === 0) return
  const pieces = function* () {
    for (let at = 0; at < rows.length; at += PIECE) {
      yield rows
        .slice(at, at + PIECE)
        .map((row) => `${row.map(written).join('\t')}\n`)
        .join('')
    }
  }
  await copyStream(client, `copy ${target} from stdin`, Readable.from(pieces(), { objectMode: true }))
}

/** Sends what the source reads as the input of a `copy … from stdin`; resolves when the server has taken all of it. */
export async function copyStream(client: PoolClient, statement: string, source: Readable): Promise<void> {
  await pipeline(source, client.query(copyFrom(statement)))
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function written(value: Value): string {
  if (value === null) return '\\N'
  return typeof value === 'string' ? value.replace(/[\\\t\n\r]/g, (char) => escapes[char] ?? char) : String(value)
}
