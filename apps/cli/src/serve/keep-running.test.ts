import { expect, test } from 'vitest'
import { keepRunning, type Restartable } from './keep-running.ts'

interface Fake extends Restartable {
  die(): void
}

function fakes() {
  const started: Fake[] = []
  const start = async (): Promise<Fake> => {
    const { promise, resolve } = Promise.withResolvers<string>()
    const fake: Fake = {
      name: 'backend',
      exited: promise,
      lastLines: () => 'the last line',
      stop: async () => resolve('stopped'),
      die: () => resolve('status 3'),
    }
    started.push(fake)
    return fake
  }
  return { started, start }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

test('what dies is said with its last words and started again', async () => {
  const { started, start } = fakes()
  const said: string[] = []
  const kept = await keepRunning({
    start,
    say: (text) => said.push(text),
    onGiveUp: () => undefined,
    delays: [0, 0, 0],
  })
  started[0]?.die()
  await turn()
  expect(kept.current()).toBe(started[1])
  expect(said).toEqual([
    'The backend ended by itself (status 3). Its last lines:\nthe last line',
    'The backend was started again.',
  ])
  await kept.stop()
})

test('after as many restarts as there are delays it gives up, once', async () => {
  const { started, start } = fakes()
  const lost: string[] = []
  await keepRunning({ start, say: () => undefined, onGiveUp: (name) => lost.push(name), delays: [0, 0] })
  for (let n = 0; n < 4; n += 1) {
    started[n]?.die()
    await turn()
  }
  expect(started).toHaveLength(3)
  expect(lost).toEqual(['backend'])
})

test('what is stopped is not started again', async () => {
  const { started, start } = fakes()
  const kept = await keepRunning({ start, say: () => undefined, onGiveUp: () => undefined, delays: [0] })
  await kept.stop()
  await turn()
  expect(started).toHaveLength(1)
})

test('a restart that fails counts as another death', async () => {
  const { started, start } = fakes()
  const lost: string[] = []
  let calls = 0
  const flaky = () => {
    calls += 1
    return calls === 1 ? start() : Promise.reject(new Error('no'))
  }
  await keepRunning({ start: flaky, say: () => undefined, onGiveUp: (name) => lost.push(name), delays: [0, 0] })
  started[0]?.die()
  await turn()
  await turn()
  expect(calls).toBe(3)
  expect(lost).toEqual(['backend'])
})
