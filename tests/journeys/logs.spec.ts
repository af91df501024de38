import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const linesOf = (service: 'backend' | 'frontend') =>
  readFileSync(join(process.env.REVIEWGUIDE_JOURNEY_LOGS ?? '', `${service}.log`), 'utf8')
    .trimEnd()
    .split('\n')

/** The built page, Next's part included: what it and the backend write of one request. */
test('one request leaves one line in each log, under one id', async ({ playwright }) => {
  const page = await playwright.request.newContext({ baseURL: process.env.REVIEWGUIDE_JOURNEY_URL })
  const under = (id: string) => ({ headers: { 'x-request-id': id } })
  const asked = await page.post('/v1/chat/stream', {
    data: { message: 'best earbuds for Zebedee?' },
    ...under('trace-ask'),
  })
  const opened = await page.get('/items/itm_0123456789?from=Zebedee', under('trace-open'))
  const refused = await page.get('/v1/%zz', under('trace-refused'))
  for (const reply of [asked, opened, refused]) expect(reply.headers()['x-request-id']).toMatch(/^trace-/)

  const completed = (service: 'backend' | 'frontend', id: string) =>
    linesOf(service).filter((line) => line.includes(`requestId=${id}`) && line.includes('request completed'))
  await expect.poll(() => completed('frontend', 'trace-refused')).toHaveLength(1)
  const [passed = '', answered = ''] = [completed('frontend', 'trace-ask'), completed('backend', 'trace-ask')].flat()
  for (const line of [passed, answered]) {
    expect(line).toMatch(/^[\d.]+ ms request completed level=INFO /)
    expect(line).toMatch(/ firstTextMs=\d+ .*outcome=answered$/)
  }
  const namesIn = (line: string) => line.match(/(?:runId|chatId|events)=\w+/g)?.sort()
  expect(namesIn(passed)).toEqual(namesIn(answered))
  expect(passed).toContain(' route=/v1/[...path] status=200 ')
  expect(answered).toContain(' route=/v1/chat/stream status=200 ')
  expect(completed('frontend', 'trace-open')).toEqual([expect.stringContaining(' route=/items/[itemId] ')])

  for (const service of ['backend', 'frontend'] as const) {
    for (const line of linesOf(service)) {
      expect(line).toMatch(/^([\d.]+ ms request completed |\d{4}-\d\d-\d\dT[\d:.]+Z (DEBUG|INFO|WARNING|ERROR) )/)
      expect(line).not.toContain('Zebedee')
    }
  }
  await page.dispose()
})
