import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPool, type ReviewGuideDatabase } from './connect.ts'
import { createReplicaDatabase } from './replica.ts'

const APPLICATION = 'reads-of-a-replica'

let primary: TestDatabase
let replica: TestDatabase
let admin: ReturnType<typeof createPool>
let pool: ReturnType<typeof createPool>
let reads: ReviewGuideDatabase
let told: string[]

const nameOf = ({ url }: TestDatabase) => new URL(url).pathname.slice(1)
const whereRead = async () => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(reads)
  return rows[0]?.name === nameOf(replica) ? 'replica' : 'primary'
}
/** Statements wait for it here until the test has done something to it. */
const connected = async () => {
  const { rows } = await admin.query('select pid from pg_stat_activity where application_name = $1', [APPLICATION])
  return rows.length
}
const cutOff = () =>
  admin.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [APPLICATION])

beforeAll(async () => {
  ;[primary, replica] = await Promise.all([createTestDatabase(), createTestDatabase()])
  admin = createPool(primary.url, { max: 1 })
  // Nothing of ours may be in its way where the replica is made unreachable below.
  await replica.pool.end()
})
afterAll(async () => {
  await admin.query(`drop database if exists ${nameOf(replica)} with (force)`)
  await admin.end()
  await primary.drop()
})

beforeEach(() => {
  pool = createPool(replica.url, {
    max: 2,
    applicationName: APPLICATION,
    connectTimeoutMs: 1000,
    statementTimeoutMs: 500,
  })
  told = []
  reads = createReplicaDatabase({
    replica: pool,
    primary: primary.pool,
    onAway: () => told.push('away'),
    onBack: () => told.push('back'),
    awayMs: 200,
  })
})
afterEach(() => pool.end())

describe('reading on a replica', () => {
  it('is asked as long as it answers', async () => {
    expect(await Promise.all([whereRead(), whereRead(), whereRead()])).toEqual(['replica', 'replica', 'replica'])
    expect(told).toEqual([])
  })

  it('goes to the primary while the replica is away, says so once, and comes back', async () => {
    const [name, hidden] = [nameOf(replica), `${nameOf(replica)}_hidden`]
    await admin.query(`alter database ${name} rename to ${hidden}`)
    try {
      expect(await Promise.all([whereRead(), whereRead(), whereRead()])).toEqual(['primary', 'primary', 'primary'])
      expect(await whereRead()).toBe('primary')
      expect(told).toEqual(['away'])
    } finally {
      await admin.query(`alter database ${hidden} rename to ${name}`)
    }
    await expect.poll(whereRead).toBe('replica')
    expect(told).toEqual(['away', 'back'])
  })

  it('asks the primary for what was being read when the connection broke', async () => {
    // On the primary, which does not know the setting, nobody sleeps.
    const slow = sql<{ name: string }>`
      select current_database() as name, case when current_setting('application_name') = ${APPLICATION} then pg_sleep(5) end`
    const reading = slow.execute(reads)
    await expect.poll(connected).toBe(1)
    await cutOff()
    expect((await reading).rows[0]?.name).toBe(nameOf(primary))
    expect(told).toEqual(['away'])
  })

  it('asks the primary for what the replica has not seen yet, and stays with it for all else', async () => {
    await sql`create table if not exists reviewguide.brand_new (one int)`.execute(primary.db)
    expect((await sql`select * from reviewguide.brand_new`.execute(reads)).rows).toEqual([])
    expect([await whereRead(), told]).toEqual(['replica', []])
  })

  it('passes on what is wrong with a statement, and one that ran over its time, without asking twice', async () => {
    await expect(sql`select nonsense(`.execute(reads)).rejects.toMatchObject({ code: '42601' })
    await expect(sql`select pg_sleep(5)`.execute(reads)).rejects.toMatchObject({ code: 'database_unavailable' })
    expect([await whereRead(), told]).toEqual(['replica', []])
  })

  it('fails as the primary does when both are away', async () => {
    const nobody = createPool('postgresql://127.0.0.1:1/none')
    const none = createReplicaDatabase({ replica: nobody, primary: nobody })
    await expect(sql`select 1`.execute(none)).rejects.toMatchObject({ code: 'database_unavailable' })
    await nobody.end()
  })
})
