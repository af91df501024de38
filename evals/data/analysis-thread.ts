import { parentPort, workerData } from 'node:worker_threads'
import { createOpinionFinder, reviewTone } from '@reviewguide/opinions'
import type { FoundInReview, TextToAnalyse } from './analyse-in-threads.ts'

const finder = createOpinionFinder()
const found = (workerData as TextToAnalyse[]).map(
  ({ text, category }): FoundInReview => ({
    opinions: finder.find(text, category).map(({ aspect, polarity, term }) => ({ aspect, polarity, term })),
    tone: reviewTone(text),
  }),
)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
parentPort?.postMessage(found)
