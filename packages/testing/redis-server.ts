import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const programs = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'redis-server'))

/** Why no Redis server can be started here, or null when one can. */
export function noRedisServer(): string | null {
  return programs.some((path) => existsSync(path)) ? null : 'the program redis-server is not installed here'
}

/** A Redis that a test started and may stop. */
export interface TestRedis {
  url: string
  /** Kills the server, as a crash would: what it held is lost. */
  kill(): Promise<void>
  /** Starts it again at the same address, empty. */
  startAgain(): Promise<void>
  /** Ends it and removes its files. */
  stop(): Promise<void>
}

/** Longest that a server may take to answer after its start. */
const START_MS = 10_000

/** Starts a Redis on a free port of the loopback, with nothing written to disk. Throws when it does not answer. See `noRedisServer`. */
export async function startTestRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'reviewguide-redis-'))
  const port = await freePort()
  let server: ChildProcess | null = null

  const start = async () => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]
    server = spawn('redis-server', options, { stdio: 'ignore' })
    for (const until = performance.now() + START_MS; !(await answers(port)); await sleep(20))
      if (performance.now() > until) throw new Error('Redis did not answer in time')
  }
  const kill = async () => {
    const running = server
    server = null
    if (!running || running.exitCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGKILL')
    await ended
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    startAgain: start,
    async stop() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' })
    const say = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.on('connect', () => socket.write('PING\r\n'))
    socket.on('data', () => say(true)).on('error', () => say(false))
  })
}
