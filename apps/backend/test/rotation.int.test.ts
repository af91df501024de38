import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OwnPostgres, startOwnPostgres } from '@reviewguide/adapters/own-postgres'
import { createPool } from '@reviewguide/adapters/postgres'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { databaseUrl, loginOf, nextLogin, withLogin } from '../../../infra/functions/database-login.ts'
import { prepareLogin } from '../../../infra/functions/database-roles.ts'
import { types } from './ask.ts'
import { type BackendProcess, startBackend } from './backend-process.ts'
import { askOver } from './start-process.ts'

// Three backends start one after the other; each loads the whole workflow.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const names = { owner: 'owner_of_all', schema: 'reviewguide' }
const main = new URL('../src/main.ts', import.meta.url)
const production = { ENV: 'production', HOST: '127.0.0.1', SECRET_KEY: 'b3f7c1d09a5e4286b7d1e0fa63c95b28' }

let folder: string
let postgres: OwnPostgres
let administrator: Client
const backends: BackendProcess[] = []

/** A server that asks for passwords (SCRAM), as the cloud's does; the one of the other tests may trust everybody. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reviewguide-rotation-'))
  postgres = await startOwnPostgres({ dataDir: folder, what: 'the tests' })
  administrator = new Client({ connectionString: postgres.url })
  await administrator.connect()
})
afterAll(async () => {
  for (const { child } of backends) child.kill('SIGKILL')
  await administrator?.end()
  await postgres?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function start(url: string): Promise<BackendProcess> {
  const backend = await startBackend(main, { ...production, DATABASE_URL: url })
  backends.push(backend)
  return backend
}

/** The secret's address after the first login was made, or after the next rotation of it: by the functions that the rotation calls, in its order. */
async function rotate(secret?: string): Promise<string> {
  const login = nextLogin(secret)
  await prepareLogin(administrator, login, names)
  if (secret) return withLogin(secret, login)
  const inCloud = databaseUrl(login, '127.0.0.1').replace('?sslmode=verify-full', '')
  return inCloud.replace(':5432/postgres', `:${postgres.port}/${new URL(postgres.url).pathname.slice(1)}`)
}

const answers = async (url: string) => types((await askOver(url, { message: 'hi' })).events).at(-1)
const connectedAs = async (user: string) =>
  (await administrator.query('select pid from pg_stat_activity where usename = $1', [user])).rows.length
const cutOff = (user: string) =>
  administrator.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [user])

it('a service goes on through a rotation, and its new tasks log in as the other role', async () => {
  const secret = await rotate()
  expect(secret).toMatch(/^postgresql\+asyncpg:\/\/reviewguide_a:/)
  const running = await start(secret)
  expect(await answers(running.url)).toBe('finish')
  expect(await connectedAs('reviewguide_a')).toBeGreaterThan(0)

  // Questions are asked all the time while the password is rotated.
  let rotated = false
  const meanwhile = (async () => {
    const ends: unknown[] = []
    do ends.push(await answers(running.url))
    while (!rotated)
    return ends
  })()
  const next = await rotate(secret)
  rotated = true
  expect(new Set(await meanwhile)).toEqual(new Set(['finish']))
  expect(loginOf(next).user).toBe('reviewguide_b')

  // Even when it has to log in anew, which it does with the login of before.
  await cutOff('reviewguide_a')
  await expect.poll(() => answers(running.url)).toBe('finish')

  // The rotation's end has the tasks renewed: a new one first, then the old one ends.
  const renewed = await start(next)
  expect(await answers(renewed.url)).toBe('finish')
  expect(await connectedAs('reviewguide_b')).toBeGreaterThan(0)
  running.child.kill('SIGTERM')
  expect(await running.exit).toBe(0)
  expect(await answers(renewed.url)).toBe('finish')

  // What one login wrote the other reads: it is all the owner's.
  const pool = createPool(next, { max: 1 })
  const { rows } = await pool.query('select count(*) > 3 as both from reviewguide.chats')
  expect(rows).toEqual([{ both: true }])
  await pool.end()

  // The next rotation gives the first role another password; the one of before is worth nothing then.
  const third = await rotate(next)
  expect(loginOf(third).user).toBe('reviewguide_a')
  const old = new Client({ connectionString: secret.replace('+asyncpg', '') })
  await expect(old.connect()).rejects.toMatchObject({ code: '28P01' })
  expect(await answers(renewed.url)).toBe('finish')
})

it('a task that was not renewed in time ends itself, so that another gets the secret of now', async () => {
  const secret = await rotate()
  const forgotten = await start(secret)
  expect(await answers(forgotten.url)).toBe('finish')
  await rotate(await rotate(secret))
  // What is connected stays; the next login is refused.
  expect(await answers(forgotten.url)).toBe('finish')
  await cutOff(loginOf(secret).user)
  const endedAfterAsking = async () => {
    await askOver(forgotten.url, { message: 'hi' }).catch(() => null)
    return forgotten.child.exitCode
  }
  await expect.poll(endedAfterAsking, { timeout: 20_000 }).toBe(0)
  expect(forgotten.output()).toContain('refuses the login')
  expect(forgotten.output()).not.toContain(loginOf(secret).password)
})

it('one whose login never worked does not: a new process would know nothing better', async () => {
  const { child, url, output } = await start(withLogin(await rotate(), { user: 'reviewguide_a', password: 'wrong' }))
  expect((await fetch(`${url}/health/ready`)).status).toBe(503)
  expect((await fetch(`${url}/health`)).status).toBe(200)
  expect([child.exitCode, output()]).toEqual([null, expect.not.stringContaining('refuses the login')])
})
