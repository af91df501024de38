import { AppError } from '@reviewguide/contracts'
import { csv } from './csv.ts'
import { jsonl } from './jsonl.ts'
import type { Format } from './row.ts'

/** Every format, in the order in which a file's beginning is tried against them: CSV last, since almost any text could be one. */
const formats: Format[] = [jsonl, csv]

/** What `--format` takes. */
export const formatNames: string[] = ['auto', ...formats.map(({ name }) => name)]

/** The format by name, or for 'auto' by the file's first bytes. Throws `invalid_request` with a sentence for people when there is none. */
export function findFormat(name: string, head: string): Format {
  if (name !== 'auto') {
    const named = formats.find((format) => format.name === name)
    if (named) return named
    throw new AppError('invalid_request', {
      details: `There is no format "${name}"; there are ${formatNames.join(', ')}.`,
    })
  }
  if (head.trim() === '') throw new AppError('invalid_request', { details: 'The file is empty.' })
  if (/^\s*\[/.test(head)) {
    throw new AppError('invalid_request', {
      details: 'The file is a JSON array; write one object a line instead (JSON lines).',
    })
  }
  const found = head.includes('\u0000') ? undefined : formats.find((format) => format.detect(head))
  if (found) return found
  throw new AppError('invalid_request', {
    details: 'This is no format that can be told from its content: neither JSON lines nor CSV with a header.',
  })
}
