import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Polarity } from '@reviewguide/contracts'

export interface TextToAnalyse {
  text: string
  category: string
}

/** What the analysis finds in one review: its opinions, and how it leans as a whole, -1 to 1. */
export interface FoundInReview {
  opinions: { aspect: string; polarity: Polarity; term: string }[]
  tone: number
}

/** Analyses texts on as many threads as there are cores, four at most; one result for each, in their order. Throws when a thread fails. */
export async function analyseInThreads(texts: readonly TextToAnalyse[]): Promise<FoundInReview[]> {
  const threads = Math.min(4, availableParallelism())
  const share = Math.ceil(texts.length / threads)
  const parts = Array.from({ length: threads }, (_, at) => texts.slice(at * share, (at + 1) * share))
  return (await Promise.all(parts.map(analysePart))).flat()
}

function analysePart(texts: readonly TextToAnalyse[]): Promise<FoundInReview[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./analysis-thread.ts', import.meta.url), { workerData: texts })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('an analysis thread ended without a result')))
  })
}
