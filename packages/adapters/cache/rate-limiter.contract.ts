import { setTimeout as sleep } from 'node:timers/promises'
import type { Charge, RateLimiter } from '@reviewguide/workflow/ports'
import { describe, expect, it } from 'vitest'

const subject = (kind = 'guest') => `${kind}:${crypto.randomUUID()}`
const charge = (more: Partial<Charge> = {}): Charge => ({
  subject: subject(),
  use: 'any',
  limit: 3,
  windowMs: 60_000,
  ...more,
})

/** Takes one after another, and tells which were let through. */
async function takeTimes(limiter: RateLimiter, charges: Charge[], times: number): Promise<boolean[]> {
  const all: boolean[] = []
  for (let n = 0; n < times; n += 1) all.push((await limiter.take(charges)).allowed)
  return all
}

/** What every rate limiter does. `limiters` are those of two processes; they may be the same. */
export function rateLimiterContract(name: string, limiters: () => { one: RateLimiter; other: RateLimiter }): void {
  describe(`rate limiter: ${name}`, () => {
    it('lets the limit through and no more, whoever counts', async () => {
      const { one, other } = limiters()
      const mine = charge()
      expect(await takeTimes(one, [mine], 2)).toEqual([true, true])
      expect(await takeTimes(other, [mine], 3)).toEqual([true, false, false])
      expect(await takeTimes(one, [charge()], 1)).toEqual([true])
    })

    it('counts each use of a subject for itself', async () => {
      const { one } = limiters()
      const asking = charge({ use: 'ask', limit: 1 })
      expect(await takeTimes(one, [asking], 2)).toEqual([true, false])
      expect(await takeTimes(one, [{ ...asking, use: 'any' }], 1)).toEqual([true])
    })

    it('never gives the last place twice, however many come at once', async () => {
      const { one, other } = limiters()
      const crowded = charge({ limit: 25 })
      const taken = await Promise.all(
        Array.from({ length: 120 }, (_, n) => (n % 2 === 0 ? one : other).take([crowded, charge()])),
      )
      expect(taken.filter(({ allowed }) => allowed)).toHaveLength(25)
    })

    it('counts a refused request in no window', async () => {
      const { one } = limiters()
      const [full, roomy] = [charge({ limit: 1 }), charge({ limit: 5 })]
      await one.take([full])
      expect(await takeTimes(one, [roomy, full], 20)).not.toContain(true)
      expect(await takeTimes(one, [roomy], 6)).toEqual([true, true, true, true, true, false])
    })

    it('tells what is used, in the order of the charges', async () => {
      const { one } = limiters()
      const [guest, address] = [charge({ limit: 2 }), charge({ subject: subject('address'), limit: 9 })]
      await one.take([address])
      const { windows, allowed, shared, now } = await one.take([guest, address])
      expect({ allowed, shared }).toEqual({ allowed: true, shared: true })
      expect(windows.map(({ used }) => used)).toEqual([1, 2])
      expect(windows.map(({ waitMs }) => waitMs)).toEqual([0, 0])
      for (const { freeInMs } of windows) {
        expect(freeInMs).toBeGreaterThan(55_000)
        expect(freeInMs).toBeLessThanOrEqual(60_000)
      }
      expect(Math.abs(now - Date.now())).toBeLessThan(5_000)
    })

    it('tells a wait that is long enough, and not too long', async () => {
      const { one } = limiters()
      const brief = charge({ limit: 2, windowMs: 2_000 })
      await one.take([brief])
      await sleep(400)
      await one.take([brief])
      const { allowed, windows } = await one.take([brief])
      const waitMs = windows[0]?.waitMs ?? 0
      const asked = performance.now()
      expect(allowed).toBe(false)
      expect(waitMs).toBeGreaterThan(0)
      // A busy machine may sleep past the moment: then nothing can be said about it.
      await sleep(waitMs - 150)
      const early = await one.take([brief])
      if (early.allowed) return expect(performance.now() - asked).toBeGreaterThan(waitMs - 5)
      await sleep(Math.max(0, waitMs + 2 - (performance.now() - asked)))
      // The first has left, the second has not: the window slides and does not start anew.
      expect((await one.take([brief])).allowed).toBe(true)
      const next = await one.take([brief])
      if (performance.now() - asked < waitMs + 300) expect(next.allowed).toBe(false)
    })

    it('keeps to a limit that was lowered meanwhile, and says when it has room', async () => {
      const { one } = limiters()
      const before = charge({ limit: 4, windowMs: 10_000 })
      for (let n = 0; n < 4; n += 1) {
        await one.take([before])
        await sleep(12)
      }
      const { allowed, windows } = await one.take([{ ...before, limit: 2 }])
      expect(allowed).toBe(false)
      // Three must leave, so the wait is for the third and not for the oldest.
      expect(windows[0]?.waitMs).toBeGreaterThanOrEqual((windows[0]?.freeInMs ?? 0) + 20)
    })

    it('takes any text for a subject', async () => {
      const { one } = limiters()
      for (const odd of ['{}', '}{', 'address:2001:db8::', '\u0000"\n', '🦊', '']) {
        const mine = charge({ subject: `${odd}${crypto.randomUUID()}`, limit: 1 })
        expect(await takeTimes(one, [mine, charge()], 2)).toEqual([true, false])
      }
    })

    it('lets through what is counted nowhere', async () => {
      expect(await limiters().one.take([])).toMatchObject({ allowed: true, windows: [] })
    })
  })
}
