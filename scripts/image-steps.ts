/**
 * `npm run image-steps`: the steps of the Dockerfiles without a container engine. Makes the files of both images in an empty folder, starts them as
 * the tasks of production are started, from a tree that cannot be written to, on a PostgreSQL 15 and a Redis 7 (DATABASE_URL and REDIS_URL, else
 * those of this machine), and asks them a question. Leaves nothing behind. docs/deployment.md says what this proves and what it does not.
 */
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareBase } from './image-steps/base-image.ts'
import { buildTree, type Tree } from './image-steps/build-tree.ts'
import { ownDatabase, ownRedis } from './image-steps/own-stores.ts'
import { createProcesses } from './image-steps/processes.ts'
import { startAndAsk } from './image-steps/start-and-ask.ts'
import { freeze, remove, sizeOf } from './image-steps/tree-files.ts'

/** Of `node:24-slim`, which both Dockerfiles begin with. */
const NODE_MAJOR = 24

const started = performance.now()
const say = (text: string) => {
  process.stdout.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}\n`)
}

const interrupted = new AbortController()
for (const [name, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(name, () => {
    process.exitCode = code
    interrupted.abort(new Error(`ended by ${name}`))
    void processes.killAll()
  })
}
const processes = createProcesses(interrupted.signal)
/** What is to be undone in the end, the last first. */
const undo: (() => Promise<void>)[] = []

async function perform(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'reviewguide-image-'))
  undo.push(() => remove(folder))
  // The user of the image must get to it.
  chmodSync(folder, 0o755)
  const { bin, environment } = prepareBase(folder, NODE_MAJOR)

  const make = async (name: 'backend' | 'frontend'): Promise<Tree> => {
    const stages = join(folder, name)
    mkdirSync(stages)
    const tree = await buildTree({
      name,
      dockerfile: `docker/${name}.Dockerfile`,
      context: process.cwd(),
      folder: stages,
      environment,
      processes,
      say,
    })
    freeze(tree)
    const { bytes, files } = sizeOf(tree.root)
    say(
      `the tree of the ${name}: ${(bytes / 1e6).toFixed(0)} MB in ${files.toLocaleString('en')} files, besides its base`,
    )
    return tree
  }
  const root = process.getuid?.() === 0
  if (!root) say('not as root: the trees are run by this user, who may not write to them either')
  const [backend, frontend] = await Promise.all([make('backend'), make('frontend')])
  const image = (tree: Tree) => ({ tree, bin, as: root ? tree.user : undefined })

  const database = await ownDatabase(process.env.DATABASE_URL || 'postgres://root@127.0.0.1:5432/test')
  undo.push(() => database.remove())
  const redis = await ownRedis(process.env.REDIS_URL || 'redis://127.0.0.1:6379')
  undo.push(() => redis.remove())
  await startAndAsk({
    backend: image(backend),
    frontend: image(frontend),
    databaseUrl: database.url,
    redisUrl: redis.url,
    processes,
    signal: interrupted.signal,
    say,
  })
}

try {
  await perform()
} catch (error) {
  process.exitCode ||= 1
  const reason = interrupted.signal.aborted ? interrupted.signal.reason : error
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`)
  if (reason instanceof Error && reason.cause instanceof Error) {
    process.stderr.write(`  because: ${reason.cause.message}\n`)
  }
  // Other steps are under way: none of them is of use any more.
  interrupted.abort(error)
} finally {
  await processes.killAll()
  for (const step of undo.toReversed()) {
    await step().catch((error: unknown) => {
      process.exitCode ||= 1
      process.stderr.write(`not removed: ${String(error)}\n`)
    })
  }
}
if (!process.exitCode) say('the steps of the images are good')
