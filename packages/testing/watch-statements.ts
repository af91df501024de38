import type { createPool } from '@reviewguide/adapters/postgres'

type Pool = ReturnType<typeof createPool>

/** A statement as it was sent, and the time until its answer, in ms. */
export interface SeenStatement {
  text: string
  values: readonly unknown[]
  ms: number
}

/** A pool whose connections are those of another, and which notes all that is asked through them. The other stays the caller's to end. */
export function watchStatements(pool: Pool): { pool: Pool; seen: SeenStatement[] } {
  const seen: SeenStatement[] = []
  const connect = async () => {
    const client = await pool.connect()
    const query = async (text: string, values: readonly unknown[] = []) => {
      const started = performance.now()
      const result = await client.query(text, [...values])
      seen.push({ text, values, ms: performance.now() - started })
      return result
    }
    return new Proxy(client, {
      get(target, key) {
        if (key === 'query') return query
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
  }
  const watched = new Proxy(pool, {
    get: (target, key) => (key === 'connect' ? connect : (Reflect.get(target, key) as unknown)),
  })
  return { pool: watched, seen }
}
