import { setTimeout as sleep } from 'node:timers/promises'
import { createInProcessRunLog } from '@reviewguide/adapters/cache'
import { createFakeChatStore } from '@reviewguide/testing'
import type { RunEvent, RunStore } from '@reviewguide/workflow/ports'
import { createRuns, keylessLimits, type Runs } from '@reviewguide/workflow/runs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ids } from '../src/ids.ts'
import { textOf, types } from './ask.ts'
import { answered } from './scripted-workflow.ts'

const WORDS = 12

/** Leases so short that a pause of some milliseconds loses them. */
const times = { leaseMs: 60, renewMs: 15, lookMs: 8 }

/** Pauses of the store's answers to one backend, in milliseconds, one after the other. */
type Pauses = number[]

/** Backends over one store and one log; each hears from the store as late as its pauses say. */
function backends(pauses: Pauses[], ownWords: boolean) {
  const chats = createFakeChatStore()
  const log = createInProcessRunLog()
  const begun = { count: 0 }
  const all = pauses.map((waits, n): Runs => {
    let call = 0
    const late =
      <A extends unknown[], R>(method: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        await sleep(waits[call++ % waits.length] ?? 0)
        return method(...args)
      }
    const store: RunStore = { ...chats, renew: late(chats.renew), claimExpired: late(chats.claimExpired) }
    return createRuns({
      workflow: {
        async run(_input, { emit, signal }) {
          begun.count += 1
          emit({ type: 'text-start', id: 't' })
          for (let word = 1; word <= WORDS; word += 1) {
            signal.throwIfAborted()
            emit({ type: 'text-delta', id: 't', delta: `${word}${ownWords ? ` of ${n}` : ''}. ` })
            await sleep(4)
          }
          emit({ type: 'text-end', id: 't' })
          return answered
        },
      },
      chats: { ...chats, endRun: late(chats.endRun) },
      store,
      log,
      clock: { now: () => new Date() },
      ids,
      limits: { ...keylessLimits, holders: 1_000 },
      holder: `backend ${n}`,
      holdTimes: times,
    })
  })
  return { chats, begun, all }
}

const pauses = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 20, max: 150 })), {
  minLength: 1,
  maxLength: 6,
})

it('however late backends learn that they have lost a run, its stream is one, whole, and what is stored', async () => {
  let takenOver = 0
  await fc.assert(
    fc.asyncProperty(fc.tuple(pauses, pauses), fc.boolean(), async (waits, ownWords) => {
      // The third one is always in time, so that somebody gets to the end.
      const { chats, begun, all } = backends([...waits, [0]], ownWords)
      const owner = ids.guest()
      const [first] = all
      if (!first) return
      const ask = { message: 'hi', mayCreate: true }
      const asked = await Promise.all([1, 2].map(() => first.ask({ ask, owner, requestId: 'req_1' })))
      for (const run of asked) {
        if (run.outcome !== 'started') return expect.unreachable()
        const readings = await Promise.all(
          all.map(async (runs) => {
            const events: RunEvent[] = []
            const follow = { after: 0, signal: new AbortController().signal, requestId: 'req_1' }
            for await (const batch of runs.follow(run.runId, follow)) events.push(...batch)
            return events
          }),
        )
        const [events = []] = readings
        for (const reading of readings) expect(reading).toEqual(events)
        expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => at + 1))
        expect(types(events).filter((type) => type === 'finish' || type === 'error')).toEqual(['finish'])
        const shown = textOf(events.slice(events.findLastIndex(({ part }) => part.type === 'reset-step') + 1))
        // One writer's words, each once and in order.
        const writers = new Set([...shown.matchAll(/of (\d)/g)].map(([, writer]) => writer))
        expect(writers.size).toBe(ownWords ? 1 : 0)
        expect(shown.replaceAll(/ of \d/g, '')).toBe(Array.from({ length: WORDS }, (_, n) => `${n + 1}. `).join(''))
        const chat = await chats.read(run.chatId, owner)
        expect(chat?.active).toBe(false)
        const answers = chat?.messages.filter(({ role }) => role === 'assistant')
        expect(answers).toHaveLength(1)
        expect(answers?.[0]?.parts).toContainEqual({ type: 'text', text: shown, state: 'done' })
      }
      takenOver += begun.count - asked.length
      await Promise.all(all.map((runs) => runs.close(0)))
    }),
    { numRuns: 25 },
  )
  expect(takenOver).toBeGreaterThan(0)
}, 60_000)
