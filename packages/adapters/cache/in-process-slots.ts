import type { Slots } from '@reviewguide/workflow/ports'

/** The places of a single process. */
export function createInProcessSlots({ clock = () => performance.now() }: { clock?: () => number } = {}): Slots {
  /** For each owner the holders with the time at which each loses its place. */
  const owners = new Map<string, Map<string, number>>()

  const holdersOf = (owner: string, now: number): Map<string, number> => {
    const holders = owners.get(owner) ?? new Map<string, number>()
    for (const [holder, until] of holders) if (until <= now) holders.delete(holder)
    if (holders.size === 0) owners.delete(owner)
    return holders
  }

  return {
    async take(owner, holder, most, keepMs) {
      const now = clock()
      const holders = holdersOf(owner, now)
      if (holders.has(holder)) return 'held'
      if (holders.size >= most) return 'full'
      owners.set(owner, holders.set(holder, now + keepMs))
      return 'taken'
    },
    async release(owner, holder) {
      const holders = holdersOf(owner, clock())
      holders.delete(holder)
      if (holders.size === 0) owners.delete(owner)
    },
  }
}
