import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What a process has used. */
export interface Usage {
  /** CPU since its start, user and system, in ms. */
  cpuMs: number
  /** Memory that the system has given it, in MB: now, and the most of all samples so far. */
  residentMb: number
  peakMb: number
  /** What its objects and their buffers take, in MB. */
  objectsMb: number
}

/** A peak shorter than this may be missed. Reading takes most of a millisecond. */
const SAMPLE_MS = 100

const MB = 2 ** 20

/**
 * Sends the usage of this process to whoever started it, each time it is asked: to `tidy usage` once its garbage has been collected. Ends with them.
 * With `watchPeak` memory is sampled all the time, without it only when asked.
 */
export function answerUsage({ watchPeak = false } = {}): void {
  let peak = 0
  // Not `maxRSS`: it begins with what the process was forked from.
  const sample = () => {
    const now = process.memoryUsage.rss()
    peak = Math.max(peak, now)
    return now
  }
  if (watchPeak) setInterval(sample, SAMPLE_MS).unref()
  process.on('message', (question) => {
    if (question === 'tidy usage') collectGarbage()
    const { user, system } = process.cpuUsage()
    const resident = sample()
    const { heapUsed, external } = process.memoryUsage()
    const usage: Usage = {
      cpuMs: (user + system) / 1000,
      residentMb: resident / MB,
      peakMb: peak / MB,
      objectsMb: (heapUsed + external) / MB,
    }
    process.send?.(usage)
  })
  process.once('disconnect', () => process.exit(0)).once('SIGTERM', () => process.exit(0))
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
}
