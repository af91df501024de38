import { setTimeout as sleep } from 'node:timers/promises'
import type { StreamPart } from '@reviewguide/contracts'
import type { RunContext, RunInput, RunResult, Workflow } from '@reviewguide/workflow'

export type Script = (input: RunInput, context: RunContext) => Promise<RunResult>

/** A result as the real workflow gives it, for a script to end with. */
export const answered: RunResult = {
  metadata: { outcome: 'answered', read: { reviews: 12, items: 3 } },
  claims: [],
  memory: null,
}

/** Parts such as an answer is made of: stages, evidence before the text that cites it, two texts, suggestions. */
export function answerParts(words: string[] = ['Take ', 'the ', 'first.']): StreamPart[] {
  return [
    { type: 'data-stage', transient: true, data: { stage: 'safety', status: 'running' } },
    { type: 'data-stage', transient: true, data: { stage: 'safety', status: 'done', ms: 1 } },
    { type: 'data-notice', id: 'n1', data: { code: 'assumed', text: 'Prices in US dollars.' } },
    { type: 'data-notice', id: 'n1', data: { code: 'assumed', text: 'Prices in euros.' } },
    { type: 'text-start', id: 't1' },
    ...words.map((delta) => ({ type: 'text-delta' as const, id: 't1', delta })),
    { type: 'text-end', id: 't1' },
    { type: 'data-suggestions', data: { questions: ['Cheaper ones?'] } },
  ]
}

/** Emits the answer's parts, a tick between two of them. */
export const wholeAnswer: Script = async (_input, { emit }) => {
  for (const part of answerParts()) {
    emit(part)
    await sleep(0)
  }
  return answered
}

/** Writes a word every few milliseconds until it is told to end. */
export const endless: Script = async (_input, { emit, signal }) => {
  emit({ type: 'text-start', id: 't1' })
  for (let n = 1; !signal.aborted; n += 1) {
    emit({ type: 'text-delta', id: 't1', delta: `word ${n} ` })
    await sleep(5)
  }
  throw signal.reason
}

/** A workflow that does what `current` says, which a test may change. */
export function scriptedWorkflow(script: Script): Workflow & { current: Script; inputs: RunInput[] } {
  const inputs: RunInput[] = []
  return {
    current: script,
    inputs,
    run(input, context) {
      inputs.push(input)
      return this.current(input, context)
    },
  }
}
