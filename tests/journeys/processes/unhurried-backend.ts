import { setTimeout as sleep } from 'node:timers/promises'
import type { StreamPart } from '@reviewguide/contracts'
import { createFakeCatalogue, createFakeEvidenceSource, createFakeItemSearch } from '@reviewguide/testing'
import { createWorkflow, type Workflow } from '@reviewguide/workflow'
import { runBackend } from '../../../apps/backend/src/run-backend.ts'
import { goldenCorpus } from '../../answers/golden-corpus.ts'

/** How long this backend pauses once it has written an answer's verdict, in milliseconds: time for a test to do something in the middle. */
const pauseMs = Number(process.argv[2] ?? 0)

/** The same answers, with that pause. */
function unhurried(workflow: Workflow): Workflow {
  return {
    async run(input, { emit, signal, ...context }) {
      const parts: StreamPart[] = []
      const result = await workflow.run(input, { ...context, signal, emit: (part) => void parts.push(part) })
      const verdict = parts.findIndex(({ type }) => type === 'text-end')
      for (const [at, part] of parts.entries()) {
        signal.throwIfAborted()
        emit(part)
        if (at === verdict) await sleep(pauseMs)
      }
      return result
    },
  }
}

/** The backend as it is, over three invented earbuds in memory. */
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
