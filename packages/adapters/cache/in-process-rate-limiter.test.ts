import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createInProcessRateLimiter } from './in-process-rate-limiter.ts'
import { rateLimiterContract } from './rate-limiter.contract.ts'

const limiter = createInProcessRateLimiter()
rateLimiterContract('in process', () => ({ one: limiter, other: limiter }))

describe('the window', () => {
  it('is exact: whoever waits is let through at the moment told, and never before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 }),
        async (limit, windowMs, pauses) => {
          let now = 0
          const exact = createInProcessRateLimiter({ clock: () => now })
          const through: number[] = []
          let mayAt = 0
          for (const pause of pauses) {
            now += pause
            const { allowed, windows } = await exact.take([{ subject: 's', use: 'any', limit, windowMs }])
            const before = through.filter((time) => time > now - windowMs)
            expect(allowed).toBe(before.length < limit)
            expect(allowed).toBe(now >= mayAt)
            if (allowed) through.push(now)
            mayAt = now + (windows[0]?.waitMs ?? 0)
          }
        },
      ),
    )
  })

  it('forgets the subjects seen longest ago when there are too many', async () => {
    const small = createInProcessRateLimiter({ maxSize: 200 })
    const take = (subject: string) => small.take([{ subject, use: 'any', limit: 1, windowMs: 60_000 }])
    await take('first')
    for (let n = 0; n < 20; n += 1) await take(`other ${n}`)
    expect((await take('other 19')).allowed).toBe(false)
    expect((await take('first')).allowed).toBe(true)
  })
})
