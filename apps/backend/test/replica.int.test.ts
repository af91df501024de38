import { Readiness } from '@reviewguide/contracts'
import { createTestDatabase, seedCorpus, smallCorpus, type TestDatabase } from '@reviewguide/testing'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { textOf, types } from './ask.ts'
import { askOver, type BackendProcess, startBackendProcess } from './start-process.ts'
import { tcpGate } from './tcp-gate.ts'

// Starting a process loads the whole workflow; on two busy cores that takes its time.
vi.setConfig({ testTimeout: 60_000 })

let primary: TestDatabase
let replica: TestDatabase
const backends: BackendProcess[] = []

/** A replica would hold the same; here its items have other names, so that it shows who was asked. */
beforeAll(async () => {
  ;[primary, replica] = await Promise.all([createTestDatabase(), createTestDatabase()])
  for (const { db } of [primary, replica]) await seedCorpus(db, smallCorpus())
  await replica.pool.query(
    `update reviewguide.items set name = replace(name, 'Lark', 'Raven'), brand = replace(brand, 'Lark', 'Raven')`,
  )
})
afterEach(async () => {
  for (const backend of backends.splice(0)) await backend.kill()
})
afterAll(() => Promise.all([primary.drop(), replica.drop()]))

async function start(replicaUrl: string): Promise<string> {
  const backend = await startBackendProcess({ DATABASE_URL: primary.url, DATABASE_REPLICA_URL: replicaUrl })
  backends.push(backend)
  return backend.url
}
const read = async (url: string) => JSON.stringify(await (await fetch(url)).json())
const question = { message: 'Which earbuds have the best fit?' }
const pages = [
  '/v1/items?category=earbuds',
  '/v1/items/itm_larkstride1',
  '/v1/compare?items=itm_larkstride1,itm_moraquiet2',
]
const chatsIn = async ({ pool }: TestDatabase) =>
  Number((await pool.query('select count(*) as count from reviewguide.chats')).rows[0].count)
const readiness = async (url: string) => {
  const reply = await fetch(`${url}/health/ready`)
  return [reply.status, Readiness.parse(await reply.json()).checks]
}

it('reads the corpus from the replica and keeps chats on the primary', async () => {
  const url = await start(replica.url)
  for (const page of pages) expect(await read(url + page), page).toContain('Raven Stride')
  const { events } = await askOver(url, question)
  expect(types(events).at(-1)).toBe('finish')
  expect(textOf(events)).toContain('Raven Stride')
  expect(textOf(events)).not.toContain('Lark')
  expect([await chatsIn(primary), await chatsIn(replica)]).toEqual([1, 0])

  // What a citation leads to is read from the primary.
  const evidence = events.find(({ part }) => part.type === 'data-evidence')?.part
  if (evidence?.type !== 'data-evidence') throw new Error('the answer cites nothing')
  expect(await read(`${url}/v1/reviews/${evidence.data.reviewId}`)).not.toContain('Raven')
  expect((await readiness(url))[1]).toContainEqual({ name: 'replica', ok: true })
})

it('answers from the primary when the replica is not there, and is ready all the same', async () => {
  const url = await start('postgresql://nobody@127.0.0.1:1/none')
  for (const page of pages) expect(await read(url + page), page).toContain('Lark Stride')
  const { events } = await askOver(url, question)
  expect(types(events).at(-1)).toBe('finish')
  expect(textOf(events)).toContain('Lark Stride')
  expect(await readiness(url)).toEqual([200, expect.arrayContaining([{ name: 'replica', ok: false }])])
  const warned = backends[0]?.output().match(/the replica is away/g)
  expect(warned).toHaveLength(1)
})

it('goes on while the replica goes away, and reads from it again when it is back', async () => {
  const { hostname, port } = new URL(replica.url)
  const gate = await tcpGate({ host: hostname, port: Number(port || 5432) })
  const through = new URL(replica.url)
  through.hostname = '127.0.0.1'
  through.port = String(gate.port)
  const url = await start(through.href)
  const page = `${url}${pages[0]}`
  expect(await read(page)).toContain('Raven Stride')
  gate.shut()
  expect(await read(page)).toContain('Lark Stride')
  await gate.open()
  await expect.poll(() => read(page), { timeout: 10_000 }).toContain('Raven Stride')
  expect(backends[0]?.output()).toContain('the replica is back')
  gate.shut()
})
