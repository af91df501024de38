import { ChatDetail, Readiness } from '@reviewguide/contracts'
import { createTestDatabase, seedCorpus, smallCorpus, type TestDatabase } from '@reviewguide/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type BackendProcess, freePort, startBackend } from './backend-process.ts'
import { askAt } from './reader.ts'

const main = new URL('../src/main.ts', import.meta.url)

let primary: TestDatabase
let replica: TestDatabase
let backend: BackendProcess | undefined

beforeAll(async () => {
  ;[primary, replica] = await Promise.all([createTestDatabase(), createTestDatabase()])
  await Promise.all([seedCorpus(primary.db, smallCorpus()), seedCorpus(replica.db, smallCorpus())])
  // So that it is seen which of the two was read.
  await replica.pool.query(`update reviewguide.items set name = name || ' of the replica'`)
})
afterEach(() => void backend?.child.kill('SIGKILL'))
afterAll(() => Promise.all([primary.drop(), replica.drop()]))

const start = async (replicaUrl: string) => {
  backend = await startBackend(main, { DATABASE_URL: primary.url, DATABASE_REPLICA_URL: replicaUrl })
  return backend
}
const json = async (url: string, headers: Record<string, string> = {}): Promise<unknown> =>
  (await fetch(url, { headers })).json()

describe('a backend with a replica', () => {
  it('reads the catalogue and what answers are made of there, and keeps all that is somebody’s in its database', async () => {
    const { url } = await start(replica.url)
    const { items } = (await json(`${url}/v1/items?limit=50`)) as { items: { name: string }[] }
    expect(items.length).toBeGreaterThan(0)
    for (const { name } of items) expect(name).toMatch(/ of the replica$/)

    const reader = await askAt(url, { message: 'best earbuds' })
    expect(await reader.over).toBe(true)
    const chat = ChatDetail.parse(await json(`${url}/v1/chats/${reader.chatId}`, { cookie: reader.cookie }))
    expect(JSON.stringify(chat)).toContain(' of the replica')
    const chats = (from: TestDatabase) => from.db.selectFrom('chats').select('chat_id').execute()
    expect([await chats(primary), await chats(replica)]).toEqual([[{ chat_id: reader.chatId }], []])
    expect(Readiness.parse(await json(`${url}/health/ready`)).checks).toContainEqual({ name: 'replica', ok: true })
  })

  it('reads its database when the replica is away, is ready all the same, and says which is away', async () => {
    const { url, output } = await start(`postgresql://nobody@127.0.0.1:${await freePort()}/none`)
    const { items } = (await json(`${url}/v1/items?limit=50`)) as { items: { name: string }[] }
    expect(items.length).toBeGreaterThan(0)
    for (const { name } of items) expect(name).not.toContain('of the replica')
    const reply = await fetch(`${url}/health/ready`)
    expect([reply.status, Readiness.parse(await reply.json()).checks]).toEqual([
      200,
      [
        { name: 'database', ok: true },
        { name: 'cache', ok: true },
        { name: 'replica', ok: false },
      ],
    ])
    expect(output().match(/the replica cannot be read/g)).toHaveLength(1)
  })
})
