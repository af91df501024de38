import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** Output that is kept of a process, to be shown when it fails. */
const KEPT = 4000

export interface Child {
  pid: number
  /** The next message of the process. Throws with its last words when it ends instead. */
  message<T>(): Promise<T>
  /** Sends a message and gives the next one back. */
  ask<T>(question: string): Promise<T>
  /** Ends it and waits. */
  stop(): Promise<void>
}

/** Starts a TypeScript file as a process of its own with a channel for messages. Its output is discarded, as by a supervisor that writes it elsewhere. */
export function startChild(file: URL, args: string[], env: Record<string, string>, signal: AbortSignal): Child {
  const child: ChildProcess = fork(file, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  let said = ''
  child.stderr?.on('data', (text: Buffer) => {
    said = (said + text.toString()).slice(-KEPT)
  })
  const end = () => child.kill('SIGKILL')
  signal.addEventListener('abort', end, { once: true })
  const exited = once(child, 'exit').finally(() => signal.removeEventListener('abort', end))

  const message = async <T>(): Promise<T> => {
    const heard = once(child, 'message').then(([value]) => value as T)
    const ended = exited.then(([code]) => {
      throw new Error(`${file.pathname} ended with ${String(code)} before it answered:\n${said}`)
    })
    return Promise.race([heard, ended])
  }
  return {
    pid: child.pid ?? 0,
    message,
    async ask(question) {
      const answer = message<never>()
      child.send(question)
      return answer
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await exited
    },
  }
}
