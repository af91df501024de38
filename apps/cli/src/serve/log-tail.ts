import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs'

/** A log is begun anew at a start once it is this long; the one before is kept beside it. */
const LOG_LIMIT_BYTES = 10_000_000

export function fileLength(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** Opens a log to append to, for its owner's eyes alone, and starts it anew when it has become long. The caller closes it. */
export function openLog(file: string): number {
  if (fileLength(file) > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

/** The last lines, at most 12, of what stands in the file after the byte `begin`. */
export function logTail(file: string, begin = 0): string {
  const end = fileLength(file)
  const from = Math.max(begin, end - 4000)
  if (end <= from) return '(it wrote nothing)'
  const buffer = Buffer.alloc(end - from)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, buffer, 0, buffer.length, from)
  } finally {
    closeSync(descriptor)
  }
  return buffer.toString('utf8').trimEnd().split('\n').slice(-12).join('\n')
}
