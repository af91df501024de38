import { createPool } from '@reviewguide/adapters/postgres'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../apps/backend/src/app.ts'
import { loadConfig } from '../../apps/backend/src/config.ts'
import { createDependencies } from '../../apps/backend/src/dependencies.ts'
import { createLogger } from '../../apps/backend/src/logger.ts'
import { createServerLog } from '../../apps/frontend/lib/server-log.ts'
import { startFront } from './front-before-backend.ts'

/** What people and operators entrust to the services. Each is a word of its own, so that a piece of it is found too. */
const secrets = {
  email: 'zebedee@private.example',
  name: 'Zebedee Quillfeather',
  password: 'marmalade-horse-battery',
  wrongPassword: 'rhubarb-horse-battery',
  question: 'does my bunion Quillfeather fit 555-0182 shoes?',
  search: 'haemorrhoid',
  bearer: 'sk-bearer-krypton',
  cookie: 'cookie-xenon',
  userAgent: 'Netscape-argon',
  referer: 'https://elsewhere.example/neon',
  address: '203.0.113.77',
  link: `shr_${'radon'.repeat(8)}abc`,
  code: 'oauth-helium',
  key: 'tungsten-b3f7c1d09a5e4286b7d1e0fa63c95b28',
  databasePassword: 'p%40ss-osmium',
  redisPassword: 'redis-iridium',
  mailPassword: 'smtp-rhodium',
  clientSecret: 'google-palladium',
  modelKey: 'sk-openai-ruthenium',
}
const telltales = [
  ...Object.values(secrets),
  ...'zebedee Quillfeather marmalade rhubarb bunion 555-0182 krypton xenon argon neon'.split(' '),
  ...'radon helium tungsten osmium iridium rhodium palladium ruthenium'.split(' '),
]

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** The database's address with a password in it, which a server that trusts this machine does not look at. */
function withPassword(): string {
  const url = new URL(database.url)
  if (url.password) telltales.push(url.password)
  else url.password = secrets.databasePassword
  return url.href
}

