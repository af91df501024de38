import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createTestDatabase, seedCorpus, smallCorpus, type TestDatabase } from '@reviewguide/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Performs the backups and restores of docs/operations.md, word by word. */

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reviewguide-backup-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The commands below a heading of the document: the backup, then the restore. */
function commandsOf(heading: string): [backup: string, restore: string] {
  const text = readFileSync(join(root, 'docs/operations.md'), 'utf8')
  const section = text.split(/^#{2,3} /m).find((part) => part.startsWith(heading)) ?? ''
  const blocks = [...section.matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1] ?? '')
  expect(blocks).toHaveLength(2)
  return [blocks[0] ?? '', blocks[1] ?? '']
}

const shell = (commands: string, env: NodeJS.ProcessEnv) =>
  run('bash', ['-euo', 'pipefail', '-c', commands], { cwd: root, env })

const reviewguide = async (args: string[], env: NodeJS.ProcessEnv) =>
  (await run('npx', ['reviewguide', ...args], { cwd: root, env })).stdout

describe('the own database', () => {
  it('is the same after a backup, a loss and a restore', { timeout: 180_000 }, async () => {
    const [backup, restore] = commandsOf('The own database')
    const data = join(folder, 'data')
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      REVIEWGUIDE_DATA_DIR: data,
      BACKUP: join(folder, 'own.tar.gz'),
    }
    delete env.DATABASE_URL
    const reviews = ['Great sound, bad fit.', 'The fit is perfect.', 'Poor battery life.'].map((text, index) =>
      JSON.stringify({
        item: { id: 'b1', name: 'Lark Stride', category: 'earbuds' },
        review: { id: `r${index}`, text, rating: index + 2 },
      }),
    )
    const file = join(folder, 'reviews.jsonl')
    writeFileSync(file, `${reviews.join('\n')}\n`)
    await reviewguide(['import', file], env)
    const before = await reviewguide(['search', 'earbuds with a good fit', '--json'], env)
    expect(before).toContain('Lark Stride')

    await shell(backup, env)
    rmSync(data, { recursive: true, force: true })
    await shell(restore, env)

    expect(await reviewguide(['search', 'earbuds with a good fit', '--json'], env)).toBe(before)
    const again = await reviewguide(['import', file, '--json'], env)
    expect(again).toMatch(/"repeated":\s*3/)
  })
})

const missing = ['pg_dump', 'pg_restore', 'psql'].filter((program) => {
  try {
    return !/ 15\./.test(execFileSync(program, ['--version'], { encoding: 'utf8' }))
  } catch {
    return true
  }
})
if (missing.length > 0)
  console.warn(`Skipped: backup of a server, because ${missing.join(', ')} of PostgreSQL 15 is not here.`)

describe.skipIf(missing.length > 0)('a server', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
    await seedCorpus(database.db, smallCorpus())
  })
  afterAll(() => database.drop())

  /** Every table of ours with a digest of its rows. */
  async function contents(): Promise<Record<string, string>> {
    const tables = await database.pool.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'reviewguide' order by 1",
    )
    const digests: [string, string][] = []
    for (const { name } of tables.rows) {
      const { rows } = await database.pool.query<{ digest: string }>(
        `select md5(coalesce(string_agg(t::text, ';' order by t::text), '')) as digest from reviewguide."${name}" t`,
      )
      digests.push([name, rows[0]?.digest ?? ''])
    }
    return Object.fromEntries(digests)
  }

  it('is the same after a backup, a loss and a restore; other schemas are left alone', {
    timeout: 120_000,
  }, async () => {
    const [backup, restore] = commandsOf('A server')
    const env = { ...process.env, DATABASE_URL: database.url, BACKUP: join(folder, 'server.dump') }
    await database.pool.query('create table public.old_things as select 1 as one')
    const before = await contents()
    expect(Object.keys(before).length).toBeGreaterThan(15)

    await shell(backup, env)
    await database.pool.query('drop schema reviewguide cascade; insert into public.old_things values (2)')
    await shell(restore, env)

    expect(await contents()).toEqual(before)
    expect((await database.pool.query('select one from public.old_things order by 1')).rows).toEqual([
      { one: 1 },
      { one: 2 },
    ])
  })
})
