import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import { fileURLToPath } from 'node:url'

export interface BackendProcess {
  url: string
  child: ChildProcess
  /** Resolves with its exit status, null when a signal ended it. */
  exit: Promise<number | null>
  /** All that it has written. */
  output(): string
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  return port
}

/** Starts a file as a process with this environment alone. */
export function startProcess(file: URL, env: Record<string, string>): Omit<BackendProcess, 'url'> {
  const child = fork(fileURLToPath(file), { env: { PATH: process.env.PATH, ...env }, silent: true, execArgv: [] })
  let output = ''
  child.stdout?.on('data', (text) => (output += text))
  child.stderr?.on('data', (text) => (output += text))
  const exit = once(child, 'exit').then(([code]) => code as number | null)
  return { child, exit, output: () => output }
}

/** Starts a backend on a free port and waits until it is ready. Throws with its output when it ends instead. */
export async function startBackend(file: URL, env: Record<string, string>): Promise<BackendProcess> {
  const port = await freePort()
  const started = startProcess(file, { APP_PORT: String(port), SECRET_KEY: 'a key for tests only', ...env })
  const ended = started.exit.then(() => Promise.reject(new Error(`the backend ended:\n${started.output()}`)))
  await Promise.race([once(started.child, 'message'), ended])
  return { ...started, url: `http://127.0.0.1:${port}` }
}
