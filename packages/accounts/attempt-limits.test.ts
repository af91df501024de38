import { AppError } from '@reviewguide/contracts'
import { describe, expect, it, vi } from 'vitest'
import { createAttemptLimits } from './attempt-limits.ts'
import { createInProcessAttempts } from './in-process-attempts.ts'
import type { AttemptStore } from './ports.ts'

const wrong = () => Promise.reject(new AppError('wrong_credentials'))
const right = () => Promise.resolve('in')
const codeOf = (tried: Promise<unknown>) => tried.then(String, (error: AppError) => error.code)
const limits = (store: AttemptStore | null = createInProcessAttempts()) => createAttemptLimits(store, () => {})

const repeat = async (times: number, act: (n: number) => Promise<unknown>) => {
  const codes: string[] = []
  for (let n = 0; n < times; n += 1) codes.push(await codeOf(act(n)))
  return codes
}

describe('guesses at a password', () => {
  it('are judged ten times an account and address, and then not even looked at', async () => {
    const { password } = limits()
    const look = vi.fn(wrong)
    const codes = await repeat(13, () => password({ email: 'a@x', address: '1' }, look))
    expect(codes).toEqual([...Array(10).fill('wrong_credentials'), ...Array(3).fill('too_many_attempts')])
    expect(look).toHaveBeenCalledTimes(10)
    expect(await codeOf(password({ email: 'a@x', address: '1' }, right))).toBe('too_many_attempts')
  })

  it('of one do not keep another out, and a right password forgives', async () => {
    const { password } = limits()
    await repeat(12, () => password({ email: 'a@x', address: 'attacker' }, wrong))
    for (let round = 0; round < 5; round += 1) {
      await repeat(9, () => password({ email: 'a@x', address: 'home' }, wrong))
      expect(await codeOf(password({ email: 'a@x', address: 'home' }, right))).toBe('in')
    }
  })

  it('at many accounts from one address end at fifty', async () => {
    const { password } = limits()
    const codes = await repeat(60, (n) => password({ email: `${n}@x`, address: '1' }, wrong))
    expect(codes.indexOf('too_many_attempts')).toBe(50)
  })

  it('at one account from many addresses end at a hundred', async () => {
    const { password } = limits()
    const codes = await repeat(120, (n) => password({ email: 'a@x', address: `${n}` }, wrong))
    expect(codes.indexOf('too_many_attempts')).toBe(100)
  })

  it('made at once pass no more than made in turn', async () => {
    const { password } = limits()
    const codes = await Promise.all(
      Array.from({ length: 500 }, () => codeOf(password({ email: 'a@x', address: '1' }, wrong))),
    )
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(10)
  })

  it('that nothing could judge do not count', async () => {
    const { password } = limits()
    const away = () => Promise.reject(new AppError('database_unavailable'))
    await repeat(60, () => password({ email: 'a@x', address: '1' }, away))
    expect(await codeOf(password({ email: 'a@x', address: '1' }, right))).toBe('in')
  })

  it('are let in again when their time is over, and it is told when', async () => {
    let now = 0
    const { password } = limits(createInProcessAttempts(() => now))
    await repeat(10, () => password({ email: 'a@x', address: '1' }, wrong))
    now = 5 * 60_000
    await expect(password({ email: 'a@x', address: '1' }, wrong)).rejects.toMatchObject({
      code: 'too_many_attempts',
      details: { retryAfterSeconds: 600 },
    })
    now = 15 * 60_000 + 1
    expect(await codeOf(password({ email: 'a@x', address: '1' }, right))).toBe('in')
  })

  it('count in this process while the shared store is away', async () => {
    const away = () => Promise.reject(new Error('away'))
    const troubles: unknown[] = []
    const { password } = createAttemptLimits({ add: away, takeBack: away, forget: away }, (one) => troubles.push(one))
    const codes = await repeat(11, () => password({ email: 'a@x', address: '1' }, wrong))
    expect(codes.at(-1)).toBe('too_many_attempts')
    expect(troubles.length).toBeGreaterThan(0)
  })

  it("leave nobody's address in the store", async () => {
    const keys: string[] = []
    const store = createInProcessAttempts()
    const watched = { ...store, add: (key: string, ms: number) => (keys.push(key), store.add(key, ms)) }
    await codeOf(limits(watched).password({ email: 'mia@example.com', address: '192.0.2.1' }, wrong))
    expect(keys).toHaveLength(3)
    expect(keys.join()).not.toMatch(/mia|example|192/)
  })
})
