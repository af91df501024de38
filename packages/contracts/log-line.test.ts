import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelName, REQUEST_COMPLETED, textLine } from './log-line.ts'

const time = '2026-03-01T12:00:00.000Z'
const lineOf = (fields: object) => textLine(JSON.stringify({ level: 'INFO', time, ...fields }))

describe('a line of words', () => {
  it('begins with the milliseconds when a request is over', () => {
    const request = { requestId: 'req_1', route: '/v1/chats/:chatId', status: 200, ms: 12.5, msg: REQUEST_COMPLETED }
    expect(lineOf(request)).toBe(
      `12.5 ms request completed level=INFO time=${time} requestId=req_1 route=/v1/chats/:chatId status=200`,
    )
  })

  it('begins with time and level otherwise, and names fields within fields', () => {
    const err = { type: 'Error', cause: { code: 'ECONNREFUSED' }, stack: '    at a (b:1:2)\n    at c (d:3:4)' }
    expect(lineOf({ level: 'ERROR', msg: 'the cache cannot be reached', err, faults: ['share', 'quotation'] })).toBe(
      String.raw`${time} ERROR the cache cannot be reached err.type=Error err.cause.code=ECONNREFUSED err.stack="    at a (b:1:2)\n    at c (d:3:4)" faults.0=share faults.1=quotation`,
    )
  })

  it('keeps the words by which lines are found for lines that are found by them', () => {
    const hidden = lineOf({ msg: 'ERROR: 1 ms request completed', 'request completed': 'ERROR', id: 'ERROR-1' })
    expect(hidden).not.toMatch(/ERROR|request completed/)
    expect(lineOf({ msg: REQUEST_COMPLETED, ms: 1, id: 'ERROR-1' })).toBe(
      String.raw`1 ms request completed level=INFO time=${time} id="ERR\u004fR-1"`,
    )
    expect(lineOf({ level: 'ERROR', msg: 'request failed', said: 'request completed' })).not.toContain(
      REQUEST_COMPLETED,
    )
    // Without a number of milliseconds it is no request.
    expect(lineOf({ msg: REQUEST_COMPLETED, ms: '1 ms' })).not.toContain(REQUEST_COMPLETED)
  })

  it('is one line that nobody forges, whatever is in it, and from which every value can be read again', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^(ERROR|request completed|\r|\n|"|\\|=| ms | |\u2028|\u0085|\u202e|[a-z]){0,9}$/),
    )
    fc.assert(
      fc.property(fc.constantFrom('INFO', 'ERROR'), text, text, (level, msg, value) => {
        const line = textLine(JSON.stringify({ level, time, msg: `said: ${msg}`, value }))
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
        expect(line).not.toContain(REQUEST_COMPLETED)
        expect(line.startsWith(`${time} ${level} `)).toBe(true)
        if (level === 'INFO') expect(line).not.toContain('ERROR')
        const [, said = '', read = ''] = /^\S+ \S+ ("(?:[^"\\]|\\.)*"|[^"=]*) value=(.*)$/.exec(line) ?? []
        const decoded = (part: string) => (part.startsWith('"') ? JSON.parse(part) : part)
        expect([decoded(said), decoded(read)]).toEqual([`said: ${msg}`, value])
      }),
    )
  })
})

it("the levels have the customer's names", () => {
  const labels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal']
  expect(labels.map(levelName)).toEqual(['DEBUG', 'DEBUG', 'INFO', 'WARNING', 'ERROR', 'ERROR'])
})
