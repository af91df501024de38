import { describe, expect, it } from 'vitest'
import { ConfigError, environmentNames, loadConfig } from './config.ts'

const good = {
  DATABASE_URL: 'postgresql+asyncpg://user:p%40ss%2Fword@db.example:5432/postgres',
  SECRET_KEY: 'b3f7c1d09a5e4286b7d1e0fa63c95b28',
}

/** The names that a configuration is refused for. Fails when one of the values stands in what is said. */
function refused(env: Record<string, string>): string[] {
  try {
    loadConfig(env)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    for (const value of Object.values(env).filter((text) => text.length > 13))
      expect(error.message).not.toContain(value)
    return error.mistakes.map(({ name }) => name)
  }
}

/** For each variable, values that are wrong: malformed, of another type, out of range. What has none takes any text. */
const wrong: Record<string, string[]> = {
  ENV: ['produktion', 'production,staging', '1'],
  DEBUG: ['maybe', '2', '{}'],
  APP_PORT: ['http', '-1', '65536', '80.5', '0x1F90', '1e3', '+80', 'NaN'],
  HOST: ['http://0.0.0.0', '0.0.0.0:8000', 'two words'],
  LOG_LEVEL: ['loud', '3', 'INFO,DEBUG'],
  LOG_FORMAT: ['xml', 'json5'],
  SECRET_KEY: ['short', 'fifteen charact'],
  SECRET_KEY_PREVIOUS: ['short', '0f1e2d3c4b5a69788796a5b4c3d2e1f0,short'],
  DATABASE_URL: [
    'mysql://user:hunter2@db/postgres',
    'user:hunter2@db/postgres',
    'postgresql://user:p@ss-hunter2@db/postgres',
    'postgresql://user:p%ss-hunter2@db/postgres',
    'postgresql://user:hunter2@db:port/postgres',
    'postgresql://user:hunter2@db.example',
    'postgresql:///postgres',
    'postgresql://user:hunter2@db/postgres?sslmode=maybe',
    'postgresql+asyncpg://user:hunter2@db/postgres?ssl=context',
    'postgresql://user:hunter2@db/postgres?sslmode=verify-full&sslrootcert=/no/such/file',
    'postgresql+asyncpg://user:hunter2@db/postgres?channel_binding=require',
    'postgresql://user:hunter2@db/postgres?sslcert=/a&sslkey=/b',
    'postgresql://user:hunter2@db/postgres?Hunter2!=x',
    'postgresql://user:hunter2\n@db/postgres',
    'postgres',
    '5432',
  ],
  DATABASE_REPLICA_URL: ['mysql://user:hunter2@db/postgres', 'postgresql://user:p@ss-hunter2@db/postgres', 'replica'],
  REDIS_URL: [
    'http://cache:6379',
    'cache:6379',
    'redis//cache',
    'redis://cache:port',
    'redis://',
    'redis://:hunter2@',
    'redis://app:hun@ter2@cache',
    'redis://app:hun%ter2@cache',
  ],
  REDIS_CA: ['/no/such/file.pem', '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----'],
  OPENAI_API_KEY: ['sk-1 hunter2', 'sk-1\nsk-2', 'ключ'],
  TRUSTED_PROXIES: ['10.0.0.0/33', 'everyone', '10.0.0', '10.0.0.1;10.0.0.2'],
  PUBLIC_URL: ['reviews.example', 'https://reviews.example/path', 'ftp://reviews.example', 'https://'],
  SMTP_URL: [
    'http://mail.example',
    'mail.example:587',
    'smtp://',
    'smtp://me:hun@ter2@mail.example',
    'smtp://me:50%@mail',
  ],
  MAIL_FROM: ['nobody', 'a@b.example\nBcc: c@d.example', 'a@b@c', 'Me a@b.example'],
  GOOGLE_CLIENT_ID: ['two words', 'line\nline'],
  GOOGLE_CLIENT_SECRET: ['two words', 'line\nline'],
  GITHUB_CLIENT_ID: ['two words', 'line\nline'],
  GITHUB_CLIENT_SECRET: ['two words', 'line\nline'],
  API_KEYS: ['perhaps'],
  SHUTDOWN_GRACE: ['soon', '-1', '601', 'Infinity', '0x10', '1e2'],
  ...Object.fromEntries(
    ['', 'ASK_'].flatMap((what) =>
      ['GUEST', 'ACCOUNT', 'SESSION', 'ADDRESS'].map((kind) => [
        `RATE_LIMIT_${what}${kind}`,
        ['20', '20/0', '0/60', '-1/60', 'many', '20/60/1'],
      ]),
    ),
  ),
  RUNS_AT_ONCE_GUEST: ['0', '-1', '1.5', 'many', '1001', '1e2'],
  RUNS_AT_ONCE_ACCOUNT: ['0', '-1', '1.5', 'many', '1001', '1e2'],
  CHAT_MESSAGES: ['1', '10001', 'many', '1e3', '2.5'],
  METRICS_PORT: ['0', '-1', '65536', '80.5', 'metrics', '8000', '1e4', '0x2378'],
  OTEL_EXPORTER_OTLP_ENDPOINT: ['collector:4318', 'grpc://collector:4317', 'http://'],
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: ['collector:4318/v1/traces', 'traces'],
  OTEL_EXPORTER_OTLP_PROTOCOL: ['grpc', 'http/protobuf'],
  OTEL_TRACES_SAMPLER: ['sometimes', 'parentbased'],
  OTEL_TRACES_SAMPLER_ARG: ['-0.1', '1.1', 'half'],
  OTEL_BSP_SCHEDULE_DELAY: ['0', '-1', '1.5', 'soon'],
  OTEL_SDK_DISABLED: ['perhaps', '1'],
}

