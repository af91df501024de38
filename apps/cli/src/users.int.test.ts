import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { type AccountTables, createAccounts, createShownMailer } from '@reviewguide/accounts'
import { createKysely, createPool } from '@reviewguide/adapters/postgres'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 120_000 })

const program = resolve(import.meta.dirname, '../bin/reviewguide.mjs')
const asker = { address: '192.0.2.1', userAgent: null }
let database: TestDatabase
let pool: ReturnType<typeof createPool>
/** The server's side of the same accounts. */
let accounts: ReturnType<typeof createAccounts>

beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool(database.url, { max: 2, dates: 'objects' })
  accounts = createAccounts({
    db: createKysely<AccountTables>(pool),
    shared: null,
    mailer: createShownMailer(() => {}),
    secretKey: 'a key for tests only',
    publicUrl: 'https://reviews.example',
  })
})
afterAll(async () => {
  accounts.close()
  await pool.end()
  await database.drop()
})

/** Runs `reviewguide users …` as a person would. */
async function users(args: string[], input = '') {
  const environment = {
    ...process.env,
    DATABASE_URL: database.url,
    PUBLIC_URL: 'https://reviews.example',
    REDIS_URL: '',
  }
  const child = spawn(process.execPath, [program, 'users', ...args], { env: environment })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { out, err, status }
}

test('an administrator is made, sets the password by the link, and signs in', async () => {
  const made = await users(['create', 'Mia@Example.com', '--admin', '--name', 'Mia', '--json'])
  expect([made.err, made.status]).toEqual(['', 0])
  const { resetLink, ...account } = JSON.parse(made.out)
  expect(account).toMatchObject({ email: 'mia@example.com', role: 'administrator', name: 'Mia', disabled: false })
  expect(resetLink).toMatch(/^https:\/\/reviews\.example\/reset-password\?token=\w{32}$/)
  await accounts.passwords.reset(new URL(resetLink).searchParams.get('token') ?? '', 'her own password')
  const session = await accounts.signIn(
    { email: 'mia@example.com', password: 'her own password', remember: true },
    asker,
  )
  expect(session.account.role).toBe('administrator')

  expect(await users(['create', 'mia@example.com'])).toMatchObject({ status: 1, err: expect.stringMatching(/already/) })
  expect(await users(['create', 'nonsense'])).toMatchObject({
    status: 1,
    err: expect.stringMatching(/no email address/),
  })
})

test('a password comes by standard input, and an account is disabled, made administrator, signed out and deleted', async () => {
  const signIn = () => accounts.signIn({ email: 'bob@example.com', password: 'a good password', remember: true }, asker)
  expect(await users(['create', 'bob@example.com', '--password-stdin'], 'short\n')).toMatchObject({ status: 1 })
  const made = await users(['create', 'bob@example.com', '--password-stdin', '--json'], 'a good password\n')
  const { accountId, resetLink } = JSON.parse(made.out)
  expect(resetLink).toBeUndefined()
  const { token } = await signIn()

  const out = await users(['sign-out-everywhere', 'bob@example.com', '--json'])
  expect(JSON.parse(out.out)).toEqual({ accountId, ended: 1 })
  expect(await accounts.checkSession(token)).toBeNull()
  const again = await signIn()
  expect((await users(['disable', accountId])).status).toBe(0)
  expect(await accounts.checkSession(again.token)).toBeNull()
  await expect(signIn()).rejects.toMatchObject({ code: 'account_disabled' })
  expect((await users(['enable', 'BOB@example.com'])).status).toBe(0)
  await users(['make-admin', 'bob@example.com'])
  expect((await signIn()).account.role).toBe('administrator')
  await users(['role', 'bob@example.com', 'person'])
  expect((await signIn()).account.role).toBe('person')

  const listed = await users(['list', '--search', 'bob', '--json'])
  expect(JSON.parse(listed.out)).toMatchObject({ accountId, role: 'person', disabled: false })
  expect((await users(['list'])).out.trim().split('\n')).toHaveLength(2)

  await database.pool.query(
    `insert into reviewguide.chats (chat_id, owner, title) values ('cht_0000000001', $1, 'x')`,
    [accountId],
  )
  const asked = await users(['delete', 'bob@example.com'])
  expect(asked).toMatchObject({ status: 1, err: expect.stringMatching(/1 chats, for good\. Add --yes/) })
  expect((await users(['delete', 'bob@example.com', '--yes'])).status).toBe(0)
  const { rows } = await database.pool.query('select * from reviewguide.chats')
  expect(rows).toEqual([])
  await expect(signIn()).rejects.toMatchObject({ code: 'wrong_credentials' })
  expect(await users(['disable', 'bob@example.com'])).toMatchObject({
    status: 1,
    err: expect.stringMatching(/no account/),
  })
})
