import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { LogFormat, LogLevel, pinoLevel } from '@reviewguide/contracts'
import { z } from 'zod'
import { type Limits, limitsOf, limitVariables } from './limits-config.ts'
import { pemText } from './pem-text.ts'
import { secretWeakness } from './secret-weakness.ts'
import { type Telemetry, telemetryOf, telemetryVariables } from './telemetry-config.ts'
import { databaseUrl, flag, list, lower, number, orUnset, upper, url, word } from './variable-forms.ts'

/** Where the rules of production hold. Staging is there to run what production runs. */
const served = ['production', 'prod', 'staging']
const unserved = ['development', 'dev', 'local', 'test']

const proxyNames = new Set(['loopback', 'linklocal', 'uniquelocal'])
const isProxy = (entry: string) => {
  const [address = '', bits] = entry.split('/')
  if (proxyNames.has(entry)) return true
  const family = isIP(address)
  return family !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
}

const Environment = z.object({
  // A slip in it would run production by the rules of a developer's machine.
  ENV: z.preprocess(
    lower,
    orUnset(
      z.enum([...served, ...unserved], 'expected production, staging, development or test').default('development'),
    ),
  ),
  DEBUG: z.preprocess(lower, orUnset(flag.default(false))),
  APP_PORT: orUnset(number(0, 65_535, 'expected a port from 0 to 65535').default(8000)),
  HOST: orUnset(
    z
      .string()
      .refine((text) => isIP(text) !== 0 || /^[\w.-]+$/.test(text), 'expected an address or a name, without a port')
      .optional(),
  ),
  LOG_LEVEL: z.preprocess(upper, orUnset(LogLevel.optional())),
  LOG_FORMAT: z.preprocess(lower, orUnset(LogFormat.default('json'))),
  SECRET_KEY: orUnset(z.string().min(16, 'expected at least 16 characters').optional()),
  DATABASE_URL: orUnset(databaseUrl),
  DATABASE_REPLICA_URL: orUnset(databaseUrl.optional()),
  REDIS_URL: orUnset(url(/^rediss?:\/\//i, 'a URL that begins with redis:// or rediss://').optional()),
  REDIS_CA: orUnset(pemText.optional()),
  OPENAI_API_KEY: orUnset(word.optional()),
  TRUSTED_PROXIES: orUnset(
    z
      .string()
      .default('loopback')
      .transform(list)
      .refine(
        (entries) => entries.every(isProxy),
        'expected addresses, networks (10.0.0.0/8) or loopback, linklocal, uniquelocal, separated by commas',
      ),
  ),
  SECRET_KEY_PREVIOUS: orUnset(
    z
      .string()
      .default('')
      .transform(list)
      .refine((keys) => keys.every((key) => key.length >= 16), 'expected keys of at least 16 characters'),
  ),
  PUBLIC_URL: orUnset(
    z
      .string()
      .refine(
        (text) => /^https?:\/\/[^/?#]+\/?$/.test(text) && URL.canParse(text),
        'expected https://host without a path',
      )
      .optional(),
  ),
  SMTP_URL: orUnset(url(/^smtps?:\/\//i, 'a URL that begins with smtp:// or smtps://').optional()),
  MAIL_FROM: orUnset(
    z
      .string()
      .regex(/^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'expected you@host or Name <you@host>')
      .optional(),
  ),
  GOOGLE_CLIENT_ID: orUnset(word.optional()),
  GOOGLE_CLIENT_SECRET: orUnset(word.optional()),
  GITHUB_CLIENT_ID: orUnset(word.optional()),
  GITHUB_CLIENT_SECRET: orUnset(word.optional()),
  API_KEYS: z.preprocess(lower, orUnset(flag.default(false))),
  SHUTDOWN_GRACE: orUnset(number(0, 600, 'expected seconds from 0 to 600', /^\d+(?:\.\d+)?$/).default(5)),
  ...limitVariables,
  ...telemetryVariables,
})

/** What production asks beyond that a value is well formed. `env` has its values trimmed. */
function unsafe(env: Record<string, string | undefined>): { name: string; text: string }[] {
  const found: { name: string; text: string }[] = []
  const add = (name: string, text: string | null) => text && found.push({ name, text })
  const { SECRET_KEY, SECRET_KEY_PREVIOUS, DEBUG } = env
  if (!SECRET_KEY) add('SECRET_KEY', 'is not set, and production needs one that stays the same')
  else add('SECRET_KEY', secretWeakness(SECRET_KEY))
  const previous = list(SECRET_KEY_PREVIOUS ?? '')
  // Whoever guesses a key that still verifies may be anybody.
  for (const key of previous) add('SECRET_KEY_PREVIOUS', secretWeakness(key))
  if (flag.safeParse(DEBUG?.toLowerCase() ?? '').data) add('DEBUG', 'is true, which production does not run with')
  return found
}

/** The names of all variables that the backend reads. */
export const environmentNames: string[] = Object.keys(Environment.shape)

type Environment = z.infer<typeof Environment>

/** What does not go together. A link in a letter and a provider's answer lead back to the site, whose address no request may choose. */
function contradictions(env: Environment): { name: string; text: string }[] {
  const needed = (name: keyof Environment, by: keyof Environment) =>
    env[by] !== undefined && env[name] === undefined ? [{ name, text: `is not set, and ${by} needs it` }] : []
  return [
    ...needed('MAIL_FROM', 'SMTP_URL'),
    ...needed('PUBLIC_URL', 'SMTP_URL'),
    ...(['GOOGLE', 'GITHUB'] as const).flatMap((name) => [
      ...needed(`${name}_CLIENT_SECRET`, `${name}_CLIENT_ID`),
      ...needed(`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`),
      ...needed('PUBLIC_URL', `${name}_CLIENT_ID`),
    ]),
    ...(env.METRICS_PORT === env.APP_PORT ? [{ name: 'METRICS_PORT', text: 'is the same as APP_PORT' }] : []),
  ]
}

const clientOf = (clientId?: string, clientSecret?: string) =>
  clientId !== undefined && clientSecret !== undefined ? { clientId, clientSecret } : undefined

/** What the backend was told by its environment. */
export interface Config extends Telemetry {
  production: boolean
  port: number
  host: string
  logLevel: (typeof pinoLevel)[LogLevel]
  logFormat: LogFormat
  /** Signs the cookies of guests and sessions. */
  secretKey: string
  /** True when the key was made up for this process: guests lose their chats when it ends. */
  secretKeyGenerated: boolean
  databaseUrl: string
  /** A replica of it, for reading the catalogue. */
  databaseReplicaUrl: string | null
  redisUrl: string | null
  /** Certificates (PEM) that Redis is believed by besides the usual ones. */
  redisCa: string | undefined
  openaiApiKey: string | null
  /** Whose `x-forwarded-*` headers are believed. */
  trustedProxies: string[]
  shutdownGraceMs: number
  /** Keys that cookies may still be signed with; new ones are signed with `secretKey`. */
  previousSecretKeys: string[]
  /** The site's own address, for links in letters and answers of providers. */
  publicUrl: string
  /** The mail server; without one letters are shown in the log, and in production not sent at all. */
  mail: { smtpUrl: string; from: string } | null
  providers: Partial<Record<'google' | 'github', { clientId: string; clientSecret: string }>>
  /** Whether accounts may make API keys. */
  apiKeys: boolean
  limits: Limits
}

/** All that is wrong with the environment, a line for each variable. Never contains a value: they may be secrets. */
export class ConfigError extends Error {
  readonly mistakes: { name: string; text: string }[]

  constructor(mistakes: { name: string; text: string }[]) {
    super(`The configuration has mistakes:\n${mistakes.map(({ name, text }) => `  ${name}: ${text}`).join('\n')}`)
    this.name = 'ConfigError'
    this.mistakes = mistakes
  }
}

/** Reads the configuration out of the environment's variables, without the blanks and line ends that come with what is pasted. Throws a ConfigError that names all mistakes at once. */
export function loadConfig(variables: Record<string, string | undefined>): Config {
  const env = Object.fromEntries(Object.entries(variables).map(([name, text]) => [name, text?.trim()]))
  const parsed = Environment.safeParse(env)
  const production = served.includes((env.ENV ?? '').toLowerCase())
  const mistakes = (parsed.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0])
    return { name, text: env[name] ? issue.message : 'is not set' }
  })
  // A variable may be named twice, by each that needs it: it is told once.
  const add = (name: string, text: string) => {
    if (!mistakes.some((mistake) => mistake.name === name)) mistakes.push({ name, text })
  }
  const previousKeys = list(env.SECRET_KEY_PREVIOUS ?? '')
  if (env.SECRET_KEY && previousKeys.includes(env.SECRET_KEY))
    add('SECRET_KEY', 'stands in SECRET_KEY_PREVIOUS too: a key that was replaced is used no more')
  for (const { name, text } of production ? unsafe(env) : []) add(name, text)
  for (const { name, text } of parsed.success ? contradictions(parsed.data) : []) add(name, text)
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes)
  const { data } = parsed
  return {
    production,
    port: data.APP_PORT,
    // A container is reached from outside; a developer's machine is not a server.
    host: data.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    logLevel: pinoLevel[data.LOG_LEVEL ?? (data.DEBUG ? 'DEBUG' : 'INFO')],
    logFormat: data.LOG_FORMAT,
    secretKey: data.SECRET_KEY ?? randomBytes(32).toString('hex'),
    secretKeyGenerated: data.SECRET_KEY === undefined,
    databaseUrl: data.DATABASE_URL,
    databaseReplicaUrl: data.DATABASE_REPLICA_URL ?? null,
    redisUrl: data.REDIS_URL ?? null,
    redisCa: data.REDIS_CA,
    openaiApiKey: data.OPENAI_API_KEY ?? null,
    trustedProxies: data.TRUSTED_PROXIES,
    shutdownGraceMs: data.SHUTDOWN_GRACE * 1000,
    previousSecretKeys: data.SECRET_KEY_PREVIOUS,
    publicUrl: data.PUBLIC_URL ?? 'http://localhost:3000',
    mail: data.SMTP_URL && data.MAIL_FROM ? { smtpUrl: data.SMTP_URL, from: data.MAIL_FROM } : null,
    providers: {
      google: clientOf(data.GOOGLE_CLIENT_ID, data.GOOGLE_CLIENT_SECRET),
      github: clientOf(data.GITHUB_CLIENT_ID, data.GITHUB_CLIENT_SECRET),
    },
    apiKeys: data.API_KEYS,
    limits: limitsOf(data),
    ...telemetryOf(data),
  }
}
