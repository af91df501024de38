import { RunId } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import { createInProcessRunLog } from './in-process-run-log.ts'
import { runLogContract } from './run-log.contract.ts'

const log = createInProcessRunLog()
runLogContract('in process', () => ({ writer: log, reader: log }))

const run = (n: number) => RunId.parse(`run_${String(n).padStart(10, '0')}`)
const text = { type: 'text-delta' as const, id: 't1', delta: 'x'.repeat(1000) }

describe('what it keeps', () => {
  it('forgets the oldest ended runs above its size, and never one that is being written', async () => {
    const small = createInProcessRunLog({ maxSize: 3000 })
    await small.append(run(0), 1, [{ id: 1, part: text }])
    for (let n = 1; n <= 5; n += 1)
      await small.append(run(n), 1, [
        { id: 1, part: text },
        { id: 2, part: { type: 'finish' } },
      ])
    expect([0, 1, 2, 3, 4, 5].map((n) => small.has(run(n)))).toEqual([true, false, false, false, false, true])
  })

  it('forgets a run some time after its end', async () => {
    const brief = createInProcessRunLog({ keepMs: 20 })
    await brief.append(run(1), 1, [{ id: 1, part: { type: 'finish' } }])
    expect(brief.has(run(1))).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(brief.has(run(1))).toBe(false)
  })

  it('refuses a gap in the numbers', async () => {
    await expect(createInProcessRunLog().append(run(1), 1, [{ id: 2, part: text }])).rejects.toThrow('follows 0')
  })
})
