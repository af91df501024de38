/** Sends the CPU that this process has spent, user and system, in ms, to whoever started it, each time it is asked; ends with them. */
export function answerCpu(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpuMs: (user + system) / 1000 })
  })
  process.once('disconnect', () => process.exit(0)).once('SIGTERM', () => process.exit(0))
}
