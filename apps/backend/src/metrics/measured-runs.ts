import type { Runs } from '@reviewguide/workflow/runs'
import type { Metrics } from './create-metrics.ts'

/** The same runs, with the questions counted that started none. One about a chat that does not exist was not refused for want of room. */
export function measuredRuns(runs: Runs, { runRefused }: Pick<Metrics, 'runRefused'>): Runs {
  return {
    ...runs,
    async ask(request) {
      const asked = await runs.ask(request)
      if (asked.outcome !== 'started' && asked.outcome !== 'not_found') runRefused(asked.outcome)
      return asked
    },
  }
}
