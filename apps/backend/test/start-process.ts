import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '@reviewguide/adapters/own-postgres'
import { type Asked, asked } from './ask.ts'
import { cookieOf } from './read-stream.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** A backend as a process of its own. */
export interface BackendProcess {
  url: string
  child: ChildProcess
  /** All that it wrote so far. */
  output(): string
  kill(): Promise<void>
}

/** Starts the backend with these variables and nothing else of the environment; throws with its output when it does not become ready. */
export async function startBackendProcess(env: Record<string, string>): Promise<BackendProcess> {
  const port = await freePort()
  const child = fork(main, {
    env: { PATH: process.env.PATH, SECRET_KEY: 'a key for tests only', ...env, APP_PORT: String(port) },
    silent: true,
    execArgv: [],
  })
  let said = ''
  child.stdout?.on('data', (text) => (said += text))
  child.stderr?.on('data', (text) => (said += text))
  const exited = once(child, 'exit')
  await Promise.race([
    once(child, 'message'),
    exited.then(() => {
      throw new Error(`the backend ended at once:\n${said}`)
    }),
  ])
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    output: () => said,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

export interface AskedOver extends Asked {
  headers: Headers
}

/** Asks over a real connection, and waits for the end of the answer. */
export async function askOver(url: string, body: object, headers: Record<string, string> = {}): Promise<AskedOver> {
  const reply = await fetch(`${url}/v1/chat/stream`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
  return { ...asked(reply.status, cookieOf(reply.headers), await reply.text()), headers: reply.headers }
}
