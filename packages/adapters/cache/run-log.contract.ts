import { RunId, type StreamPart } from '@reviewguide/contracts'
import type { RunEvent, RunLog } from '@reviewguide/workflow/ports'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const newRun = () => RunId.parse(`run_${crypto.randomUUID().replaceAll('-', '')}`)
const delta = (n: number): RunEvent => ({ id: n, part: { type: 'text-delta', id: 't1', delta: `word ${n}` } })
const last = (n: number, part: StreamPart = { type: 'finish' }): RunEvent => ({ id: n, part })
const run = (length: number): RunEvent[] => [
  ...Array.from({ length: length - 1 }, (_, n) => delta(n + 1)),
  last(length),
]
const never = new AbortController().signal

async function readAll(log: RunLog, runId: RunId, after = 0, signal = never): Promise<RunEvent[]> {
  const all: RunEvent[] = []
  for await (const events of log.read(runId, after, signal)) all.push(...events)
  return all
}

/** What every run log does. `writer` is the log of the process that runs, `reader` that of a process that does not; they may be the same. */
export function runLogContract(name: string, logs: () => { writer: RunLog; reader: RunLog }): void {
  describe(`run log: ${name}`, () => {
    it('gives what was there and what comes, once and in order', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      const events = run(30)
      await writer.append(runId, 1, events.slice(0, 10))
      await mirrored()
      const reading = readAll(reader, runId)
      for (let n = 10; n < 30; n += 4) {
        await new Promise((resolve) => setTimeout(resolve, 2))
        await writer.append(runId, 1, events.slice(n, n + 4))
      }
      expect(await reading).toEqual(events)
    })

    it('goes on after any number with exactly the rest', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      const events = run(40)
      for (let n = 0; n < 40; n += 7) await writer.append(runId, 1, events.slice(n, n + 7))
      await mirrored()
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 60 }), async (after) => {
          expect(await readAll(reader, runId, after)).toEqual(events.slice(after))
        }),
        { numRuns: 30 },
      )
    })

    it('ends with an error part as well as with finish', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      await writer.append(runId, 1, [delta(1), last(2, { type: 'error', errorText: 'no' })])
      await mirrored()
      expect(await readAll(reader, runId)).toHaveLength(2)
    })

    it('says at once that nothing is there of a run that it does not know, and gives what comes', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      const reading = reader.read(runId, 0, never)[Symbol.asyncIterator]()
      expect(await reading.next()).toEqual({ done: false, value: [] })
      expect(await reader.last(runId)).toBe(0)
      await writer.append(runId, 1, [delta(1), last(2)])
      const got: RunEvent[] = []
      for (let next = await reading.next(); !next.done; next = await reading.next()) got.push(...next.value)
      expect(got).toEqual([delta(1), last(2)])
      expect(await reader.last(runId)).toBe(2)
    })

    it('ends a reading when its signal fires, while the run goes on', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      await writer.append(runId, 1, [delta(1)])
      await mirrored()
      const leaving = new AbortController()
      const reading = readAll(reader, runId, 0, leaving.signal)
      setTimeout(() => leaving.abort(), 20)
      expect(await reading).toEqual([delta(1)])
      await writer.append(runId, 1, [last(2)])
      await mirrored()
      expect(await readAll(reader, runId)).toHaveLength(2)
    })

    it('lets a slow reader hold back nobody', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      await writer.append(runId, 1, [delta(1)])
      await mirrored()
      const slow = reader.read(runId, 0, never)[Symbol.asyncIterator]()
      await slow.next()
      await writer.append(runId, 1, run(600).slice(1))
      expect(await readAll(reader, runId)).toHaveLength(600)
      const rest: RunEvent[] = []
      for (let next = await slow.next(); !next.done; next = await slow.next()) rest.push(...next.value)
      expect(rest).toEqual(run(600).slice(1))
    })

    it('gives its events to the next holder, and refuses those of the holder before from then on', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      expect(await writer.append(runId, 1, [delta(1), delta(2)])).toBe('kept')
      const reading = readAll(reader, runId)
      expect(await reader.take(runId, 2)).toEqual([delta(1), delta(2)])
      expect(await writer.append(runId, 1, [delta(3)])).toBe('fenced')
      writer.release(runId, 1)
      expect(await reader.append(runId, 2, [{ id: 3, part: { type: 'start-step' } }])).toBe('kept')
      expect(await reader.append(runId, 2, [last(4)])).toBe('kept')
      expect((await reading).map(({ part }) => part.type)).toEqual(['text-delta', 'text-delta', 'start-step', 'finish'])
      expect(await readAll(writer, runId, 2)).toHaveLength(2)
      await expect(writer.take(runId, 1)).rejects.toMatchObject({ code: 'run_interrupted' })
    })

    it('lets readers of the holder before go on with the next one, and back', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      await writer.append(runId, 1, [delta(1)])
      const there = readAll(writer, runId)
      await writer.append(runId, 1, [delta(2)])
      await reader.take(runId, 2)
      writer.release(runId, 1)
      await reader.append(runId, 2, [delta(3)])
      await writer.take(runId, 3)
      reader.release(runId, 2)
      await writer.append(runId, 3, [delta(4), last(5)])
      expect(await there).toEqual([delta(1), delta(2), delta(3), delta(4), last(5)])
      expect(await readAll(reader, runId)).toHaveLength(5)
    })

    it('of many that append as different holders lets the one in that took it last, and makes no gap', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      await writer.append(runId, 1, [delta(1)])
      const taken = await Promise.all(
        [2, 3, 4, 5].map(async (epoch) => {
          const log = epoch % 2 === 0 ? writer : reader
          const there = await log.take(runId, epoch).catch(() => null)
          return there ? log.append(runId, epoch, [delta(there.length + 1)]).catch(() => null) : null
        }),
      )
      const events = await reader.take(runId, 6)
      expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => at + 1))
      expect(events.length - 1).toBeLessThanOrEqual(taken.filter((outcome) => outcome === 'kept').length)
      expect(taken[3]).toBe('kept')
    })

    it('tells the one who watches that a stop was asked for, once', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      let stops = 0
      const asked = new Promise<void>((resolve) => {
        writer.watchStop(runId, () => {
          stops += 1
          resolve()
        })
      })
      await mirrored()
      await reader.requestStop(runId)
      await asked
      await reader.requestStop(runId)
      await mirrored()
      expect(stops).toBe(1)
    })

    it('calls those who take runs over', async () => {
      const { writer, reader } = logs()
      let calls = 0
      const end = reader.onCall(() => {
        calls += 1
      })
      await mirrored()
      await writer.callTakers()
      await mirrored()
      end()
      await writer.callTakers()
      await mirrored()
      expect(calls).toBe(1)
    })

    it('tells nothing to one who has ended the watch', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      let stops = 0
      writer.watchStop(runId, () => {
        stops += 1
      })()
      await reader.requestStop(runId)
      await mirrored()
      expect(stops).toBe(0)
    })
  })

  /** Longer than the way to another process. */
  const mirrored = () => new Promise((resolve) => setTimeout(resolve, 30))
}
