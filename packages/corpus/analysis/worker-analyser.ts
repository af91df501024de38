import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { AnalysedReview, Analyser, ReviewText } from '../ports/index.ts'

/**
 * Most reviews and text (UTF-16 units) of a message. More would outlive several collections of a thread's young garbage and be taken for lasting, which makes garbage that is dear to collect;
 * with less the messages themselves would cost.
 */
const CHUNK = 60
const CHUNK_TEXT = 4000

/** Messages that a thread has at a time: the next one lies ready when one is done, however busy the reading thread is. */
const AHEAD = 2

/** The model and a chunk of the longest reviews need half of this; without a limit a thread lets garbage pile up to several times as much. */
const resourceLimits = { maxOldGenerationSizeMb: 80, maxYoungGenerationSizeMb: 12 }

interface Job {
  id: number
  reviews: ReviewText[]
  resolve: (results: AnalysedReview[]) => void
  reject: (error: unknown) => void
}

interface Thread {
  worker: Worker
  /** In the order in which it was given them. */
  jobs: Job[]
}

/**
 * An analyser whose work is done on threads of its own, so that reading and writing go on beside it. Threads start when there is work for them, each with
 * some 100 MB for its language model: more than four would not fit beside a server.
 */
export function createWorkerAnalyser({ threads = Math.min(4, availableParallelism()) } = {}): Analyser {
  const working: Thread[] = []
  const queue: Job[] = []
  let nextId = 1

  const start = (): Thread => {
    const worker = new Worker(new URL('./analysis-worker.ts', import.meta.url), { resourceLimits })
    const thread: Thread = { worker, jobs: [] }
    worker.on('message', ({ id, results }: { id: number; results: AnalysedReview[] }) => {
      const job = thread.jobs.shift()
      if (job?.id === id) job.resolve(results)
      assign()
    })
    worker.on('error', (error) => fail(thread, error))
    worker.on('exit', () => fail(thread, new Error('an analysis thread ended')))
    working.push(thread)
    return thread
  }

  const fail = (thread: Thread, error: unknown) => {
    for (const job of thread.jobs.splice(0)) job.reject(error)
    if (working.includes(thread)) working.splice(working.indexOf(thread), 1)
  }

  /** The thread that is to have the next job; null while all have enough. */
  const next = (): Thread | null => {
    const least = working.reduce<Thread | null>(
      (best, thread) => (best === null || thread.jobs.length < best.jobs.length ? thread : best),
      null,
    )
    if (least?.jobs.length === 0) return least
    if (working.length < threads) return start()
    return least !== null && least.jobs.length < AHEAD ? least : null
  }

  const assign = () => {
    while (queue.length > 0) {
      const thread = next()
      const job = thread && queue.shift()
      if (!job) return
      thread.jobs.push(job)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      thread.worker.postMessage({ id: job.id, reviews: job.reviews })
    }
  }

  const enqueue = (reviews: ReviewText[]) =>
    new Promise<AnalysedReview[]>((resolve, reject) => {
      queue.push({ id: nextId++, reviews, resolve, reject })
      assign()
    })

  return {
    async analyse(reviews) {
      return (await Promise.all(chunksOf(reviews).map(enqueue))).flat()
    },
    async close() {
      for (const job of queue.splice(0)) job.reject(new Error('the analyser was closed'))
      await Promise.all(working.map(({ worker }) => worker.terminate()))
    },
  }
}

function chunksOf(reviews: readonly ReviewText[]): ReviewText[][] {
  const chunks: ReviewText[][] = []
  let chunk: ReviewText[] = []
  let text = 0
  for (const review of reviews) {
    chunk.push(asRead(review))
    text += review.body.length
    if (chunk.length < CHUNK && text < CHUNK_TEXT) continue
    chunks.push(chunk)
    chunk = []
    text = 0
  }
  return chunk.length === 0 ? chunks : [...chunks, chunk]
}

/** What the analysis looks at, without all else that a caller's object may hold: it would be copied for nothing. */
const asRead = ({
  body,
  title,
  category,
  rating,
  writtenAt,
  author,
  verified,
  helpfulVotes,
  language,
}: ReviewText): ReviewText => ({
  body,
  title,
  category,
  rating,
  writtenAt,
  author,
  verified,
  helpfulVotes,
  language,
})
