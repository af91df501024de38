import { createInProcessRunLog } from '@reviewguide/adapters/cache'
import { AppError, type StreamPart } from '@reviewguide/contracts'
import { createFakeChatStore } from '@reviewguide/testing'
import type { RunEvent, RunLog } from '@reviewguide/workflow/ports'
import { createRuns, keylessLimits, type Runs } from '@reviewguide/workflow/runs'
import { afterEach, describe, expect, it } from 'vitest'
import { ids } from '../src/ids.ts'
import { textOf, types } from './ask.ts'
import { answerParts, type Script, wholeAnswer } from './scripted-workflow.ts'

const open: Runs[] = []
afterEach(async () => {
  for (const runs of open.splice(0)) await runs.close(0)
})

const text = answerParts().slice(0, 7)

/** A run that a process left behind after these parts, and the backend that finds it. */
async function leftBehind(
  parts: StreamPart[],
  {
    script = wholeAnswer,
    changeLog = (log: RunLog) => log,
    before = () => {},
  }: {
    script?: Script
    changeLog?: (log: RunLog) => RunLog
    before?: (store: ReturnType<typeof createFakeChatStore>, run: ReturnType<typeof newRun>) => unknown
  } = {},
) {
  const chats = createFakeChatStore()
  const log = createInProcessRunLog()
  const run = newRun()
  await chats.beginRun(run)
  const head: StreamPart[] = [
    { type: 'start', messageId: run.answerId, messageMetadata: { createdAt: run.askedAt.toISOString() } },
    { type: 'data-run', data: { runId: run.runId, chatId: run.chatId } },
    { type: 'start-step' },
  ]
  await log.append(
    run.runId,
    1,
    [...head, ...parts].map((part, at) => ({ id: at + 1, part })),
  )
  await before(chats, run)
  let worked = 0
  const runs = createRuns({
    workflow: {
      run: (input, context) => {
        worked += 1
        return script(input, context)
      },
    },
    chats,
    store: chats,
    log: changeLog(log),
    clock: { now: () => new Date() },
    ids,
    limits: keylessLimits,
    holder: 'the one that lives',
    holdTimes: { leaseMs: 1_000, renewMs: 50, lookMs: 10 },
  })
  open.push(runs)
  await expect.poll(async () => (await chats.standing(run.runId))?.active, { timeout: 5_000 }).toBe(false)
  const chat = await chats.read(run.chatId, run.owner)
  return {
    chats,
    runs,
    run,
    worked: () => worked,
    standing: await chats.standing(run.runId),
    answer: chat?.messages[1],
  }
}

const newRun = () => ({
  runId: ids.run(),
  chatId: ids.chat(),
  mayCreate: true,
  owner: ids.guest(),
  question: { messageId: ids.message(), text: 'hi' },
  answerId: ids.message(),
  lease: { holder: 'the one that died', ms: 1 },
  requestId: 'req_1',
  askedAt: new Date(),
})

async function readAll({ runs, run }: Awaited<ReturnType<typeof leftBehind>>, after = 0) {
  const events: RunEvent[] = []
  const follow = { after, signal: new AbortController().signal, requestId: 'req_2' }
  for await (const batch of runs.follow(run.runId, follow)) events.push(...batch)
  return events
}

describe('a run that was left behind', () => {
  it('in the middle of its text is finished', async () => {
    const left = await leftBehind(text)
    expect(left.standing).toMatchObject({ status: 'finished', metadata: { outcome: 'answered' } })
    const events = await readAll(left)
    expect(textOf(events)).toBe('Take the first.')
    expect(types(events)).not.toContain('reset-step')
  })

  it('with its answer sent and not yet stored is stored, and its last part said', async () => {
    const left = await leftBehind([...answerParts(), { type: 'finish-step' }])
    expect(left.standing).toMatchObject({ status: 'finished' })
    expect(types(await readAll(left)).slice(-3)).toEqual(['data-suggestions', 'finish-step', 'finish'])
    expect(left.answer?.parts).toContainEqual({ type: 'text', text: 'Take the first.', state: 'done' })
  })

  it('with its end sent and not stored is stored as it was sent, without being worked on', async () => {
    const ends: StreamPart[] = [
      { type: 'text-end', id: 't1' },
      { type: 'finish-step' },
      { type: 'error', errorText: 'no' },
    ]
    const left = await leftBehind([...text, ...ends])
    expect([left.worked(), left.standing]).toMatchObject([0, { status: 'failed' }])
    expect(left.answer?.parts).toContainEqual({ type: 'text', text: 'Take the ', state: 'done' })
    expect(types(await readAll(left)).slice(-1)).toEqual(['error'])
  })

  it('with a stop asked for keeps what was sent, and is not worked on', async () => {
    const left = await leftBehind(text, { before: (store, { chatId, owner }) => store.askStop(chatId, owner) })
    expect([left.worked(), left.standing]).toMatchObject([0, { status: 'stopped' }])
    expect(types(await readAll(left)).slice(-3)).toEqual(['text-end', 'finish-step', 'finish'])
    expect(left.answer).toMatchObject({ metadata: { outcome: 'stopped' } })
  })

  it('by one process after the other is ended, before it brings all of them down', async () => {
    const left = await leftBehind(text, {
      before: async (store, { runId }) => {
        for (let n = 0; n < 4; n += 1) await store.claim(runId, { holder: 'another that died', ms: 1 })
      },
    })
    expect([left.worked(), left.standing]).toMatchObject([0, { status: 'failed', errorCode: 'run_interrupted' }])
    expect(types(await readAll(left)).slice(-2)).toEqual(['data-error', 'error'])
  })

  it('without its log begins anew, and sends who has a part of it to its start', async () => {
    const [working, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const fresh = createInProcessRunLog()
    let run = newRun()
    const behind = leftBehind(text, {
      before: (_store, begun) => {
        run = begun
      },
      changeLog: () => ({ ...fresh, take: () => Promise.reject(new AppError('cache_unavailable')) }),
      script: async (input, context) => {
        const result = await wholeAnswer(input, context)
        working.resolve()
        await done.promise
        return result
      },
    })
    await working.promise
    const place = (after: number) => open[0]?.resumable(run.chatId, run.owner, { after, runId: run.runId })
    expect(await place(0)).toEqual({ runId: run.runId, ended: false })
    expect(await place(3)).toBeNull()
    done.resolve()
    const left = await behind
    const events = await readAll(left)
    expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => at + 1))
    expect(textOf(events)).toBe('Take the first.')
    expect(left.standing).toMatchObject({ status: 'finished' })
  })
})
