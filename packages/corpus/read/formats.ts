import { AppError } from '@reviewguide/contracts'
import { shapeNames } from '../shapes/shapes.ts'
import { blocks } from './blocks.ts'
import { csv, tsv } from './csv.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import type { Format } from './row.ts'
import { xml } from './xml.ts'

/** Every format, in the order in which a file's beginning is tried against them: CSV last, since almost any text could be one. */
const formats: Format[] = [html, xml, jsonl, json, blocks, csv]

/** What `--format` takes: a format, or the data set that the file is of. */
export const formatNames: string[] = ['auto', ...formats.map(({ name }) => name), 'tsv', ...shapeNames]

/**
 * The format by name, or for 'auto' and the name of a data set by the file's first bytes. Throws `invalid_request` with a sentence for people when there is none.
 */
export function findFormat(name: string, head: string): Format {
  if (name !== 'auto' && !shapeNames.includes(name)) {
    const named = [...formats, tsv].find((format) => format.name === name)
    if (named) return named
    throw new AppError('invalid_request', {
      details: `There is no format "${name}"; there are ${formatNames.join(', ')}.`,
    })
  }
  if (head.trim() === '') throw new AppError('invalid_request', { details: 'The file is empty.' })
  const found = formats.find((format) => format.detect(head))
  if (found) return found
  throw new AppError('invalid_request', {
    details:
      'This is no format that can be told from its content: neither JSON, JSON lines, XML, a web page, records of "key: value" lines nor a table with a header. Name one with --format, or its columns in a first line.',
  })
}
