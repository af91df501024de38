import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Longest that the first start may take, the page's build included. */
const START_MS = 240_000

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

/** Starts the whole system as a person would, on free ports and in a data folder of its own; returns what stops it and clears up. */
export default async function startSystem(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'reviewguide-journey-'))
  const [backend, frontend] = [await freePort(), await freePort()]
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...environment } = process.env
  const system = spawn(process.execPath, ['apps/cli/bin/reviewguide.mjs', 'start'], {
    env: { ...environment, APP_PORT: String(backend), PORT: String(frontend), REVIEWGUIDE_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = `http://localhost:${frontend}`
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the system did not start in time:\n${said}`)), START_MS)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (!said.includes(address)) return
      clearTimeout(timer)
      resolve()
    }
    system.stdout.on('data', listen)
    system.stderr.on('data', listen)
    system.once('exit', (code) => reject(new Error(`the system ended with ${code}:\n${said}`)))
  })
  await ready
  process.env.REVIEWGUIDE_JOURNEY_URL = address
  process.env.REVIEWGUIDE_JOURNEY_LOGS = join(folder, 'logs')
  return async () => {
    const ended = once(system, 'exit')
    system.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}
