import type { AskTimes } from '../asking/ask-client.ts'
import { searchFullText } from '../asking/full-text.ts'
import { inParallel } from '../asking/in-parallel.ts'
import { makeQuestions } from '../asking/questions.ts'
import { withBackend } from '../asking/with-backend.ts'
import type { BenchContext, TaskResult } from '../context.ts'
import { largeFile, largeFileMissing } from '../data-files.ts'
import { type Figure, quantile } from '../figure.ts'

const AT_ONCE = 10

/** Questions before the measured ones: the first few of a process wait for the corpus' names to be read and for code to be compiled. */
const WARM_UP = 30

const MEASURED = 300

/** First text and whole answer over HTTP, ten asking all the time, beside a full-text search of the reviews for the same questions. */
export async function measureAnswers({ corpus, say, signal, server }: BenchContext): Promise<TaskResult> {
  say('loading the corpus')
  const { url, name } = await corpus()
  const questions = (await makeQuestions(url)).slice(0, WARM_UP + MEASURED)
  say(`asking ${questions.length} questions`)
  const { cold, warm, failures } = await askAll(url, questions, signal)
  const measured = questions.slice(WARM_UP)
  say('searching the reviews for the same questions')
  const searched = await searchFullText(url, measured, AT_ONCE, signal)

  const on = `${warm.length} different questions, each asked once, ${AT_ONCE} at once without a pause, ${name}; ${WARM_UP} others before; backend, ${server.name} and asker on one machine`
  const pair = (id: string, what: string, times: number[], beside?: number[]): Figure[] =>
    [
      { share: 0.5, id: 'median', word: 'median' },
      { share: 0.95, id: 'p95', word: '95th percentile' },
    ].map((of) => ({
      id: `answers.${id}.${of.id}`,
      name: `${what}, ${of.word}`,
      value: quantile(times, of.share),
      unit: 'ms',
      on,
      beside: beside && { what: 'ten best reviews by PostgreSQL full text', value: quantile(beside, of.share) },
    }))
  const first = (times: AskTimes[]) => times.map(({ firstText, whole }) => firstText ?? whole)
  return {
    figures: [
      ...pair('first-text', 'first text of an answer', first(warm), searched),
      ...pair(
        'whole',
        'whole answer',
        warm.map(({ whole }) => whole),
      ),
      {
        id: 'answers.cold.p95',
        name: 'first text, 95th percentile, just started',
        value: quantile(first(cold), 0.95),
        unit: 'ms',
        on: `the ${cold.length} questions before, ${AT_ONCE} at once, the first that this backend is asked`,
      },
      {
        id: 'answers.failed',
        name: 'questions that got no whole answer',
        value: failures.length,
        unit: '',
        on: [`of all ${questions.length}`, ...failures.slice(0, 2)].join('; '),
      },
    ],
    skipped: largeFile ? [] : [`answers over the large corpus: ${largeFileMissing}`],
  }
}

function askAll(url: string, questions: string[], signal: AbortSignal) {
  return withBackend(url, signal, async ({ ask }) => {
    const cold = await inParallel(questions.slice(0, WARM_UP), AT_ONCE, signal, ask)
    const warm = await inParallel(questions.slice(WARM_UP), AT_ONCE, signal, ask)
    const failures = [...cold, ...warm].flatMap(({ failure }) => failure ?? [])
    const whole = (times: AskTimes[]) => times.filter(({ failure }) => failure === null)
    return { cold: whole(cold), warm: whole(warm), failures }
  })
}
