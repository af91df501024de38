import type { Clock } from '@reviewguide/workflow/ports'

/** A clock that stands still until it is moved. Starts at the given ISO time. */
export function createFakeClock(start = '2026-01-01T00:00:00.000Z'): Clock & { advance(ms: number): void } {
  let now = Date.parse(start)
  return {
    now: () => new Date(now),
    advance(ms) {
      now += ms
    },
  }
}