/** Both services in production, with all that they may write written, and what they wrote. */
async function startBoth(env: Record<string, string> = {}) {
  const lines = { backend: [] as string[], frontend: [] as string[] }
  const config = loadConfig({
    ENV: 'production',
    LOG_LEVEL: 'DEBUG',
    SECRET_KEY: secrets.key,
    DATABASE_URL: withPassword(),
    OPENAI_API_KEY: secrets.modelKey,
    PUBLIC_URL: 'http://reviews.example',
    GOOGLE_CLIENT_ID: 'google',
    GOOGLE_CLIENT_SECRET: secrets.clientSecret,
    API_KEYS: 'true',
    ...env,
  })
  const pool = createPool(config.databaseUrl, { max: 1 })
  const logger = createLogger(config, { write: (line) => void lines.backend.push(line) })
  const deps = await createDependencies(config, logger, () => ({
    // PostgreSQL quotes what it cannot read, and somebody quotes PostgreSQL.
    async run({ question }) {
      const cause = await pool.query('select $1::int', [question]).catch((error: unknown) => error)
      throw new Error(`no answer to ${question}`, { cause })
    },
  }))
  const app = await createApp(deps)
  const log = createServerLog(
    { logLevel: 'DEBUG', logFormat: config.logFormat },
    {
      write: (line) => void lines.frontend.push(line),
    },
  )
  const front = await startFront(await app.listen({ port: 0, host: '127.0.0.1' }), log)
  const cookies: string[] = [secrets.cookie]
  let asked = 0
  return {
    lines,
    /** Asks as a browser with all its headers; the cookies that it was given by then are among them. */
    async send(method: string, path: string, body?: object | string): Promise<Response> {
      asked += 1
      const reply = await fetch(front.url + path, {
        method,
        redirect: 'manual',
        headers: {
          cookie: ['other', ...cookies].join('; '),
          authorization: `Basic ${secrets.bearer}`,
          'user-agent': `${secrets.userAgent} ${secrets.email}`,
          referer: secrets.referer,
          'x-forwarded-for': secrets.address,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      for (const cookie of reply.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';')
        cookies.push(pair)
        const [, value = ''] = pair.split('=')
        if (value) telltales.push(value)
      }
      return reply
    },
    /** All lines, once each request has had its own. */
    async written(): Promise<string> {
      const of = (service: 'backend' | 'frontend') =>
        lines[service].filter((line) => line.includes('request completed'))
      await vi.waitFor(() => expect([of('backend').length, of('frontend').length]).toEqual([asked, asked]))
      return [...lines.backend, ...lines.frontend].join('')
    },
    async close() {
      front.close()
      await app.close()
      await deps.close()
      await pool.end()
    },
  }
}

const found = (written: string) => telltales.filter((secret) => written.includes(secret))

describe.each(['json', 'text'])('the logs of both services as %s, at DEBUG', (LOG_FORMAT) => {
  it('hold nothing that people have said, sent or are known by, nor any secret of the services', async () => {
    const { send, written, close, lines } = await startBoth({ LOG_FORMAT })
    const email = `${LOG_FORMAT}-${secrets.email}`
    const { name, password, question } = secrets
    const statuses: Record<string, number> = {}
    const tried = async (what: string, method: string, path: string, body?: object | string) => {
      const reply = await send(method, path, body)
      statuses[what] = reply.status
      return reply.text()
    }
    expect(await tried('ask', 'POST', '/v1/chat/stream', { message: question })).toContain('"internal"')
    await tried('sign up', 'POST', '/v1/auth/sign-up', { email, name, password })
    await tried('forgot', 'POST', '/v1/auth/password/forgot', { email })
    await tried('wrong', 'POST', '/v1/auth/sign-in', { email, password: secrets.wrongPassword })
    await tried('sign in', 'POST', '/v1/auth/sign-in', { email, password })
    const made = JSON.parse(await tried('key', 'POST', '/v1/auth/api-keys', { name })) as { key?: string }
    if (made.key) telltales.push(made.key)
    await tried('reset', 'POST', '/v1/auth/password/reset', { token: secrets.code, password })
    await tried('search', 'GET', `/v1/items?query=${secrets.search}`)
    await tried('shared', 'GET', `/v1/shared/${secrets.link}`)
    await tried('callback', 'GET', `/v1/auth/callback/google?code=${secrets.code}&state=${secrets.code}`)
    await tried('no route', 'GET', `/v1/${secrets.email}`)
    await tried('no address', 'GET', `/v1/%zz${secrets.search}`)
    await tried('no json', 'POST', '/v1/chat/stream', `{"message": "${question}`)
    await tried('too long', 'POST', '/v1/chat/stream', { message: question.repeat(100) })
    await tried('export', 'GET', '/v1/auth/me/export')

    const all = await written()
    await close()
    expect(found(all)).toEqual([])
    // It was tried in earnest: people got in, and things went wrong.
    expect(statuses).toMatchObject({ ask: 200, 'sign up': 200, wrong: 401, 'sign in': 200, search: 200, export: 200 })
    expect(all).toContain('run failed')
    expect(all).toContain('22P02')
    expect(all).toContain('a letter was not sent')
    expect(lines.backend.length).toBeGreaterThan(15)
  })

  it('hold no password of a Redis or a mail server that cannot be reached, nor a letter', async () => {
    const { send, written, close } = await startBoth({
      LOG_FORMAT,
      REDIS_URL: `redis://:${secrets.redisPassword}@127.0.0.1:1`,
      SMTP_URL: `smtp://mailer:${secrets.mailPassword}@127.0.0.1:1`,
      MAIL_FROM: 'ReviewGuide <hello@reviews.example>',
    })
    const email = `mail-${LOG_FORMAT}-${secrets.email}`
    const reply = await send('POST', '/v1/auth/sign-up', { email, name: secrets.name, password: secrets.password })
    expect(reply.status).toBe(200)
    await reply.text()
    await vi.waitFor(async () => expect(await written()).toMatch(/what"?[:=]"?mail/), { timeout: 15_000 })
    const all = await written()
    await close()
    expect(found(all)).toEqual([])
    expect(all).toContain('the cache cannot be reached')
    expect(all).toContain('ESOCKET')
  })
})

it("a letter is shown on a developer's machine alone", async () => {
  for (const [ENV, shown] of [
    ['development', true],
    ['production', false],
  ] as const) {
    const { send, written, close } = await startBoth({ ENV })
    const email = `${ENV}-${secrets.email}`
    const body = { email, name: secrets.name, password: secrets.password }
    await (await send('POST', '/v1/auth/sign-up', body)).text()
    await (await send('POST', '/v1/auth/password/forgot', { email })).text()
    const said = shown ? 'a letter is shown here' : 'a letter was not sent'
    await vi.waitFor(async () => expect(await written()).toContain(said))
    expect((await written()).includes('reset-password?token=')).toBe(shown)
    await close()
  }
})
