import { setTimeout as sleep } from 'node:timers/promises'
import type { StreamPart } from '@reviewguide/contracts'
import { createFakeCatalogue, createFakeEvidenceSource, createFakeItemSearch } from '@reviewguide/testing'
import { createWorkflow, type Workflow } from '@reviewguide/workflow'
import { runBackend } from '../../../apps/backend/src/run-backend.ts'
import { goldenCorpus } from '../../answers/golden-corpus.ts'

/** Between two parts that are seen, in milliseconds: an answer of some thirty takes three seconds, in which a test can do something. */
const PACE_MS = 100

/** The same answers, part after part. */
function unhurried(workflow: Workflow): Workflow {
  return {
    async run(input, { emit, signal, ...context }) {
      const parts: StreamPart[] = []
      const result = await workflow.run(input, { ...context, signal, emit: (part) => void parts.push(part) })
      for (const part of parts) {
        signal.throwIfAborted()
        emit(part)
        if (part.type !== 'data-stage') await sleep(PACE_MS)
      }
      return result
    },
  }
}

/** The backend as it is, over three invented earbuds in memory, writing slowly. */
const corpus = goldenCorpus()
await runBackend(({ onUnsupported }) =>
  unhurried(
    createWorkflow({
      catalogue: createFakeCatalogue(corpus),
      search: createFakeItemSearch(corpus),
      evidence: createFakeEvidenceSource(corpus),
      onUnsupported,
    }),
  ),
)
