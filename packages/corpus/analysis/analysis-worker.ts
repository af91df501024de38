import { parentPort } from 'node:worker_threads'
import type { ReviewText } from '../ports/index.ts'
import { createReviewAnalysis } from './analyse-review.ts'

/** A thread that analyses chunks of reviews: takes `{ id, reviews }`, answers `{ id, results }`. A failure ends the thread; its owner is told. */
const analyse = createReviewAnalysis()

parentPort?.on('message', ({ id, reviews }: { id: number; reviews: ReviewText[] }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage({ id, results: reviews.map(analyse) })
})
