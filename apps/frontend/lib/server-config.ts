import { LogFormat, LogLevel, readTracing, type TracingConfig } from '@reviewguide/contracts'

/** The variables that the page's server reads. */
export const serverVariables = [
  'PORT',
  'HOSTNAME',
  'FRONTEND_PROXY_HOPS',
  'LOG_LEVEL',
  'LOG_FORMAT',
  'BACKEND_URL',
] as const

/** What the page's server was told by its environment. */
export interface ServerConfig {
  port: number
  hostname: string
  /** Proxies of ours before this server, such as a load balancer; each adds one entry to `x-forwarded-for`. */
  proxyHops: number
  /** Where `/v1` is passed on to: an origin. */
  backendUrl: string
  logLevel: LogLevel
  logFormat: LogFormat
  /** Where traces go; null for nowhere. */
  tracing: TracingConfig | null
}

/** Reads the environment, without the blanks and line ends that come with what is pasted. Gives the mistakes instead when there are any, each with the variable's name and without its value. */
export function readServerConfig(variables: Record<string, string | undefined>): ServerConfig | { mistakes: string[] } {
  const env = Object.fromEntries(serverVariables.map((name) => [name, variables[name]?.trim()]))
  const mistakes: string[] = []
  const wholeNumber = (name: string, fallback: number, most: number, expected: string) => {
    const value = Number(env[name] || fallback)
    if ((env[name] && !/^\d+$/.test(env[name])) || value > most) mistakes.push(`${name}: expected ${expected}`)
    return value
  }
  const shaped = (name: string, fallback: string, form: RegExp, expected: string) => {
    const value = env[name] || fallback
    if (!form.test(value) || (value.includes('://') && !URL.canParse(value)))
      mistakes.push(`${name}: expected ${expected}`)
    return value
  }
  const oneOf = <T>(name: string, schema: { options: readonly T[] }, said: string | undefined, fallback: T): T => {
    if (!said) return fallback
    const value = schema.options.find((option) => option === said)
    if (value === undefined) mistakes.push(`${name}: expected one of ${schema.options.join(', ')}`)
    return value ?? fallback
  }
  const { tracing, mistakes: ofTracing } = readTracing(variables)
  const config = {
    port: wholeNumber('PORT', 3000, 65_535, 'a port'),
    hostname: shaped(
      'HOSTNAME',
      '127.0.0.1',
      /^(?:[\w.-]+|[\da-f]*:[\da-f:.]*:[\da-f:.]*)$/i,
      'an address or a name, without a port',
    ),
    backendUrl: shaped(
      'BACKEND_URL',
      'http://127.0.0.1:8000',
      /^https?:\/\/[^/?#\s@]+\/?$/i,
      'http://host:port, without a path, a name or a password',
    ),
    proxyHops: wholeNumber('FRONTEND_PROXY_HOPS', 0, 100, 'a whole number up to 100'),
    logLevel: oneOf('LOG_LEVEL', LogLevel, env.LOG_LEVEL?.toUpperCase(), 'INFO'),
    logFormat: oneOf('LOG_FORMAT', LogFormat, env.LOG_FORMAT?.toLowerCase(), 'json'),
    tracing,
  }
  mistakes.push(...ofTracing.map(({ name, text }) => `${name}: ${text}`))
  return mistakes.length > 0 ? { mistakes } : config
}
