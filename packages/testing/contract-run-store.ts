import type { ChatId, GuestId, MessageId, RunId } from '@reviewguide/contracts'
import type { BeginRun, ChatStore, EndRun, Lease, RunStore } from '@reviewguide/workflow/ports'
import { describe, expect, test } from 'vitest'

let made = 0
const id = <T>(prefix: string) => `${prefix}_held${String(made++).padStart(10, '0')}` as T
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const lease = (ms: number, holder = 'first'): Lease => ({ holder, ms })
const begin = (more: Partial<BeginRun> = {}): BeginRun => ({
  runId: id<RunId>('run'),
  chatId: id<ChatId>('cht'),
  mayCreate: true,
  owner: id<GuestId>('gst'),
  question: { messageId: id<MessageId>('msg'), text: 'Best earbuds?' },
  answerId: id<MessageId>('msg'),
  lease: lease(60_000),
  requestId: 'req_1',
  askedAt: new Date('2026-03-01T12:00:00.123Z'),
  ...more,
})
const end = ({ runId }: BeginRun, more: Partial<EndRun> = {}): EndRun => ({
  runId,
  status: 'finished',
  parts: [{ type: 'text', text: 'Take it.', state: 'done' }],
  metadata: { outcome: 'answered' },
  claims: [],
  memory: null,
  events: 9,
  ...more,
})
const ended = { active: false, errorCode: null, metadata: { outcome: 'answered' }, events: 9 }

