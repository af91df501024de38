import { setImmediate as tick } from 'node:timers/promises'
import { createApp, loadConfig } from '@reviewguide/backend'
import { createDependencies } from '../../apps/backend/src/dependencies.ts'
import { createLogger } from '../../apps/backend/src/logger.ts'
import { answerUsage } from '../stream/answer-usage.ts'
import { scriptedParts } from '../stream/scripted-parts.ts'

/** The backend as it is, PostgreSQL and logging included, but for the workflow, which emits what was written beforehand: as many parts a tick as the question says. */
const config = loadConfig(process.env)
const parts = scriptedParts()
const deps = await createDependencies(config, createLogger(config), () => ({
  async run({ question }, { emit }) {
    const burst = Number(question)
    for (const [at, part] of parts.entries()) {
      emit(part)
      if (at % burst === burst - 1) await tick()
    }
    return { metadata: { outcome: 'answered', read: { reviews: 12, items: 3 } }, claims: [], memory: null }
  },
}))
const app = await createApp(deps)
await app.listen({ port: config.port, host: '127.0.0.1' })
answerUsage()
process.send?.({ port: config.port })
