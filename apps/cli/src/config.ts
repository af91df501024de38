import { resolve } from 'node:path'
import { LogFormat } from '@reviewguide/contracts'
import { z } from 'zod'
import { CommandError } from './command-error.ts'

/** The project's folder: where package.json, sample-data and apps are. */
export const projectRoot = resolve(import.meta.dirname, '../../..')

const port = z.coerce
  .number('expected a port number')
  .int()
  .min(1, 'expected a port from 1 to 65535')
  .max(65_535, 'expected a port from 1 to 65535')

const Environment = z.object({
  APP_PORT: port.default(8000),
  PORT: port.default(3000),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?(\+\w+)?:\/\//, 'expected an address that begins with postgresql://')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'expected an address that begins with redis:// or rediss://')
    .optional(),
  REDIS_CA: z.string().optional(),
  REVIEWGUIDE_DATA_DIR: z.string().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'expected https://host' }).optional(),
  SECRET_KEY: z.string().min(16, 'expected at least 16 characters').optional(),
  LOG_FORMAT: z.string().toLowerCase().pipe(LogFormat).default('text'),
})

/** What the command line reads of the environment. */
export interface Config {
  backendPort: number
  frontendPort: number
  databaseUrl: string | undefined
  redisUrl: string | undefined
  /** Certificates (PEM) that Redis is believed by besides the usual ones, or the path of a file with them. */
  redisCa: string | undefined
  /** As it was named; see `dataFolder` for the default. */
  dataDir: string | undefined
  secretKey: string | undefined
  /** The site's own address, for links; the page on this machine when it is not named. */
  publicUrl: string
  /** How the services write their logs; a person reads the files, so words unless JSON is asked for. */
  logFormat: LogFormat
}

/** Reads the environment. A variable that is set to nothing counts as not set. Throws `CommandError` that names every mistake. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(set)
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new CommandError(`The environment has mistakes:\n${mistakes.join('\n')}`)
  }
  return {
    backendPort: parsed.data.APP_PORT,
    frontendPort: parsed.data.PORT,
    databaseUrl: parsed.data.DATABASE_URL,
    redisUrl: parsed.data.REDIS_URL,
    redisCa: parsed.data.REDIS_CA,
    dataDir: parsed.data.REVIEWGUIDE_DATA_DIR,
    secretKey: parsed.data.SECRET_KEY,
    logFormat: parsed.data.LOG_FORMAT,
    publicUrl: parsed.data.PUBLIC_URL ?? `http://localhost:${parsed.data.PORT}`,
  }
}
