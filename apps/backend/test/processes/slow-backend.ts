import { setTimeout as sleep } from 'node:timers/promises'
import { runBackend } from '../../src/run-backend.ts'
import { answered } from '../scripted-workflow.ts'

/**
 * The backend as it is, but for a workflow that takes its time: a question "40 words every 30 ms" gets so many. With "own" in it each process writes
 * words of its own, as a model would; with "kept" as well it keeps a checkpoint, from which another one writes the same.
 */
await runBackend(() => ({
  async run({ question, checkpoint }, { emit, keep, signal }) {
    const [count = 0, ms = 0] = [...question.matchAll(/\d+/g)].map(Number)
    const { pid } = (checkpoint ?? process) as { pid: number }
    const own = question.includes('own') ? ` of ${pid}` : ''
    if (question.includes('kept')) keep?.({ pid })
    emit({ type: 'data-stage', transient: true, data: { stage: 'compose', status: 'running' } })
    emit({ type: 'data-notice', id: 'n1', data: { code: 'assumed', text: question } })
    emit({ type: 'text-start', id: 't1' })
    for (let n = 1; n <= count; n += 1) {
      signal.throwIfAborted()
      emit({ type: 'text-delta', id: 't1', delta: `word ${n}${own}. ` })
      await sleep(ms)
    }
    emit({ type: 'text-end', id: 't1' })
    emit({ type: 'data-suggestions', data: { questions: ['More?'] } })
    return answered
  },
}))
