import { randomBytes } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, globSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@reviewguide/adapters/own-postgres'
import { askAndCheck } from './ask.ts'
import type { Tree } from './build-tree.ts'
import type { Options, Processes, Service } from './processes.ts'
import { CLOSING_SECONDS, migrationsCommand, SHUTDOWN_GRACE, taskEnvironment } from './production-settings.ts'

/** An image's tree and the variables that it is started with. */
export interface Image {
  tree: Tree
  /** The folder of `node`, which the base image brings. */
  bin: string
  /** The user to run as; whoever runs this, when it is not given. */
  as: number | undefined
}

interface Given {
  backend: Image
  frontend: Image
  databaseUrl: string
  redisUrl: string
  processes: Processes
  signal: AbortSignal
  say(text: string): void
}

/** The start period of the tasks' health checks, in milliseconds. */
const START_PERIOD_MS = 60_000
const HEALTH_EVERY_MS = 250
const REFUSAL_MS = 30_000
const QUESTION = 'best earbuds for running under $100'

/** Something went wrong that only a tree that can be written to, or another user, would hide. */
const forbidden = /EROFS|EACCES|EPERM|permission denied|read-only file system/i

/** Starts the trees as the tasks of production are started, one after the other, and asks them a question. Throws at the first thing that is not as it must be. */
export async function startAndAsk(given: Given): Promise<void> {
  for (const name of missingFiles(given.backend.tree))
    given.say(`${name} is left out: an ADD would fetch what it names`)
  const { backend, frontend, processes, signal, say } = given
  const ports = { backend: await freePort(), frontend: await freePort() }
  const secrets: Record<string, string> = {
    SECRET_KEY: randomBytes(32).toString('hex'),
    DATABASE_URL: given.databaseUrl.replace(/^postgres(?:ql)?:/, 'postgresql+asyncpg:'),
    REDIS_URL: given.redisUrl,
  }
  const backendEnvironment = {
    ...taskEnvironment.backend,
    APP_PORT: String(ports.backend),
    // Nobody but this machine is to reach it; in a task it listens on all addresses.
    HOST: '127.0.0.1',
    ...secrets,
  }
  const at = (image: Image, env: Record<string, string>) => ({
    cwd: image.tree.workdir,
    env: { ...environmentOf(image), ...env },
    ...(image.as !== undefined && { as: image.as }),
  })

  await Promise.all(
    ['SECRET_KEY', 'DATABASE_URL'].map((name) => refusesWithout(name, backend, at(backend, backendEnvironment), given)),
  )

  const oneOff = at(backend, { ...taskEnvironment.migrations, DATABASE_URL: secrets.DATABASE_URL ?? '' })
  await processes.run('the migrations', migrationsCommand, oneOff)
  say('the migrations have run')
  const files = handOver(backend)
  await processes.run('the import', ['node', 'apps/cli/bin/reviewguide.mjs', 'import', ...files], oneOff)
  say(`the sample corpus is imported: ${files.length} files`)

  const services: [name: string, service: Service, stopMs: number][] = []
  const start = async (
    name: 'backend' | 'frontend',
    image: Image,
    env: Record<string, string>,
    stopSeconds: number,
  ) => {
    const options = at(image, env)
    await refusesWrites(name, options, given)
    const service = processes.start(`the ${name}`, image.tree.command, options)
    services.push([name, service, stopSeconds * 1000])
    const command = image.tree.health.map((word) => word.replaceAll(`:${image.tree.port}/`, `:${ports[name]}/`))
    const deadline = performance.now() + START_PERIOD_MS
    for (;;) {
      service.mustRun()
      const { code } = await processes.end(command, options, REFUSAL_MS)
      if (code === 0) break
      if (performance.now() > deadline) throw new Error(`the ${name} is not healthy:\n${service.said()}`)
      await sleep(HEALTH_EVERY_MS, undefined, { signal })
    }
    say(`the ${name} is healthy, by its HEALTHCHECK`)
  }
  await start('backend', backend, backendEnvironment, SHUTDOWN_GRACE + CLOSING_SECONDS.backend)
  const page = `http://127.0.0.1:${ports.frontend}`
  await start(
    'frontend',
    frontend,
    {
      ...taskEnvironment.frontend,
      PORT: String(ports.frontend),
      HOSTNAME: '127.0.0.1',
      BACKEND_URL: `http://127.0.0.1:${ports.backend}`,
    },
    CLOSING_SECONDS.frontend,
  )

  const cited = await askAndCheck(page, QUESTION, signal)
  say(`"${QUESTION}" is answered: ${cited} spans cited, each as its review has it; finish and [DONE]`)

  for (const [name, service, stopMs] of services.toReversed()) {
    const { code, signal: by, said } = await service.stop(stopMs)
    if (code !== 0) throw new Error(`the ${name} ended with ${code ?? by} after SIGTERM:\n${said}`)
    if (forbidden.test(said)) throw new Error(`the ${name} tried what it may not:\n${said}`)
    const told = Object.entries(secrets).find(([, secret]) => said.includes(secret))
    if (told) throw new Error(`the ${name} wrote ${told[0]} to its log`)
    say(`the ${name} ended with 0 after SIGTERM`)
  }
}

/** The variables of the image and of a container: nothing of this machine's. Those that name a file of the image name it where it is. */
function environmentOf({ tree, bin }: Image): Record<string, string> {
  const environment: Record<string, string> = {
    PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`,
    HOME: '/nonexistent',
    TMPDIR: writableOf(tree),
  }
  for (const [name, value] of Object.entries(tree.environment)) {
    if (!value.startsWith('/')) environment[name] = value
    else if (existsSync(join(tree.root, value))) environment[name] = join(tree.root, value)
  }
  return environment
}

/** The variables that name a file which the tree lacks. */
const missingFiles = ({ root, environment }: Tree) =>
  Object.entries(environment).flatMap(([name, value]) =>
    value.startsWith('/') && !existsSync(join(root, value)) ? [name] : [],
  )

/** The folder that stands for the mounted `/tmp`. */
function writableOf({ volumes }: Tree): string {
  const [volume] = volumes
  if (volume === undefined) throw new Error('the image has no VOLUME to write to')
  return volume
}

/** Else all that follows proves nothing. */
async function refusesWrites(name: string, options: Options, { processes }: Given): Promise<void> {
  const write = "require('node:fs').writeFileSync('written', '')"
  const { code, said } = await processes.end(['node', '-e', write], options, REFUSAL_MS)
  if (code === 0 || !forbidden.test(said)) throw new Error(`the tree of the ${name} can be written to`)
}

async function refusesWithout(
  name: string,
  { tree }: Image,
  options: Options,
  { processes, say }: Given,
): Promise<void> {
  const { [name]: _, ...env } = options.env
  const { code, said } = await processes.end(tree.command, { ...options, env }, REFUSAL_MS)
  if (code === 0 || code === null || !said.includes(`${name}: `)) {
    throw new Error(`without ${name} the backend ended with ${code} and these words:\n${said}`)
  }
  say(`without ${name} the backend does not start, and names it`)
}

/** Copies the sample to where the one-off task can read it, as an operator copies it to the mounted folder: rejected rows are written beside it. */
function handOver({ tree, as }: Image): string[] {
  const folder = join(writableOf(tree), 'reviews')
  mkdirSync(folder)
  if (as !== undefined) chmodSync(folder, 0o777)
  return globSync('sample-data/*.jsonl')
    .sort()
    .map((file) => {
      const copy = join(folder, basename(file))
      copyFileSync(file, copy)
      return copy
    })
}
