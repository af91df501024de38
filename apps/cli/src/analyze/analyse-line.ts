import type { Polarity } from '@reviewguide/contracts'
import { judgeSentence, type OpinionFinder, polarityOfTarget } from '@reviewguide/opinions'
import { z } from 'zod'

const Id = z.union([z.string(), z.number()])
const offset = z.number().int().nonnegative()

const TextLine = z.object({ id: Id, text: z.string() })

const TargetsLine = TextLine.extend({
  targets: z.array(
    z.object({ start: offset, end: offset }).refine(({ start, end }) => start <= end, 'start after end'),
  ),
}).superRefine(({ text, targets }, context) => {
  targets.forEach(({ end }, index) => {
    if (end > text.length) {
      const message = `ends after the text, which has ${text.length} UTF-16 units`
      context.addIssue({ code: 'custom', path: ['targets', index], message })
    }
  })
})

/** UTF-16 units around a target that are read for it: far more than its sentence, and the time for a text of many megabytes stays bounded. */
const AROUND = 20_000

/** What a line became, or in words why it cannot be read. Offsets are UTF-16 units of the text as given. */
export type Analysed<T> = { ok: true; result: { id: string | number; opinions: T[] } } | { ok: false; problem: string }

export interface FoundOpinion {
  aspect: string
  term: string
  polarity: Polarity
  start: number
  end: number
  /** Only there, and true, where the words name no aspect but imply one: "too heavy". */
  implicit?: true
}

export interface JudgedTarget {
  start: number
  end: number
  polarity: Polarity
}

/** The text of a line that has one. */
export function textOf(value: unknown): string | null {
  const line = TextLine.safeParse(value)
  return line.success ? line.data.text : null
}

/** The opinions of the text of a line `{ id, text }`, in the order of their terms; those that name no aspect only with `implicit`. */
export function findOpinions(
  value: unknown,
  finder: OpinionFinder,
  { category, implicit = false }: { category: string; implicit?: boolean },
): Analysed<FoundOpinion> {
  const line = TextLine.safeParse(value)
  if (!line.success) return { ok: false, problem: problemOf(line.error) }
  const { id, text } = line.data
  const opinions = finder
    .find(text, category)
    .filter((opinion) => implicit || !opinion.implicit)
    .map((opinion) => {
      const { aspect, term, polarity, start, end } = opinion
      return { aspect, term, polarity, start, end, ...(opinion.implicit && { implicit: true as const }) }
    })
  return { ok: true, result: { id, opinions } }
}

/** The judgement on each target of a line `{ id, text, targets }`, in their order. A target without length stands for the text as a whole. */
export function judgeTargets(value: unknown): Analysed<JudgedTarget> {
  const line = TargetsLine.safeParse(value)
  if (!line.success) return { ok: false, problem: problemOf(line.error) }
  const { id, text, targets } = line.data
  const opinions = targets.map(({ start, end }) => ({
    start,
    end,
    polarity: start === end ? judgeSentence(text.slice(0, 2 * AROUND)) : polarityAt(text, start, end),
  }))
  return { ok: true, result: { id, opinions } }
}

function polarityAt(text: string, start: number, end: number): Polarity {
  const from = Math.max(0, start - AROUND)
  return polarityOfTarget(text.slice(from, end + AROUND), start - from, end - from)
}

function problemOf({ issues }: z.ZodError): string {
  return issues
    .slice(0, 3)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ')
}
