import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { processIdentity } from './process-identity.ts'
import { acquireProcessLock, lockOwner } from './process-lock.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reviewguide-lock-'))
  path = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A process that takes the lock, says so on its output, and holds it until it is killed. */
async function holder(): Promise<{ child: ChildProcess; said: string }> {
  const module = JSON.stringify(join(import.meta.dirname, 'process-lock.ts'))
  const script = `const { acquireProcessLock } = await import(${module})
    console.log(acquireProcessLock(${JSON.stringify(path)}, 'holder').taken)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, said: said.toString().trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

test('one process has it, and others learn who and where', () => {
  const first = acquireProcessLock(path, 'first')
  if (!first.taken) throw new Error('the lock was not free')
  first.lock.setAddress('127.0.0.1:1')
  const second = acquireProcessLock(path, 'second')
  expect(second).toMatchObject({ taken: false, owner: { pid: process.pid, what: 'first', address: '127.0.0.1:1' } })
  first.lock.release()
  expect(lockOwner(path)).toBeNull()
  expect(acquireProcessLock(path, 'third').taken).toBe(true)
})

test('the lock of a killed process is free', async () => {
  const { child, said } = await holder()
  expect(said).toBe('true')
  expect(acquireProcessLock(path, 'second').taken).toBe(false)
  await kill(child)
  expect(acquireProcessLock(path, 'second').taken).toBe(true)
})

test("a process that got a dead holder's number does not hold its lock", () => {
  const self = processIdentity()
  writeFileSync(
    path,
    JSON.stringify({ pid: process.pid, startedAt: `not ${self?.startedAt}`, key: 'old', what: 'dead' }),
  )
  expect(acquireProcessLock(path, 'second').taken).toBe(true)
})

test('a torn file counts as held while it may still be written, and as free when it is old', () => {
  writeFileSync(path, '')
  expect(lockOwner(path)).toBeNull()
  utimesSync(path, new Date(0), new Date(0))
  expect(acquireProcessLock(path, 'second').taken).toBe(true)
})

test('of several processes that find a dead holder one gets the lock', async () => {
  const dead = await holder()
  await kill(dead.child)
  const holders = await Promise.all(Array.from({ length: 6 }, holder))
  expect(holders.map(({ said }) => said).filter((said) => said === 'true')).toHaveLength(1)
  for (const { child } of holders) await kill(child)
  expect(readdirSync(folder).filter((name) => name.endsWith('.takeover'))).toEqual([])
})
