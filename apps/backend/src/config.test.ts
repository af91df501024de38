import { describe, expect, it } from 'vitest'
import { ConfigError, loadConfig } from './config.ts'

const randomKey = 'b3f7c1d09a5e4286b7d1e0fa63c95b28'
const DATABASE_URL = 'postgresql://user:secret@db.example:5432/reviews'
const mistakesOf = (env: Record<string, string>) => {
  try {
    loadConfig(env)
    return {}
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return Object.fromEntries(error.mistakes.map(({ name, text }) => [name, text]))
  }
}

describe('the configuration', () => {
  it('needs a database alone for development', () => {
    const config = loadConfig({ DATABASE_URL })
    expect(config).toMatchObject({
      production: false,
      port: 8000,
      host: '127.0.0.1',
      logLevel: 'info',
      secretKeyGenerated: true,
      redisUrl: null,
      trustedProxies: ['loopback'],
      shutdownGraceMs: 5000,
    })
    expect(config.secretKey).not.toBe(loadConfig({ DATABASE_URL }).secretKey)
  })

  it("takes the customer's variables in their forms", () => {
    const env = {
      ENV: 'production',
      DEBUG: 'False',
      APP_PORT: '9000',
      LOG_LEVEL: 'warning',
      LOG_FORMAT: 'Text',
      SECRET_KEY: randomKey,
      DATABASE_URL: 'postgresql+asyncpg://user:p%40ss@db.example:5432/reviews',
      REDIS_URL: 'rediss://:secret@cache.example:6379/0',
      OPENAI_API_KEY: 'sk-1',
      TRUSTED_PROXIES: '10.0.0.0/8, ::1, uniquelocal',
      SHUTDOWN_GRACE: '2.5',
    }
    expect(loadConfig(env)).toMatchObject({
      production: true,
      host: '0.0.0.0',
      port: 9000,
      logLevel: 'warn',
      databaseUrl: env.DATABASE_URL,
      redisUrl: env.REDIS_URL,
      trustedProxies: ['10.0.0.0/8', '::1', 'uniquelocal'],
      shutdownGraceMs: 2500,
    })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ DATABASE_URL, REDIS_URL: '', LOG_LEVEL: '', DEBUG: '', APP_PORT: '' })).toMatchObject({
      redisUrl: null,
      port: 8000,
    })
  })

  it('writes more with DEBUG, unless LOG_LEVEL says otherwise', () => {
    expect(loadConfig({ DATABASE_URL, DEBUG: 'true' }).logLevel).toBe('debug')
    expect(loadConfig({ DATABASE_URL, DEBUG: '1', LOG_LEVEL: 'ERROR' }).logLevel).toBe('error')
  })

  it('names all mistakes at once, and no value', () => {
    const env = {
      ENV: 'production',
      DEBUG: 'maybe',
      APP_PORT: '70000',
      LOG_LEVEL: 'loud',
      LOG_FORMAT: 'xml',
      DATABASE_URL: 'mysql://user:hunter2@db',
      REDIS_URL: 'http://cache',
      TRUSTED_PROXIES: '10.0.0.0/33',
      SHUTDOWN_GRACE: 'soon',
      REDIS_CA: '/no/such/file.pem',
      RATE_LIMIT_GUEST: '20',
      RATE_LIMIT_ASK_ADDRESS: '20/0',
      RUNS_AT_ONCE_GUEST: '0',
      CHAT_MESSAGES: 'many',
      METRICS_PORT: '0',
    }
    const mistakes = mistakesOf(env)
    expect(Object.keys(mistakes).toSorted()).toEqual(
      [...Object.keys(env).filter((name) => name !== 'ENV'), 'SECRET_KEY'].toSorted(),
    )
    expect(JSON.stringify(mistakes)).not.toContain('hunter2')
  })

  it('serves metrics nowhere unless told, and never on its own port', () => {
    expect(loadConfig({ DATABASE_URL }).metricsPort).toBeNull()
    expect(loadConfig({ DATABASE_URL, METRICS_PORT: '9464' }).metricsPort).toBe(9464)
    expect(mistakesOf({ DATABASE_URL, APP_PORT: '9464', METRICS_PORT: '9464' })).toEqual({
      METRICS_PORT: 'is the same as APP_PORT',
    })
  })

  it('reads limits as requests and seconds, generous for reading and stricter for asking', () => {
    const { any, ask, runsAtOnce, chatMessages } = loadConfig({ DATABASE_URL }).limits
    for (const kind of ['guest', 'account', 'session', 'address'] as const) {
      const rate = (allowed: typeof any.guest) => (allowed ? allowed.requests / allowed.windowMs : Number.NaN)
      expect(rate(ask[kind])).toBeLessThan(rate(any[kind]) / 2)
    }
    expect([runsAtOnce, chatMessages]).toEqual([{ guest: 4, account: 8 }, 200])

    const own = { RATE_LIMIT_GUEST: ' 20 / 60 ', RATE_LIMIT_ASK_ADDRESS: 'OFF', RUNS_AT_ONCE_ACCOUNT: 'off' }
    const { limits } = loadConfig({ DATABASE_URL, ...own, CHAT_MESSAGES: '10', RATE_LIMIT_SESSION: '' })
    expect(limits.any.guest).toEqual({ requests: 20, windowMs: 60_000 })
    expect(limits.ask.address).toBeNull()
    expect(limits.runsAtOnce).toEqual({ guest: 4, account: null })
    expect(limits.chatMessages).toBe(10)
    expect(limits.any.session).toEqual(any.session)
  })

  it.each(['0/60', '20/0', '20/86401', '10001/60', '20/60/1', '-1/60', '1.5/60', '20/1m', '/', '1e3/60'])(
    'refuses the limit "%s"',
    (text) => {
      expect(mistakesOf({ DATABASE_URL, RATE_LIMIT_ACCOUNT: text })).toEqual({
        RATE_LIMIT_ACCOUNT: expect.stringContaining('expected REQUESTS/SECONDS'),
      })
    },
  )

  it('has people sign in by password alone when nothing is set', () => {
    expect(loadConfig({ DATABASE_URL })).toMatchObject({
      publicUrl: 'http://localhost:3000',
      mail: null,
      providers: { google: undefined, github: undefined },
      apiKeys: false,
      previousSecretKeys: [],
    })
  })

  it('takes what people need to sign in by other ways', () => {
    const env = {
      DATABASE_URL,
      SECRET_KEY_PREVIOUS: 'the key before this, the key before that',
      PUBLIC_URL: 'https://reviews.example',
      SMTP_URL: 'smtps://user:secret@mail.example:465',
      MAIL_FROM: 'ReviewGuide <hello@reviews.example>',
      GITHUB_CLIENT_ID: 'id',
      GITHUB_CLIENT_SECRET: 'secret',
      API_KEYS: 'yes',
    }
    expect(loadConfig(env)).toMatchObject({
      previousSecretKeys: ['the key before this', 'the key before that'],
      publicUrl: env.PUBLIC_URL,
      mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
      providers: { google: undefined, github: { clientId: 'id', clientSecret: 'secret' } },
      apiKeys: true,
    })
  })

  it('names what is needed by what is set', () => {
    expect(mistakesOf({ DATABASE_URL, SMTP_URL: 'smtp://mail.example', GOOGLE_CLIENT_ID: 'id' })).toEqual({
      MAIL_FROM: 'is not set, and SMTP_URL needs it',
      PUBLIC_URL: 'is not set, and SMTP_URL needs it',
      GOOGLE_CLIENT_SECRET: 'is not set, and GOOGLE_CLIENT_ID needs it',
    })
    const wrong = {
      SECRET_KEY_PREVIOUS: 'short',
      PUBLIC_URL: 'https://host/path',
      SMTP_URL: 'http://mail',
      MAIL_FROM: 'me',
    }
    expect(Object.keys(mistakesOf({ DATABASE_URL, ...wrong })).toSorted()).toEqual(Object.keys(wrong).toSorted())
  })

  it('says what is missing', () => {
    expect(mistakesOf({})).toEqual({ DATABASE_URL: 'is not set' })
    expect(mistakesOf({ DATABASE_URL, SECRET_KEY: 'short' })).toEqual({ SECRET_KEY: 'expected at least 16 characters' })
  })
})
