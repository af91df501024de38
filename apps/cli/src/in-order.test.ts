import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

async function* from<T>(values: T[]) {
  yield* values
}

test('results come in the order of the values, with no more at work than allowed', async () => {
  let running = 0
  let most = 0
  const work = async (ms: number) => {
    most = Math.max(most, ++running)
    await sleep(ms)
    running -= 1
    return ms
  }
  const values = [30, 1, 20, 2, 10, 3, 0]
  expect(await Array.fromAsync(inOrder(from(values), 3, work))).toEqual(values)
  expect(most).toBe(3)
})

test('a result is not held back until the next value comes', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  async function* waiting() {
    yield 'first'
    await promise
    yield 'second'
  }
  const results = inOrder(waiting(), 4, async (value) => value)
  expect(await results.next()).toEqual({ done: false, value: 'first' })
  resolve()
  expect(await results.next()).toEqual({ done: false, value: 'second' })
  expect(await results.next()).toMatchObject({ done: true })
})

test('a failure of the work, or of the values, ends it', async () => {
  const fails = async () => Promise.reject(new Error('no'))
  await expect(Array.fromAsync(inOrder(from([1, 2]), 2, fails))).rejects.toThrow('no')
  async function* broken() {
    yield 1
    throw new Error('gone')
  }
  await expect(Array.fromAsync(inOrder(broken(), 2, async (n) => n))).rejects.toThrow('gone')
})
