import { createPool } from '@reviewguide/adapters/postgres'
import type { SeenStatement } from '@reviewguide/testing'

/** The statements that took most time in all, with their plan: as text, one each. */
export async function plansOfHottest(url: string, seen: readonly SeenStatement[], most: number): Promise<string[]> {
  const hottest = [...Map.groupBy(seen, ({ text }) => shapeOf(text)).values()]
    .map((all) => ({ all, ms: all.reduce((sum, { ms }) => sum + ms, 0) }))
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, most)
  const pool = createPool(url, { max: 1, statementTimeoutMs: 0 })
  try {
    const plans: string[] = []
    for (const { all, ms } of hottest) {
      // The middle one in time stands for the rest.
      const one = all.toSorted((a, b) => a.ms - b.ms)[all.length >> 1]
      if (!one) continue
      const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, costs off, timing off) ${one.text}`,
        [...one.values],
      )
      const plan = rows.map((row) => `  ${row['QUERY PLAN'].slice(0, 160)}`).join('\n')
      plans.push(`${all.length} times, ${ms.toFixed(0)} ms in all: ${shapeOf(one.text).slice(0, 160)} …\n${plan}`)
    }
    return plans
  } finally {
    await pool.end()
  }
}

/** The statement whatever it is asked with: a search has a piece for each word. */
const shapeOf = (text: string) =>
  text
    .replace(/(?:\(i\.search @@ to_tsquery\('english', \$\d+\)\)::int \* \$\d+::real(?: \+ )?)+/g, '(words)')
    .replace(/\$\d+/g, '?')
    .replace(/\s+/g, ' ')
    .trim()
