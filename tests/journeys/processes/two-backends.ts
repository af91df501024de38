import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, startOwnPostgres } from '@reviewguide/adapters/own-postgres'
import { startTestRedis } from '@reviewguide/testing'
import { balance } from './load-balancer.ts'

/**
 * A process that runs two backends over a PostgreSQL and a Redis of its own, behind a load balancer, and the built page before that. Says
 * `{ url, first }` when all is up: the page's address, and the pid of the backend that gets all connections while it lives. Starts another one in its
 * place and says so again when it gets a message. Ends with its channel.
 */
const folder = await mkdtemp(join(tmpdir(), 'reviewguide-two-'))
const children: ChildProcess[] = []

async function start(
  file: string,
  env: Record<string, string>,
  args: string[] = [],
): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  children.push(child)
  const [message] = (await once(child, 'message')) as [{ port?: number }]
  return { child, port: message.port ?? Number(env.APP_PORT) }
}

const [postgres, redis] = await Promise.all([
  startOwnPostgres({ dataDir: folder, what: 'the journeys' }),
  startTestRedis(),
])

/** Less than a workflow may take; and what takes over does not pause. */
const PAUSE_MS = 6_000

const backend = (port: number, pauseMs: number) => {
  const env = {
    APP_PORT: String(port),
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    SECRET_KEY: 'a key for tests only',
    LOG_LEVEL: 'ERROR',
  }
  return start('./unhurried-backend.ts', env, [String(pauseMs)])
}

process.once('disconnect', async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all([postgres.stop(), redis.stop()])
  await rm(folder, { recursive: true, force: true })
  process.exit(0)
})

const ports = [await freePort(), await freePort()] as const
const [balancer] = await Promise.all([balance(ports), backend(ports[1], 0)])
const page = await start('../../../apps/frontend/server.ts', {
  PORT: String(await freePort()),
  BACKEND_URL: `http://127.0.0.1:${balancer.port}`,
})

let first: ChildProcess | undefined
const startFirst = async () => {
  if (first && first.exitCode === null && first.signalCode === null) {
    first.kill('SIGKILL')
    await once(first, 'exit')
  }
  first = (await backend(ports[0], PAUSE_MS)).child
  // The page's server keeps its connections to the other one otherwise.
  balancer.cut()
  process.send?.({ url: `http://127.0.0.1:${page.port}`, first: first.pid })
}
process.on('message', () => void startFirst())
await startFirst()
