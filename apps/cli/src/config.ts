import { resolve } from 'node:path'
import { databaseUrlMistake, LogFormat, serverUrlMistake } from '@reviewguide/contracts'
import { z } from 'zod'
import { CommandError } from './command-error.ts'

/** The project's folder: where package.json, sample-data and apps are. */
export const projectRoot = resolve(import.meta.dirname, '../../..')

const ofPorts = 'expected a port from 1 to 65535'
const port = z
  .string()
  .regex(/^\d{1,5}$/, ofPorts)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, ofPorts)

const sound = (mistakeIn: (text: string) => string | null) =>
  z.string().superRefine((text, context) => {
    const message = mistakeIn(text)
    if (message) context.addIssue({ code: 'custom', message })
  })

const Environment = z.object({
  APP_PORT: port.default(8000),
  PORT: port.default(3000),
  DATABASE_URL: sound(databaseUrlMistake).optional(),
  REDIS_URL: sound((text) =>
    serverUrlMistake(text, /^rediss?:\/\//i, 'expected a URL that begins with redis:// or rediss://'),
  ).optional(),
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
  /** Whether PUBLIC_URL named it. */
  publicUrlIsNamed: boolean
  /** How the services write their logs; a person reads the files, so words unless JSON is asked for. */
  logFormat: LogFormat
}

/** The names of all variables that the command line reads. */
export const environmentNames: string[] = Object.keys(Environment.shape)

/** Reads the environment, without the blanks and line ends that come with what is pasted. A variable that is set to nothing counts as not set. Throws `CommandError` that names every mistake. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const trimmed = Object.entries(environment).map(([name, value]) => [name, value?.trim()] as const)
  const set = Object.fromEntries(trimmed.filter(([, value]) => value))
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
    publicUrlIsNamed: parsed.data.PUBLIC_URL !== undefined,
    publicUrl: parsed.data.PUBLIC_URL ?? `http://localhost:${parsed.data.PORT}`,
  }
}
