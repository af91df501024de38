const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs work that Ctrl-C, SIGTERM and the closing of the terminal end in order: the first aborts its signal, so that what was started can be stopped; a second one, later
 * than npm's copy of the first, ends the process at once. The status is then the shell's for a signal, 130 or 143.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let firstAt = 0
  const onSignal = (name: NodeJS.Signals) => {
    const status = name === 'SIGINT' ? 130 : 143
    if (controller.signal.aborted && Date.now() - firstAt > 400) process.exit(status)
    firstAt ||= Date.now()
    process.exitCode = status
    controller.abort()
  }
  for (const name of signals) process.on(name, onSignal)
  try {
    return await work(controller.signal)
  } finally {
    for (const name of signals) process.off(name, onSignal)
  }
}
