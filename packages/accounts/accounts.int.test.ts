import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Accounts } from './accounts.ts'
import { type AccountsBench, accountsBench } from './test/open-accounts.ts'

const redisUrl = process.env.REDIS_URL

const password = 'correct horse battery'
const asker = { address: '192.0.2.7', userAgent: 'Test/1.0' }
let made = 0
const newEmail = () => `person${made++}@example.com`

if (!redisUrl) console.warn('Skipped: accounts with a shared cache, because REDIS_URL is not set.')

describe.each([
  ['with Redis', redisUrl],
  ['as a single backend', null],
])('accounts %s', (_name, url) => {
  if (url === undefined) return it.skip('REDIS_URL is not set')
  let bench: AccountsBench
  let here: Accounts
  /** Another backend over the same stores. */
  let there: Accounts
  /** Without a mail server: accounts can be used at once. */
  let quick: Accounts
  beforeAll(async () => {
    bench = await accountsBench(url)
    here = (await bench.open()).accounts
    there = (await bench.open()).accounts
    quick = (await bench.open({ delivers: false })).accounts
  })
  afterAll(() => bench.close())

  const signUp = async (email = newEmail()) => {
    const outcome = await quick.signUp({ email, password, name: 'P' }, asker)
    if (outcome.outcome !== 'signed_in') return expect.unreachable()
    return outcome
  }

  it('makes an account that is signed in on every backend', async () => {
    const { token, account } = await signUp('mixed@example.com')
    expect(account).toMatchObject({ email: 'mixed@example.com', name: 'P', role: 'person', emailConfirmed: false })
    expect(account.accountId).toMatch(/^acc_/)
    for (const backend of [here, there]) {
      expect(await backend.checkSession(token)).toMatchObject({ account, token, renewed: false })
    }
    expect(await here.checkSession('x'.repeat(32))).toBeNull()
  })
})
