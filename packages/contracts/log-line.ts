import { z } from 'zod'

/** The levels of a log's lines, by the customer's names. */
export const LogLevel = z.enum(['DEBUG', 'INFO', 'WARNING', 'ERROR'], 'expected DEBUG, INFO, WARNING or ERROR')
export type LogLevel = z.infer<typeof LogLevel>

/** The form of a log's lines: one JSON object each, or the words that the customer's two saved queries read. */
export const LogFormat = z.enum(['json', 'text'], 'expected json or text')
export type LogFormat = z.infer<typeof LogFormat>

/** The words of the one line that each request leaves at its end. No other line bears them. */
export const REQUEST_COMPLETED = 'request completed'

const levels: Record<string, LogLevel> = { trace: 'DEBUG', debug: 'DEBUG', info: 'INFO', warn: 'WARNING' }

/** The customer's name of a level of pino: what is worse than an error is an error. */
export const levelName = (label: string): LogLevel => levels[label] ?? 'ERROR'

/** The least level, in pino's words, of what is written. */
export const pinoLevel = { DEBUG: 'debug', INFO: 'info', WARNING: 'warn', ERROR: 'error' } as const satisfies Record<
  LogLevel,
  string
>

/**
 * A line of JSON as a line of words: `TIME LEVEL what happened key=value …`, and of a request that is over `MS ms request completed key=value …`, because
 * the customer's query takes for the latency whatever stands before the first " ms".
 *
 * Nobody who chooses a value can make a line of their own of it, nor the words by which lines are found: what is no plain word stands in quotation marks
 * as in JSON, with `request completed`, and where it is no error `ERROR`, spelt by an escape.
 */
export function textLine(json: string): string {
  const { level, time, msg, ...fields } = JSON.parse(json) as Record<string, unknown>
  const say = level === 'ERROR' ? inError : inOther
  if (msg === REQUEST_COMPLETED && typeof fields.ms === 'number') {
    const { ms, ...others } = fields
    return [`${ms} ms ${REQUEST_COMPLETED}`, `level=${String(level)}`, ...pairs({ time, ...others }, say)].join(' ')
  }
  return [String(time), String(level), say(typeof msg === 'string' ? msg : '', sentence), ...pairs(fields, say)].join(
    ' ',
  )
}

/** What a person reads without quotation marks. */
const sentence = /^[\w .,:;?!()'/-]+$/
const word = /^[\w.:/@*[\]-]+$/

type Say = (text: string, plain: RegExp) => string

const inError: Say = (text, plain) => (plain.test(text) && !text.includes(REQUEST_COMPLETED) ? text : quoted(text))

const inOther: Say = (text, plain) => {
  const said = inError(text, plain)
  return said.includes('ERROR') ? quoted(text).replaceAll('ERROR', `ERR${escaped(0x4f)}R`) : said
}

function pairs(fields: object, say: Say, prefix = ''): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const key = prefix + say(name, word)
    if (typeof value === 'object' && value !== null) return pairs(value, say, `${key}.`)
    return [`${key}=${say(String(value), word)}`]
  })
}

/** What would not be seen, or would be seen as something else: control characters beyond JSON's own, line and paragraph separators, changes of direction. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

function quoted(text: string): string {
  const units = (character: string) => Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
  return JSON.stringify(text)
    .replace(unseen, (character) => units(character).map(escaped).join(''))
    .replaceAll(REQUEST_COMPLETED, `request${escaped(0x20)}completed`)
}

const escaped = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`
