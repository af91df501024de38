import { textLine } from '@reviewguide/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createLogger } from '../../apps/backend/src/logger.ts'
import { startApp } from '../../apps/backend/test/start-app.ts'
import { createServerLog } from '../../apps/frontend/lib/server-log.ts'
import { logQueries } from '../../infra/lib/watch/log-queries.ts'
import { startFront } from './front-before-backend.ts'
import { type LogEvent, runQuery } from './insights.ts'

/** The two queries of the customer's page, word for word. */
const pages = {
  errors: `fields @timestamp, @message
| filter @message like /ERROR/
| sort @timestamp desc
| limit 50`,
  latency: `fields @timestamp, @message
| filter @message like /request completed/
| parse @message "* ms" as latency
| stats avg(latency), max(latency), min(latency) by bin(5m)`,
}

const start = Date.UTC(2026, 2, 1, 12, 1)
let now = start
const groups = {
  backend: { json: [] as LogEvent[], text: [] as LogEvent[] },
  frontend: { json: [] as LogEvent[], text: [] as LogEvent[] },
}
/** Keeps each line in both forms: a log of words writes `textLine` of what a log of JSON writes. */
const into = ({ json, text }: (typeof groups)['backend']) => ({
  write(line: string) {
    now += 1
    json.push({ at: now, message: line.trimEnd() })
    text.push({ at: now, message: textLine(line) })
  },
})

/** What was asked of each, and how often each had to say that it failed. */
const asked = { backend: 0, frontend: 0 }
const failures = { backend: 2, frontend: 1 }
let close: () => void

beforeAll(async () => {
  // As in production, where neither DEBUG nor INFO is written.
  const logger = createLogger({ logLevel: 'warn', logFormat: 'json' }, into(groups.backend))
  const log = createServerLog({ logLevel: 'WARNING', logFormat: 'json' }, into(groups.frontend))
  const overview = () => Promise.reject(new Error('1 ms request completed'))
  const { app, workflow } = await startApp({ logger, catalogue: { overview } })
  const answers = workflow.current
  const front = await startFront(await app.listen({ port: 0, host: '127.0.0.1' }), log)
  close = front.close
  const get = async (path: string, init: RequestInit = {}, reached = 1) => {
    asked.frontend += 1
    asked.backend += reached
    await (await fetch(front.url + path, init)).text()
    // The line is written when the connection is done with the request, which its reader does not see.
    await vi.waitFor(() => {
      expect([completed('backend'), completed('frontend')]).toEqual([asked.backend, asked.frontend])
    })
  }
  const ask = (message: string, headers = {}) =>
    get('/v1/chat/stream', {
      method: 'POST',
      body: JSON.stringify({ message }),
      headers: { 'content-type': 'application/json', ...headers },
    })

  await ask('which earbuds?')
  await get('/v1/items')
  // People who try to make lines, or to be found among them.
  await get('/v1/items?query=ERROR', { headers: { 'x-request-id': 'ERROR-0123' } })
  await get('/ERROR/0.1%20ms%20request%20completed', { headers: { 'x-request-id': '0.1:ms:request:completed' } })
  await ask('ERROR\n0.1 ms request completed', { 'user-agent': 'ERROR 0.1 ms request completed' })
  await get('/v1/overview')

  now = start + 5 * 60_000
  workflow.current = () => Promise.reject(new Error('ERROR 0.1 ms request completed'))
  await ask('and this one?')
  workflow.current = answers
  await get('/v1/overview', { headers: { 'x-request-id': 'ERROR-4567' } })
  await get('/health')
  await app.close()
  await get('/v1/items?query=ERROR', {}, 0)
})
afterAll(() => close())

function completed(service: 'backend' | 'frontend') {
  return groups[service].json.filter(({ message }) => JSON.parse(message).msg === 'request completed').length
}

interface Line {
  level: string
  msg: string
  ms?: number
}

/** What the lines say, read without any query. */
const linesOf = (service: 'backend' | 'frontend') =>
  groups[service].json.map(({ at, message }) => ({ at, ...(JSON.parse(message) as Line) }))

describe.each(['backend', 'frontend'] as const)('the log of the %s', (service) => {
  it('is kept under the queries that are shipped', () => {
    expect([logQueries['errors-text'], logQueries['latency-text']]).toEqual([pages.errors, pages.latency])
  })

  it("gives the page's query and the one for JSON the same latencies, which are those of the requests", () => {
    const answers = [
      runQuery(pages.latency, groups[service].text),
      runQuery(logQueries['latency-text'], groups[service].text),
      runQuery(logQueries['latency-json'], groups[service].json),
    ]
    const spans = Map.groupBy(
      linesOf(service).filter(({ msg }) => msg === 'request completed'),
      ({ at }) => Math.floor(at / 300_000) * 300_000,
    )
    const expected = [...spans].map(([bin, lines]) => {
      const all = lines.map(({ ms }) => Number(ms))
      const sum = all.reduce((total, ms) => total + ms, 0)
      return {
        bin,
        'avg(latency)': sum / all.length,
        'max(latency)': Math.max(...all),
        'min(latency)': Math.min(...all),
      }
    })
    expect(expected.map(({ bin }) => bin)).toEqual([Date.UTC(2026, 2, 1, 12), Date.UTC(2026, 2, 1, 12, 5)])
    expect(answers).toEqual([expected, expected, expected])
    expect(completed(service)).toBe(asked[service])
  })

  it("gives the page's query and the one for JSON the same errors, which are all that there were", () => {
    const inText = runQuery(pages.errors, groups[service].text)
    const inJson = runQuery(logQueries['errors-json'], groups[service].json)
    expect(runQuery(logQueries['errors-text'], groups[service].text)).toEqual(inText)
    expect(inText.map(({ '@message': message }) => message)).toEqual(
      inJson.map(({ '@message': message }) => textLine(String(message))),
    )
    const errors = linesOf(service).filter(({ level }) => level === 'ERROR')
    expect(inText.map(({ '@timestamp': at }) => at)).toEqual(errors.map(({ at }) => at).toReversed())
    // The page's server passes the backend's failures on without a word; its own is that there is no backend any more.
    expect(errors).toHaveLength(failures[service])
  })
})

describe('the reader', () => {
  it('refuses what it does not know', () => {
    for (const query of ['dedup @message', 'fields a | filter a > 1', 'stats count(*) by bin(5m)', 'sort a, b']) {
      expect(() => runQuery(query, [{ at: 0, message: '{"a":1}' }])).toThrow(/known/)
    }
  })

  it('takes for a star at the beginning all from the start of the line', () => {
    const query = 'parse @message "* ms" as latency | fields latency'
    const messages = ['12.5 ms request completed', 'at 12.5 ms', 'none']
    expect(
      runQuery(
        query,
        messages.map((message) => ({ at: 0, message })),
      ),
    ).toEqual([{ latency: '12.5' }, { latency: 'at 12.5' }, { latency: undefined }])
  })
})
