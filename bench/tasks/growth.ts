import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createDatabase,
  createPool,
  createPostgresCatalogue,
  createPostgresEvidenceSource,
  createPostgresItemSearch,
} from '@reviewguide/adapters/postgres'
import { type SeenStatement, watchStatements } from '@reviewguide/testing'
import { createItemRanking } from '@reviewguide/workflow/rank-query'
import { plansOfHottest } from '../asking/hottest-statements.ts'
import { makeQuestions } from '../asking/questions.ts'
import { withBackend } from '../asking/with-backend.ts'
import type { BenchContext, TaskResult } from '../context.ts'
import { importInProcess } from '../corpus.ts'
import { type Figure, quantile } from '../figure.ts'
import { writeGrowthCorpus } from '../growth-corpus.ts'

/** Questions before the measured ones: the first few wait for names and figures to be read once, and for code to be compiled. */
const WARM_UP = 10

const HOTTEST = 3

/** Search and answer times as one corpus grows, and the plans of the statements that took most of them at its largest. */
export async function measureGrowth({ server, say, signal }: BenchContext): Promise<TaskResult> {
  const folder = await mkdtemp(join(tmpdir(), 'reviewguide-growth-'))
  try {
    say('writing the corpus in three parts')
    const corpus = writeGrowthCorpus(folder)
    if ('missing' in corpus)
      return { figures: [], skipped: corpus.missing.map((file) => `growth: ${file} is not there`) }
    const url = await server.createDatabase()
    const sizes: { reviews: number; search: number[]; answer: number[] }[] = []
    let questions: string[] = []
    let seen: SeenStatement[] = []
    let reviews = 0
    for (const part of corpus.parts) {
      say(`importing ${part.reviews.toLocaleString('en')} reviews`)
      const { reports } = await importInProcess({ url, files: [part.file], analysis: true }, signal)
      reviews += reports[0]?.added ?? 0
      // The same at every size: those that the smallest corpus can be asked.
      if (questions.length === 0) questions = await makeQuestions(url)
      say(`asking ${questions.length} questions of ${reviews.toLocaleString('en')} reviews`)
      const searched = await searchAll(url, questions, signal)
      seen = searched.seen
      sizes.push({ reviews, search: searched.times, answer: await answerAll(url, questions, signal) })
    }
    return {
      figures: figuresOf(sizes, questions.length - WARM_UP, server.name),
      notes: (await plansOfHottest(url, seen, HOTTEST)).map(
        (plan) => `one of the ${HOTTEST} hottest statements of search: ${plan}`,
      ),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Times of ranked searches, one after the other, and all statements that they sent. */
async function searchAll(url: string, questions: readonly string[], signal: AbortSignal) {
  const own = createPool(url, { max: 4 })
  try {
    const { pool, seen } = watchStatements(own)
    const db = createDatabase(pool)
    const rank = createItemRanking({
      catalogue: createPostgresCatalogue({ db }),
      search: createPostgresItemSearch({ db }),
      evidence: createPostgresEvidenceSource({ db }),
    })
    const times: number[] = []
    for (const [at, question] of questions.entries()) {
      if (at === WARM_UP) seen.length = 0
      const started = performance.now()
      await rank(question, { limit: 10 }, signal)
      if (at >= WARM_UP) times.push(performance.now() - started)
    }
    return { times, seen }
  } finally {
    await own.end()
  }
}

/** Times of whole answers over HTTP, one after the other. */
function answerAll(url: string, questions: readonly string[], signal: AbortSignal): Promise<number[]> {
  return withBackend(url, signal, async ({ ask }) => {
    const times: number[] = []
    for (const [at, question] of questions.entries()) {
      signal.throwIfAborted()
      const { whole, failure } = await ask(question)
      if (failure !== null) throw new Error(failure)
      if (at >= WARM_UP) times.push(whole)
    }
    return times
  })
}

function figuresOf(
  sizes: readonly { reviews: number; search: number[]; answer: number[] }[],
  questions: number,
  server: string,
): Figure[] {
  const on = `the same ${questions} questions at each size, one after the other, after ${WARM_UP} others; ${server} on the same machine`
  const shares = [
    { share: 0.5, id: 'median', word: 'median' },
    { share: 0.95, id: 'p95', word: '95th percentile' },
  ]
  return (['search', 'answer'] as const).flatMap((what) =>
    shares.flatMap(({ share, id, word }) => {
      const values = sizes.map((size) => ({ reviews: size.reviews, value: quantile(size[what], share) }))
      const each = values.map(
        ({ reviews, value }): Figure => ({
          id: `growth.${what}.${id}.${Math.round(reviews / 1000)}k`,
          name: `${what} at ${reviews.toLocaleString('en')} reviews, ${word}`,
          value,
          unit: 'ms',
          on,
        }),
      )
      const ratio = (values.at(-1)?.value ?? Number.NaN) / (values[0]?.value ?? Number.NaN)
      const name = `${what}, ${word}: times as long at the largest as at the smallest`
      return [...each, { id: `growth.${what}.${id}.ratio`, name, value: ratio, unit: 'times' as const, on }]
    }),
  )
}
