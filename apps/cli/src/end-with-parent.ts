/** Short enough that a start right after the end of npm finds the folder free, long enough to cost nothing. */
const LOOK_EVERY_MS = 200

/**
 * Sends this process SIGTERM when npm, or the launcher on an older Node, that it runs under is gone: a SIGKILL of theirs never reaches us,
 * nor does a SIGTERM that npm passes on to the shell between. Started from anywhere else, the process outlives its parent as usual.
 */
export function endWithParent(): void {
  const launcher = Number(process.env.REVIEWGUIDE_ENDS_WITH)
  if (!launcher && !process.env.npm_lifecycle_event) return
  const parent = launcher || process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY_MS)
  timer.unref()
}
