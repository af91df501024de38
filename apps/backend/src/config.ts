import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { LogFormat, LogLevel, pinoLevel } from '@reviewguide/contracts'
import { z } from 'zod'
import { databaseUrlMistake } from './database-url.ts'
import { type Limits, limitsOf, limitVariables } from './limits-config.ts'
import { pemText } from './pem-text.ts'
import { secretWeakness } from './secret-weakness.ts'
import { type Telemetry, telemetryOf, telemetryVariables } from './telemetry-config.ts'

const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no', 'on', 'off', ''], 'expected true or false')
  .transform((word) => ['true', '1', 'yes', 'on'].includes(word))

const lower = (text: unknown) => (typeof text === 'string' ? text.trim().toLowerCase() : text)
const upper = (text: unknown) => (typeof text === 'string' ? text.trim().toUpperCase() : text)
/** An empty variable is one that is not set: compose files and task definitions write them so. */
const orUnset = <T extends z.ZodType>(schema: T) => z.preprocess((text) => (text === '' ? undefined : text), schema)

/** The entries of a list with commas. */
const list = (text: string) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)

const url = (schemes: RegExp, form: string) =>
  z
    .string()
    .refine(
      (text) => schemes.test(text) && URL.canParse(text.replace(/^[a-z]+\+\w+:/i, 'postgresql:')),
      `expected ${form}`,
    )

const proxyNames = new Set(['loopback', 'linklocal', 'uniquelocal'])
const isProxy = (entry: string) => {
  const [address = '', bits] = entry.split('/')
  if (proxyNames.has(entry)) return true
  const family = isIP(address)
  return family !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
}

const databaseUrl = z.string().superRefine((text, context) => {
  const message = databaseUrlMistake(text)
  if (message) context.addIssue({ code: 'custom', message })
})

const Environment = z.object({
  ENV: z.preprocess(lower, orUnset(z.string().default('development'))),
  DEBUG: z.preprocess(lower, orUnset(flag.default(false))),
  APP_PORT: orUnset(z.coerce.number('expected a port').int('expected a port').min(0).max(65_535).default(8000)),
  HOST: orUnset(z.string().optional()),
  LOG_LEVEL: z.preprocess(upper, orUnset(LogLevel.optional())),
  LOG_FORMAT: z.preprocess(lower, orUnset(LogFormat.default('json'))),
  SECRET_KEY: orUnset(z.string().min(16, 'expected at least 16 characters').optional()),
  DATABASE_URL: orUnset(databaseUrl),
  DATABASE_REPLICA_URL: orUnset(databaseUrl.optional()),
  REDIS_URL: orUnset(url(/^rediss?:\/\//i, 'a URL that begins with redis:// or rediss://').optional()),
  REDIS_CA: orUnset(pemText.optional()),
  OPENAI_API_KEY: orUnset(z.string().optional()),
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
  MAIL_FROM: orUnset(z.string().includes('@', 'expected an address').optional()),
  GOOGLE_CLIENT_ID: orUnset(z.string().optional()),
  GOOGLE_CLIENT_SECRET: orUnset(z.string().optional()),
  GITHUB_CLIENT_ID: orUnset(z.string().optional()),
  GITHUB_CLIENT_SECRET: orUnset(z.string().optional()),
  API_KEYS: z.preprocess(lower, orUnset(flag.default(false))),
  SHUTDOWN_GRACE: orUnset(z.coerce.number('expected seconds').min(0).max(600).default(5)),
  ...limitVariables,
  ...telemetryVariables,
})

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
  const production = /^prod(uction)?$/i.test(env.ENV ?? '')
  const mistakes = (parsed.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0])
    return { name, text: env[name] ? issue.message : 'is not set' }
  })
  // A variable may be named twice, by each that needs it: it is told once.
  const add = (name: string, text: string) => {
    if (!mistakes.some((mistake) => mistake.name === name)) mistakes.push({ name, text })
  }
  if (production && !env.SECRET_KEY) add('SECRET_KEY', 'is not set, and production needs one that stays the same')
  const weakness = production && env.SECRET_KEY ? secretWeakness(env.SECRET_KEY) : null
  if (weakness) add('SECRET_KEY', weakness)
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
