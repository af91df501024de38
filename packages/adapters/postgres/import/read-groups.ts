import type { PoolClient, QueryResultRow } from 'pg'

/** The rows of a query in groups of equal `keyOf`, which the query must be ordered by; `page` rows are fetched at once, so that memory stays bounded. Within a transaction; one at a time. */
export async function* readGroups<R extends QueryResultRow>(
  client: PoolClient,
  query: string,
  keyOf: (row: R) => string,
  { page = 2000, values = [] }: { page?: number; values?: unknown[] } = {},
): AsyncGenerator<[R, ...R[]]> {
  await client.query(`declare read_groups no scroll cursor for ${query}`, values)
  const fetch = () => {
    const rows = client.query<R>(`fetch ${page} from read_groups`)
    // Should the reader stop or fail meanwhile, nobody waits for this page any more.
    rows.catch(() => undefined)
    return rows
  }
  let group: R[] = []
  // The database looks for the next page while this one is worked on.
  for (let coming = fetch(), more = true; more; ) {
    const { rows } = await coming
    more = rows.length === page
    if (more) coming = fetch()
    for (const row of rows) {
      const [first] = group
      if (first !== undefined && keyOf(first) !== keyOf(row)) {
        yield group as [R, ...R[]]
        group = []
      }
      group.push(row)
    }
  }
  if (group.length > 0) yield group as [R, ...R[]]
  await client.query('close read_groups')
}
