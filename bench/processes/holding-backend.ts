import { setTimeout as sleep } from 'node:timers/promises'
import { createApp, loadConfig } from '@reviewguide/backend'
import { keylessLimits } from '@reviewguide/workflow/runs'
import { createDependencies } from '../../apps/backend/src/dependencies.ts'
import { createLogger } from '../../apps/backend/src/logger.ts'
import { ENDING_MS, HELD_MS, HELD_RUNS, openingParts, WAITS } from '../load/held-answer.ts'
import { answerUsage } from '../stream/answer-usage.ts'

/** The backend as it is, but for runs that say their first words and go on when this process is told to `end`; more of them at once, and for longer, than usual. */
const told = Promise.withResolvers<void>()
process.on('message', (question) => {
  if (question === 'end') told.resolve()
})

let waiting = 0

const config = loadConfig(process.env)
const deps = await createDependencies(
  config,
  createLogger(config),
  () => ({
    async run({ question }, { emit, signal }) {
      for (const part of openingParts) emit(part)
      if (question === WAITS) {
        const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
        const turn = ENDING_MS * waiting++
        await Promise.race([told.promise.then(() => sleep(turn)), ended])
        signal.throwIfAborted()
      }
      emit({ type: 'text-end', id: 't1' })
      return { metadata: { outcome: 'answered', read: { reviews: 12, items: 3 } }, claims: [], memory: null }
    },
  }),
  { ...keylessLimits, totalMs: HELD_MS, concurrent: HELD_RUNS },
)
const app = await createApp(deps)
await app.listen({ port: config.port, host: '127.0.0.1' })
answerUsage({ watchPeak: true })
process.send?.({ port: config.port })
