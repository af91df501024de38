import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Options {
  cwd: string
  env: Record<string, string>
  /** User and group to run as; whoever runs this, when it is not given. */
  as?: number
}

interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  /** All that was written to standard output and standard error. */
  said: string
}

export interface Service {
  said(): string
  /** Throws with what it said when it has ended. */
  mustRun(): void
  /** Sends SIGTERM and resolves when it has ended; throws when that takes longer. */
  stop(withinMs: number): Promise<Ended>
}

export interface Processes {
  /** Runs a program to its end. Throws with what it said when it fails. */
  run(what: string, argv: readonly string[], options: Options): Promise<string>
  /** Runs a program to its end, however that is. */
  end(argv: readonly string[], options: Options, withinMs: number): Promise<Ended>
  start(what: string, argv: readonly string[], options: Options): Service
  /** Kills all that still run, with what they have started. */
  killAll(): Promise<void>
}

/** The last of a long output, which is where the reason stands. */
const tail = (said: string) => said.trimEnd().split('\n').slice(-40).join('\n')

/** Starts programs, each in a group of its own, so that none outlives this one. Once the signal is aborted nothing starts any more. */
export function createProcesses(signal: AbortSignal): Processes {
  const running = new Set<ChildProcess>()

  function launch([program = '', ...args]: readonly string[], { cwd, env, as }: Options) {
    signal.throwIfAborted()
    let said = ''
    const user = as === undefined ? {} : { uid: as, gid: as }
    // A group of its own: `npm ci` starts others, and an interrupt of the terminal is for us to pass on, in order.
    const child = spawn(program, args, { cwd, env, ...user, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    }
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', (error) => {
        running.delete(child)
        reject(error)
      })
      child.once('close', (code, by) => {
        running.delete(child)
        resolve({ code, signal: by, said })
      })
    })
    // Whoever waits for it hears of it; a service that is killed at the end is waited for by nobody.
    ended.catch(() => undefined)
    return { child, ended, said: () => said }
  }

  const kill = (child: ChildProcess) => {
    if (child.pid === undefined) return
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has just ended by itself.
    }
  }

  async function within(child: ChildProcess, ended: Promise<Ended>, ms: number): Promise<Ended> {
    let late = false
    const timer = setTimeout(() => {
      late = true
      kill(child)
    }, ms)
    const end = await ended
    clearTimeout(timer)
    if (late) throw new Error(`it did not end within ${ms / 1000} s:\n${tail(end.said)}`)
    return end
  }

  return {
    async run(what, argv, options) {
      const { ended } = launch(argv, options)
      const end = await ended
      signal.throwIfAborted()
      if (end.code !== 0) throw new Error(`${what} ended with ${end.code ?? end.signal}:\n${tail(end.said)}`)
      return end.said
    },
    end(argv, options, withinMs) {
      const { child, ended } = launch(argv, options)
      return within(child, ended, withinMs)
    },
    start(what, argv, options) {
      const { child, ended, said } = launch(argv, options)
      return {
        said,
        mustRun() {
          signal.throwIfAborted()
          if (child.exitCode === null && child.signalCode === null) return
          throw new Error(`${what} has ended with ${child.exitCode ?? child.signalCode}:\n${tail(said())}`)
        },
        stop(withinMs) {
          child.kill('SIGTERM')
          return within(child, ended, withinMs)
        },
      }
    },
    async killAll() {
      const left = [...running]
      const gone = left.map((child) => once(child, 'close'))
      for (const child of left) kill(child)
      await Promise.all(gone)
    },
  }
}
