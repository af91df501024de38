import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { AnalysedReview, Analyser, ReviewText } from '../ports/index.ts'

/** Reviews a message: large enough that messages cost little, small enough that the threads end a batch together. */
const CHUNK = 100

/** The model and a chunk of the longest reviews need half of this; without a limit a thread lets garbage pile up to several times as much. */
const resourceLimits = { maxOldGenerationSizeMb: 80, maxYoungGenerationSizeMb: 12 }

interface Job {
  id: number
  reviews: ReviewText[]
  resolve: (results: AnalysedReview[]) => void
  reject: (error: unknown) => void
}

/**
 * An analyser whose work is done on threads of its own, so that reading and writing go on beside it. Threads start when there is work for them, each with
 * some 100 MB for its language model: more than four would not fit beside a server.
 */
export function createWorkerAnalyser({ threads = Math.min(4, availableParallelism()) } = {}): Analyser {
  const idle: Worker[] = []
  const busy = new Map<Worker, Job>()
  const queue: Job[] = []
  let nextId = 1

  const start = (): Worker => {
    const worker = new Worker(new URL('./analysis-worker.ts', import.meta.url), { resourceLimits })
    worker.on('message', ({ id, results }: { id: number; results: AnalysedReview[] }) => {
      const job = busy.get(worker)
      busy.delete(worker)
      idle.push(worker)
      if (job?.id === id) job.resolve(results)
      assign()
    })
    worker.on('error', (error) => fail(worker, error))
    worker.on('exit', () => fail(worker, new Error('an analysis thread ended')))
    return worker
  }

  const fail = (worker: Worker, error: unknown) => {
    busy.get(worker)?.reject(error)
    busy.delete(worker)
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
  }

  const assign = () => {
    while (queue.length > 0 && (idle.length > 0 || busy.size < threads)) {
      const job = queue.shift()
      const worker = idle.pop() ?? start()
      if (job === undefined) return
      busy.set(worker, job)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      worker.postMessage({ id: job.id, reviews: job.reviews })
    }
  }

  const enqueue = (reviews: ReviewText[]) =>
    new Promise<AnalysedReview[]>((resolve, reject) => {
      queue.push({ id: nextId++, reviews, resolve, reject })
      assign()
    })

  return {
    async analyse(reviews) {
      const chunks: Promise<AnalysedReview[]>[] = []
      for (let at = 0; at < reviews.length; at += CHUNK) chunks.push(enqueue(reviews.slice(at, at + CHUNK)))
      return (await Promise.all(chunks)).flat()
    },
    async close() {
      for (const job of queue.splice(0)) job.reject(new Error('the analyser was closed'))
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()))
    },
  }
}
