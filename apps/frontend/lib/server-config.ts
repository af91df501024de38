import { LogFormat, LogLevel, readTracing, type TracingConfig } from '@reviewguide/contracts'

/** What the page's server was told by its environment. `BACKEND_URL` is read where it is used. */
export interface ServerConfig {
  port: number
  hostname: string
  /** Proxies of ours before this server, such as a load balancer; each adds one entry to `x-forwarded-for`. */
  proxyHops: number
  logLevel: LogLevel
  logFormat: LogFormat
  /** Where traces go; null for nowhere. */
  tracing: TracingConfig | null
}

/** Reads the environment. Gives the mistakes instead when there are any, each with the variable's name and without its value. */
export function readServerConfig(env: Record<string, string | undefined>): ServerConfig | { mistakes: string[] } {
  const mistakes: string[] = []
  const wholeNumber = (name: string, fallback: number, most: number, expected: string) => {
    const value = Number(env[name] || fallback)
    if (!Number.isInteger(value) || value < 0 || value > most) mistakes.push(`${name}: expected ${expected}`)
    return value
  }
  const oneOf = <T>(name: string, schema: { options: readonly T[] }, said: string | undefined, fallback: T): T => {
    if (!said) return fallback
    const value = schema.options.find((option) => option === said)
    if (value === undefined) mistakes.push(`${name}: expected one of ${schema.options.join(', ')}`)
    return value ?? fallback
  }
  const { tracing, mistakes: ofTracing } = readTracing(env)
  const config = {
    port: wholeNumber('PORT', 3000, 65_535, 'a port'),
    hostname: env.HOSTNAME || '127.0.0.1',
    proxyHops: wholeNumber('FRONTEND_PROXY_HOPS', 0, Number.MAX_SAFE_INTEGER, 'a whole number'),
    logLevel: oneOf('LOG_LEVEL', LogLevel, env.LOG_LEVEL?.trim().toUpperCase(), 'INFO'),
    logFormat: oneOf('LOG_FORMAT', LogFormat, env.LOG_FORMAT?.trim().toLowerCase(), 'json'),
    tracing,
  }
  mistakes.push(...ofTracing.map(({ name, text }) => `${name}: ${text}`))
  return mistakes.length > 0 ? { mistakes } : config
}
