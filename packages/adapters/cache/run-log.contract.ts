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
      await writer.append(runId, events.slice(0, 10))
      await mirrored()
      const reading = readAll(reader, runId)
      for (let n = 10; n < 30; n += 4) {
        await new Promise((resolve) => setTimeout(resolve, 2))
        await writer.append(runId, events.slice(n, n + 4))
      }
      expect(await reading).toEqual(events)
    })

    it('goes on after any number with exactly the rest', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      const events = run(40)
      for (let n = 0; n < 40; n += 7) await writer.append(runId, events.slice(n, n + 7))
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
      await writer.append(runId, [delta(1), last(2, { type: 'error', errorText: 'no' })])
      await mirrored()
      expect(await readAll(reader, runId)).toHaveLength(2)
    })

    it('gives nothing of a run that it does not know', async () => {
      expect(await readAll(logs().reader, newRun())).toEqual([])
    })

    it('ends a reading when its signal fires, while the run goes on', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      await writer.append(runId, [delta(1)])
      await mirrored()
      const leaving = new AbortController()
      const reading = readAll(reader, runId, 0, leaving.signal)
      setTimeout(() => leaving.abort(), 20)
      expect(await reading).toEqual([delta(1)])
      await writer.append(runId, [last(2)])
      await mirrored()
      expect(await readAll(reader, runId)).toHaveLength(2)
    })

    it('lets a slow reader hold back nobody', async () => {
      const { writer, reader } = logs()
      const runId = newRun()
      await writer.append(runId, [delta(1)])
      await mirrored()
      const slow = reader.read(runId, 0, never)[Symbol.asyncIterator]()
      await slow.next()
      await writer.append(runId, run(600).slice(1))
      expect(await readAll(reader, runId)).toHaveLength(600)
      const rest: RunEvent[] = []
      for (let next = await slow.next(); !next.done; next = await slow.next()) rest.push(...next.value)
      expect(rest).toEqual(run(600).slice(1))
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
      await reader.requestStop(runId)
      await asked
      await reader.requestStop(runId)
      await mirrored()
      expect(stops).toBe(1)
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
