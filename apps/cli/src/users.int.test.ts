import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { type AccountTables, createAccounts, createShownMailer } from '@reviewguide/accounts'
import { createKysely, createPool } from '@reviewguide/adapters/postgres'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { usersCommand } from './users.ts'

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

/** Runs the command as a process of its own, as a person would: for what comes by standard input and for the status. */
async function inProcess(args: string[], input: string) {
  const environment = { ...process.env, DATABASE_URL: database.url, REDIS_URL: '' }
  const child = spawn(process.execPath, [program, 'users', ...args], { env: environment })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { out, err, status }
}

/** Runs the command in this process, which spares a start for each; gives what it printed. Throws what the process would end with. */
async function users(...args: string[]): Promise<string> {
  vi.stubEnv('DATABASE_URL', database.url)
  vi.stubEnv('PUBLIC_URL', 'https://reviews.example')
  vi.stubEnv('REDIS_URL', '')
  const printed: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(`${line}\n`))
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => printed.push(String(line)) > 0)
  try {
    await usersCommand().parseAsync(args, { from: 'user' })
  } finally {
    log.mockRestore()
    write.mockRestore()
    vi.unstubAllEnvs()
  }
  return printed.join('')
}

const signIn = (email: string, password: string) => accounts.signIn({ email, password, remember: true }, asker)

test('an account is made with a password from standard input, by a process of its own', async () => {
  const made = await inProcess(['create', 'Ann@Example.com', '--password-stdin', '--json'], 'a good password\n')
  expect([made.err, made.status]).toEqual(['', 0])
  expect(JSON.parse(made.out)).toMatchObject({ email: 'ann@example.com', role: 'person' })
  expect(JSON.parse(made.out).resetLink).toBeUndefined()
  expect((await signIn('ann@example.com', 'a good password')).account.email).toBe('ann@example.com')
  const refused = await inProcess(['create', 'eve@example.com', '--password-stdin'], 'short\n')
  expect(refused).toMatchObject({ status: 1, out: '', err: expect.stringContaining('8 to 128 characters') })
})

test('an administrator is made, sets the password by the link, and signs in', async () => {
  const { resetLink, ...account } = JSON.parse(
    await users('create', 'Mia@Example.com', '--admin', '--name', 'Mia', '--json'),
  )
  expect(account).toMatchObject({ email: 'mia@example.com', role: 'administrator', name: 'Mia', disabled: false })
  expect(resetLink).toMatch(/^https:\/\/reviews\.example\/reset-password\?token=\w{32}$/)
  await accounts.passwords.reset(new URL(resetLink).searchParams.get('token') ?? '', 'her own password')
  expect((await signIn('mia@example.com', 'her own password')).account.role).toBe('administrator')
  await expect(users('create', 'mia@example.com')).rejects.toThrow('already')
  await expect(users('create', 'nonsense')).rejects.toThrow('no email address')
})

test('an account is signed out, disabled, enabled, made an administrator, listed and deleted', async () => {
  const made = JSON.parse(await users('create', 'bob@example.com', '--json'))
  const { accountId, resetLink } = made
  await accounts.passwords.reset(new URL(resetLink).searchParams.get('token') ?? '', 'a good password')
  const bob = () => signIn('bob@example.com', 'a good password')

  const { token } = await bob()
  expect(JSON.parse(await users('sign-out-everywhere', 'bob@example.com', '--json'))).toEqual({ accountId, ended: 1 })
  expect(await accounts.checkSession(token)).toBeNull()
  const again = await bob()
  expect(await users('disable', accountId)).toBe('bob@example.com is disabled.\n')
  expect(await accounts.checkSession(again.token)).toBeNull()
  await expect(bob()).rejects.toMatchObject({ code: 'account_disabled' })
  await users('enable', 'BOB@example.com')
  await users('make-admin', 'bob@example.com')
  expect((await bob()).account.role).toBe('administrator')
  await users('role', 'bob@example.com', 'person')
  expect((await bob()).account.role).toBe('person')
  expect(await users('role', 'bob@example.com', 'person')).toMatch(/already/)

  expect(JSON.parse(await users('list', '--search', 'BOB', '--json'))).toMatchObject({ accountId, role: 'person' })
  expect((await users('list')).trim().split('\n')).toHaveLength(3)
  expect(await users('list', '--search', 'nobody')).toBe('There is no such account.\n')

  await database.pool.query(
    `insert into reviewguide.chats (chat_id, owner, title) values ('cht_0000000001', $1, 'x')`,
    [accountId],
  )
  await expect(users('delete', 'bob@example.com')).rejects.toThrow('with 1 chat, for good. Add --yes')
  expect((await bob()).account.accountId).toBe(accountId)
  expect(JSON.parse(await users('delete', 'bob@example.com', '--yes', '--json'))).toEqual({ accountId, chats: 1 })
  expect((await database.pool.query('select * from reviewguide.chats')).rows).toEqual([])
  await expect(bob()).rejects.toMatchObject({ code: 'wrong_credentials' })
  await expect(users('disable', 'bob@example.com')).rejects.toThrow('There is no account')
})
