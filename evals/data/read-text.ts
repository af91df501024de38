import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A file's text, unpacked when its name ends in `.gz`. */
export function readText(path: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString(encoding)
}
