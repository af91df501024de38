import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readPostmaster } from './postmaster-pid.ts'
import { processIdentity } from './process-identity.ts'
import { type OwnPostgres, type OwnPostgresOptions, startOwnPostgres } from './start-own-postgres.ts'

let dataDir: string
const running: OwnPostgres[] = []

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'reviewguide-own-'))
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})
afterAll(() => rmSync(dataDir, { recursive: true }))

async function start(options: Partial<OwnPostgresOptions> = {}): Promise<OwnPostgres> {
  const server = await startOwnPostgres({ dataDir, ...options })
  running.push(server)
  return server
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

test('a new folder becomes a PostgreSQL 15 in UTF-8 that keeps what it acknowledges', async () => {
  const { url, pid } = await start()
  expect(processIdentity(pid)).not.toBeNull()
  const [settings] = await query(
    url,
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as address,
      lower('ÄÉ') as lower, to_tsvector('english', 'Cafés') @@ to_tsquery('english', 'café') as words`,
  )
  expect(settings).toEqual({
    version: 15,
    encoding: 'UTF8',
    fsync: 'on',
    commit: 'on',
    address: '127.0.0.1',
    lower: 'äé',
    words: true,
  })
  await query(url, 'create extension pg_trgm')
  await query(url, "create table kept as select 'first' as row")
})

test('without the password nobody gets in', async () => {
  const { url } = await start()
  const open = new URL(url)
  open.password = 'guess'
  await expect(query(open.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('the files are for the eyes of their owner alone', async () => {
  await start()
  expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0)
  expect(statSync(join(dataDir, 'postgres', 'reviewguide.password')).mode & 0o177).toBe(0)
})

test('rows are there after a stop and a start', async () => {
  const { url } = await start()
  expect(await query(url, 'select * from kept')).toEqual([{ row: 'first' }])
})

test('a second start on the folder is refused with the process and the address that has it', async () => {
  const { port } = await start({ what: 'the first' })
  await expect(start()).rejects.toMatchObject({ name: 'OwnPostgresError', reason: 'in_use' })
  await expect(start()).rejects.toThrow(
    `in use by process ${process.pid} (the first), which serves it at 127.0.0.1:${port}`,
  )
})

test('a stop ends the server and frees the folder', async () => {
  const server = await start()
  await server.stop()
  await server.exited
  expect(processIdentity(server.pid)).toBeNull()
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  await start()
})

test('when the parent is killed, the next start stops what it left and has its rows', async () => {
  const script = `const { startOwnPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))})
    console.log((await startOwnPostgres({ dataDir: ${JSON.stringify(dataDir)} })).url)
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = (await once(parent.stdout, 'data')) as [Buffer]
  await query(url.toString().trim(), "insert into kept values ('second')")
  const left = readPostmaster(join(dataDir, 'postgres'))
  const gone = once(parent, 'exit')
  parent.kill('SIGKILL')
  await gone
  expect(processIdentity(left?.pid ?? 0)).not.toBeNull()

  const said: string[] = []
  const server = await start({ log: (text) => said.push(text) })
  expect(processIdentity(left?.pid ?? 0)).toBeNull()
  expect(said).toEqual(['Stopped a database that an earlier run left behind.'])
  expect(await query(server.url, 'select * from kept order by row')).toEqual([{ row: 'first' }, { row: 'second' }])
})

test('when the server itself is killed, the next start recovers every acknowledged row', async () => {
  const server = await start()
  await query(server.url, "insert into kept select 'bulk ' || n from generate_series(1, 5000) n")
  process.kill(server.pid, 'SIGKILL')
  await server.exited
  const next = await start()
  expect(await query(next.url, "select count(*)::int as n from kept where row like 'bulk %'")).toEqual([{ n: 5000 }])
})

test('the file of a dead server whose number another process has now is no obstacle', async () => {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  // Of the same user as the server: only such a process is taken for one by PostgreSQL.
  const other = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid: statSync(join(dataDir, 'postgres')).uid } : {})
  await once(other, 'spawn')
  writeFileSync(file, `${other.pid}\n${join(dataDir, 'postgres')}\n1700000000\n40123\n\n127.0.0.1\n 1 1\nready   \n`)
  const { url } = await start()
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(other.exitCode).toBeNull()
  other.kill()
})

test('a set-up that was cut short is done again', async () => {
  const cut = mkdtempSync(join(tmpdir(), 'reviewguide-cut-'))
  mkdirSync(join(cut, 'postgres.new', 'data'), { recursive: true })
  writeFileSync(join(cut, 'postgres.new', 'data', 'PG_VERSION'), '15\n')
  const server = await startOwnPostgres({ dataDir: cut })
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  expect(existsSync(join(cut, 'postgres.new'))).toBe(false)
  rmSync(cut, { recursive: true })
})

test('the wanted port is used when it is free, and another when it is not', async () => {
  const first = await start()
  await first.stop()
  const second = await start({ port: first.port })
  expect(second.port).toBe(first.port)
  const elsewhere = mkdtempSync(join(tmpdir(), 'reviewguide-port-'))
  const third = await startOwnPostgres({ dataDir: elsewhere, port: first.port })
  expect(third.port).not.toBe(first.port)
  await third.stop()
  rmSync(elsewhere, { recursive: true })
})

test('a folder that cannot be made is a sentence', async () => {
  const file = join(dataDir, 'a-file')
  writeFileSync(file, '')
  await expect(startOwnPostgres({ dataDir: join(file, 'below') })).rejects.toThrow(/data folder .* cannot be written/)
})

test('a stop that is hurried loses nothing', async () => {
  const server = await start()
  await query(server.url, "insert into kept values ('hurried')")
  await server.stop({ hurry: AbortSignal.abort() })
  await sleep(0)
  const next = await start()
  expect(await query(next.url, "select * from kept where row = 'hurried'")).toHaveLength(1)
  expect(readFileSync(join(dataDir, 'logs', 'postgres.log'), 'utf8')).toContain('immediate shutdown')
})
