import { MESSAGE_LIMIT } from '@reviewguide/contracts'
import { MOST_RANKED, type Ranking, type RankOptions } from '@reviewguide/workflow/rank-query'
import { z } from 'zod'
import type { JsonLine } from '../json-lines.ts'
import { failureText } from '../report-failure.ts'
import { type SearchItem, searchItems } from './search-result.ts'

const Id = z.union([z.string(), z.number()])

const QueryLine = z.object({
  id: Id,
  query: z.string().max(MESSAGE_LIMIT, `at most ${MESSAGE_LIMIT} characters`),
  category: z.string().nullish(),
  limit: z.number().int().min(1).max(MOST_RANKED).nullish(),
})

/** What a line of a batch gives back: its items, or why there are none. The id is null when the line has none that can be read. */
export type BatchResult = { id: string | number; items: SearchItem[] } | { id: string | number | null; error: string }

export interface AnswerLineDeps {
  rank: (query: string, options: RankOptions) => Promise<Ranking>
  /** The category as the corpus spells it; throws when there is none. */
  categoryOf: (said: string) => Promise<string>
  /** Where the line names none. */
  defaults: { category?: string; limit: number }
}

/** Answers one line of a batch. Fails for nothing that the line alone is to blame for; when `signal` aborts it does. */
export async function answerLine(
  line: JsonLine,
  { rank, categoryOf, defaults }: AnswerLineDeps,
  signal: AbortSignal,
): Promise<BatchResult> {
  if ('problem' in line) return { id: null, error: `line ${line.line}: ${line.problem}` }
  const read = QueryLine.safeParse(line.value)
  if (!read.success) {
    const id = z.object({ id: Id }).safeParse(line.value)
    const problems = read.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')}: ${message}` : message,
    )
    return { id: id.success ? id.data.id : null, error: `line ${line.line}: ${problems.join('; ')}` }
  }
  const { id, query, category, limit } = read.data
  try {
    const within = category ? await categoryOf(category) : defaults.category
    return { id, items: searchItems(await rank(query, { category: within, limit: limit ?? defaults.limit })) }
  } catch (error) {
    signal.throwIfAborted()
    return { id, error: failureText(error) }
  }
}