/** What a variable needs beside it to be taken at all. */
const site = { PUBLIC_URL: 'https://b.example' }
const beside: Record<string, Record<string, string>> = {
  GOOGLE_CLIENT_ID: { ...site, GOOGLE_CLIENT_SECRET: 's' },
  GOOGLE_CLIENT_SECRET: { ...site, GOOGLE_CLIENT_ID: 'i' },
  GITHUB_CLIENT_ID: { ...site, GITHUB_CLIENT_SECRET: 's' },
  GITHUB_CLIENT_SECRET: { ...site, GITHUB_CLIENT_ID: 'i' },
  SMTP_URL: { MAIL_FROM: 'a@b.example', PUBLIC_URL: 'https://b.example' },
}

describe('a bad environment', () => {
  it('is known here variable by variable', () => {
    expect(Object.keys(wrong).toSorted()).toEqual(environmentNames.toSorted())
  })

  it.each(Object.entries(wrong).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    'is refused for %s: %j',
    (name, value) => {
      expect(refused({ ...good, ...beside[name], [name]: value })).toEqual([name])
    },
  )

  it.each(Object.keys(wrong).filter((name) => name !== 'DATABASE_URL'))(
    'takes an empty %s for one that is not set',
    (name) => {
      for (const empty of ['', '  ', '\n']) expect(refused({ ...good, [name]: empty })).toEqual([])
    },
  )

  it('is told without blanks and line ends around a value, in whatever variable', () => {
    const clean = loadConfig({ ...good, APP_PORT: '9000', REDIS_URL: 'redis://cache:6379/0' })
    const pasted = { ...good, APP_PORT: '9000', REDIS_URL: 'redis://cache:6379/0' }
    const spaced = Object.fromEntries(Object.entries(pasted).map(([name, value]) => [name, ` ${value} \r\n`]))
    expect(loadConfig(spaced)).toEqual(clean)
  })

  it('names the database when it is missing or empty', () => {
    expect(refused({})).toEqual(['DATABASE_URL'])
    expect(refused({ DATABASE_URL: ' ' })).toEqual(['DATABASE_URL'])
  })
})

describe('production', () => {
  const production = { ...good, ENV: 'production' }

  it('starts with a database and a key alone', () => {
    expect(refused(production)).toEqual([])
  })

  it('names all that is missing at once', () => {
    expect(refused({ ENV: 'production' })).toEqual(['DATABASE_URL', 'SECRET_KEY'])
  })

  it.each([
    'sixteen characters',
    'a'.repeat(64),
    'abcd'.repeat(16),
    '0123456789abcdef'.repeat(2),
    'change-me-to-something-long-and-secret!!',
    'ChangeThis0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b',
    'your-secret-key-your-very-long-secret-key',
    'some example key that is long enough now',
    'correct password horse battery staple 9',
  ])('refuses the weak key %j', (key) => {
    expect(refused({ ...production, SECRET_KEY: key })).toEqual(['SECRET_KEY'])
  })

  it.each(['Production', 'prod', 'staging '])('is %j too', (ENV) => {
    expect(refused({ ...good, ENV, SECRET_KEY: 'sixteen characters' })).toEqual(['SECRET_KEY'])
  })

  it('is not debugged', () => {
    for (const DEBUG of ['true', '1', ' YES\n']) expect(refused({ ...production, DEBUG })).toEqual(['DEBUG'])
    for (const DEBUG of ['false', '0', '']) expect(refused({ ...production, DEBUG })).toEqual([])
  })

  it('takes no key back that was replaced, and believes no weak one of before', () => {
    const SECRET_KEY_PREVIOUS = `0f1e2d3c4b5a69788796a5b4c3d2e1f0, ${good.SECRET_KEY}`
    expect(refused({ ...production, SECRET_KEY_PREVIOUS })).toEqual(['SECRET_KEY'])
    expect(refused({ ...production, SECRET_KEY_PREVIOUS: 'a'.repeat(40) })).toEqual(['SECRET_KEY_PREVIOUS'])
  })

  it('names every unsafe and every malformed variable at once', () => {
    const env = { ...production, DATABASE_URL: 'x', SECRET_KEY: 'short', DEBUG: 'true', APP_PORT: 'x', REDIS_URL: 'x' }
    expect(refused(env).toSorted()).toEqual(['APP_PORT', 'DATABASE_URL', 'DEBUG', 'REDIS_URL', 'SECRET_KEY'])
  })

  it("takes the customer's address with what its own libraries add", () => {
    const url = `${good.DATABASE_URL}?ssl=require&prepared_statement_cache_size=0`
    expect(refused({ ...production, DATABASE_URL: url })).toEqual([])
  })

  it('lets development have a weak key', () => {
    expect(refused({ ...good, SECRET_KEY: 'sixteen characters' })).toEqual([])
  })
})