/** What every `RunStore` does with the runs that the `ChatStore` beside it began. */
export function runStoreContract(implementation: string, open: () => ChatStore & RunStore): void {
  describe(`RunStore: ${implementation}`, () => {
    test('a run is its holder’s while it is renewed, and nobody takes it', async () => {
      const store = open()
      const run = begin({ lease: lease(150) })
      await store.beginRun(run)
      for (let n = 0; n < 4; n += 1) {
        await sleep(60)
        expect(await store.renew([{ runId: run.runId, epoch: 1 }], lease(150))).toEqual(['held'])
        expect((await store.claimExpired(lease(1), 100)).map(({ runId }) => runId)).not.toContain(run.runId)
      }
    })

    test('one whose lease is over is taken with all that it takes to go on, and its holder learns that it lost it', async () => {
      const store = open()
      const first = begin({ lease: lease(60_000) })
      await store.beginRun(first)
      const memory = {
        question: 'q',
        shown: [],
        understanding: {
          intent: 'chat',
          brandsIn: [],
          brandsOut: [],
          aspects: [],
          text: '',
          unread: [],
          items: [],
          itemsOut: [],
          followUp: false,
        },
      } as const
      await store.endRun(
        end(first, {
          memory: {
            ...memory,
            shown: [],
            understanding: {
              ...memory.understanding,
              brandsIn: [],
              brandsOut: [],
              aspects: [],
              unread: [],
              items: [],
              itemsOut: [],
            },
          },
        }),
      )
      const run = begin({
        chatId: first.chatId,
        owner: first.owner,
        lease: lease(20),
        idempotencyKey: id<string>('key'),
      })
      await store.beginRun(run)
      await store.keepCheckpoint({ runId: run.runId, epoch: 1 }, { at: ['compose', 1] })
      await sleep(40)
      const claimed = (await store.claimExpired(lease(60_000, 'second'), 100)).find(({ runId }) => runId === run.runId)
      expect(claimed).toEqual({
        runId: run.runId,
        epoch: 2,
        chatId: run.chatId,
        owner: run.owner,
        answerId: run.answerId,
        idempotencyKey: run.idempotencyKey,
        requestId: 'req_1',
        askedAt: run.askedAt,
        stopAsked: false,
        question: 'Best earbuds?',
        memory: [memory],
        checkpoint: { at: ['compose', 1] },
      })
      expect(await store.renew([{ runId: run.runId, epoch: 1 }], lease(60_000))).toEqual(['lost'])
      expect(await store.renew([{ runId: run.runId, epoch: 2 }], lease(60_000))).toEqual(['held'])
      expect(await store.endRun(end(run, { epoch: 1, parts: [{ type: 'text', text: 'zombie' }] }))).toBe(false)
      expect(await store.standing(run.runId)).toEqual({ active: true })
      expect(await store.endRun(end(run, { epoch: 2 }))).toBe(true)
      expect((await store.read(run.chatId, run.owner))?.messages.at(-1)?.parts).toEqual(end(run).parts)
    })

    test('of many that look at once one gets it', async () => {
      const store = open()
      const runs = Array.from({ length: 6 }, () => begin({ lease: lease(1) }))
      for (const run of runs) await store.beginRun(run)
      await sleep(20)
      const takers = Array.from({ length: 8 }, (_, n) => store.claimExpired(lease(60_000, `taker ${n}`), 100))
      const taken = (await Promise.all(takers)).flat().filter(({ runId }) => runs.some((run) => run.runId === runId))
      expect(taken.map(({ runId }) => runId).toSorted()).toEqual(runs.map(({ runId }) => runId).toSorted())
      expect(taken.every(({ epoch }) => epoch === 2)).toBe(true)
    })

    test('of a holder that renews late and one that takes it, one has it', async () => {
      const store = open()
      for (let n = 0; n < 12; n += 1) {
        const run = begin({ lease: lease(1) })
        await store.beginRun(run)
        await sleep(4)
        const [holds, claims] = await Promise.all([
          store.renew([{ runId: run.runId, epoch: 1 }], lease(60_000)),
          store.claimExpired(lease(60_000), 100),
        ])
        const taken = claims.some(({ runId }) => runId === run.runId)
        expect([holds[0], taken]).toEqual(taken ? ['lost', true] : ['held', false])
        // Whoever lost the race knows it by the next sign.
        const [now] = await store.renew([{ runId: run.runId, epoch: 1 }], lease(60_000))
        expect(now).toBe(taken ? 'lost' : 'held')
      }
    })

    test('a lease that nobody took goes on when it is renewed, and one given back is free at once', async () => {
      const store = open()
      const run = begin({ lease: lease(10) })
      await store.beginRun(run)
      await sleep(30)
      const held = { runId: run.runId, epoch: 1 }
      expect(await store.renew([held], lease(60_000))).toEqual(['held'])
      expect(await store.renew([held], lease(0))).toEqual(['held'])
      await sleep(5)
      expect((await store.claimExpired(lease(60_000), 100)).map(({ runId }) => runId)).toContain(run.runId)
    })

    test('a run without a lease is never taken for dead, but can be claimed by name while it is active', async () => {
      const store = open()
      const run = begin({ lease: undefined })
      await store.beginRun(run)
      expect((await store.claimExpired(lease(60_000), 100)).map(({ runId }) => runId)).not.toContain(run.runId)
      expect(await store.claim(run.runId, lease(60_000))).toMatchObject({ runId: run.runId, epoch: 2 })
      await store.endRun(end(run, { epoch: 2 }))
      expect(await store.claim(run.runId, lease(60_000))).toBeNull()
      expect(await store.claim('run_0000000000' as RunId, lease(60_000))).toBeNull()
    })

    test('a stop reaches whoever holds the run now or later, and only its owner may ask for it', async () => {
      const store = open()
      const run = begin({ lease: lease(20) })
      await store.beginRun(run)
      expect(await store.askStop(run.chatId, id<GuestId>('gst'))).toBeNull()
      expect(await store.renew([{ runId: run.runId, epoch: 1 }], lease(20))).toEqual(['held'])
      expect(await store.askStop(run.chatId, run.owner)).toEqual({ runId: run.runId })
      expect(await store.renew([{ runId: run.runId, epoch: 1 }], lease(1))).toEqual(['stop_asked'])
      await sleep(20)
      const claimed = await store.claimExpired(lease(60_000), 100)
      expect(claimed.find(({ runId }) => runId === run.runId)).toMatchObject({ stopAsked: true })
      await store.endRun(end(run, { epoch: 2, status: 'stopped' }))
      expect(await store.askStop(run.chatId, run.owner)).toBeNull()
    })

    test('tells how each run stands, in the order asked', async () => {
      const store = open()
      const [going, over, deleted] = [begin(), begin(), begin()]
      for (const run of [going, over, deleted]) await store.beginRun(run)
      await store.endRun(end(over))
      await store.delete(deleted.chatId, deleted.owner)
      const held = [deleted, over, going].map(({ runId }) => ({ runId, epoch: 1 }))
      expect(await store.renew(held, lease(60_000))).toEqual(['gone', 'ended', 'held'])
      expect(await store.standing(deleted.runId)).toBeNull()
      expect(await store.standing(over.runId)).toEqual({ ...ended, status: 'finished' })
      const { runId, chatId, owner, answerId } = over
      expect(await store.lastRun(chatId, owner)).toEqual({ runId, answerId, active: false })
      const next = begin({ chatId, owner })
      await store.beginRun(next)
      expect(await store.lastRun(chatId, owner)).toMatchObject({ runId: next.runId, active: true })
      expect(await store.lastRun(chatId, id<GuestId>('gst'))).toBeNull()
      await store.endRun(end(next, { status: 'failed', parts: [], metadata: {}, errorCode: 'run_timeout' }))
      expect(await store.standing(next.runId)).toMatchObject({
        active: false,
        status: 'failed',
        errorCode: 'run_timeout',
      })
    })
  })
}
