import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import { parseDockerIgnore } from './docker-ignore.ts'
import { healthCommandOf, type Instruction, parseDockerfile, pathsOf, type Stage, variablesOf } from './dockerfile.ts'
import type { Processes } from './processes.ts'

/** What an image would be: its files below a folder, and what it says of how to run them. */
export interface Tree {
  /** The folder that stands for `/`. */
  root: string
  /** The folder of `root` that its command runs in. */
  workdir: string
  environment: Record<string, string>
  user: number
  port: number
  /** Folders of `root` that may be written to. */
  volumes: string[]
  command: string[]
  health: string[]
}

interface Given {
  /** The name of the image, for what is said. */
  name: string
  dockerfile: string
  /** The folder that the files are copied from, less what its `.dockerignore` leaves out. */
  context: string
  /** A folder that is there and empty; each stage becomes one in it. */
  folder: string
  /** What the commands are run with, besides the stage's own variables. */
  environment: Record<string, string>
  processes: Processes
  say(text: string): void
}

/** What would change the machine instead of the stage's folder. */
const madeByAnEngine = /^(?:groupadd|useradd|addgroup|adduser)\b/
const outsideOfFolder = /(?:^|[\s=;&|'"])\/(?!dev\/null\b)\w|\b(?:apt|apt-get|apk|dpkg|yum|dnf)\s/

/** Performs the steps of a Dockerfile, stages side by side where they do not wait for each other. Throws at a step that fails, or that cannot be performed this way. */
export async function buildTree(given: Given): Promise<Tree> {
  const stages = parseDockerfile(readFileSync(join(given.context, given.dockerfile), 'utf8'))
  const built = new Map<string, Promise<Tree>>()
  const trees = stages.map((stage, at) => {
    const name = stage.name ?? String(at)
    const tree = performStage(
      stage,
      { ...given, name: `${given.name}/${name}`, folder: join(given.folder, name) },
      built,
    )
    built.set(name, tree)
    return tree
  })
  const image = (await Promise.all(trees)).at(-1)
  if (!image) throw new Error(`${given.dockerfile} makes nothing`)
  return image
}

async function performStage({ instructions }: Stage, given: Given, earlier: ReadonlyMap<string, Promise<Tree>>) {
  const root = given.folder
  mkdirSync(root)
  const tree: Tree = {
    root,
    workdir: root,
    environment: {},
    user: 0,
    port: 0,
    volumes: [],
    command: [],
    health: [],
  }
  for (const instruction of instructions) {
    switch (instruction.keyword) {
      case 'WORKDIR':
        tree.workdir = inTree(tree, instruction.text)
        mkdirSync(tree.workdir, { recursive: true })
        break
      case 'COPY':
        await copy(instruction, tree, given, earlier)
        break
      case 'RUN':
        await run(instruction, tree, given)
        break
      case 'ADD':
        given.say(`${given.name}: passed over: ADD ${pathsOf(instruction).sources.join(' ')}; nothing is fetched`)
        break
      case 'VOLUME':
        tree.volumes.push(inTree(tree, instruction.text))
        break
      default:
        takeWord(instruction, tree)
    }
  }
  return tree
}

/** What is said of how to run the image, and makes no files. */
function takeWord(instruction: Instruction, tree: Tree): void {
  const { keyword, text, list } = instruction
  if (keyword === 'ENV') Object.assign(tree.environment, variablesOf(instruction))
  if (keyword === 'USER') tree.user = Number(/^\d+/.exec(text)?.[0])
  if (keyword === 'EXPOSE') tree.port = Number(text)
  if (keyword === 'CMD') tree.command = list ?? []
  if (keyword === 'HEALTHCHECK') tree.health = healthCommandOf(instruction) ?? []
}

const inTree = ({ root, workdir }: Tree, path: string) =>
  path.startsWith('/') ? join(root, posix.normalize(path)) : join(workdir, path)

async function copy(
  instruction: Instruction,
  tree: Tree,
  given: Given,
  earlier: ReadonlyMap<string, Promise<Tree>>,
): Promise<void> {
  const { sources, target } = pathsOf(instruction)
  const to = inTree(tree, target)
  const { from } = instruction.flags
  // As an engine does it: into a folder when it is written as one, there already, or needed for several.
  const intoFolder = /(?:^|\/)\.?$/.test(target) || sources.length > 1 || (existsSync(to) && statSync(to).isDirectory())
  const targetOf = (source: string) => (intoFolder ? join(to, basename(source)) : to)

  if (from === undefined) {
    for (const source of sources) copyContext(posix.normalize(source), given, to, targetOf)
    return
  }
  const stage = await earlier.get(from)
  if (!stage) throw new Error(`${given.name}: there is no stage ${from} before`)
  for (const source of sources) {
    const path = inTree({ ...stage, workdir: stage.root }, source)
    const isFolder = statSync(path).isDirectory()
    const end = isFolder ? to : targetOf(source)
    mkdirSync(isFolder ? end : dirname(end), { recursive: true })
    // Of a folder, what it holds. With the system's own program, which is many times as fast for tens of thousands of files.
    const argv = ['cp', '-R', '-P', '-p', isFolder ? `${path}/.` : path, end]
    await given.processes.run(`${given.name}: COPY ${source}`, argv, { cwd: tree.root, env: given.environment })
  }
}

function copyContext(source: string, given: Given, to: string, targetOf: (source: string) => string): void {
  const ignore = parseDockerIgnore(readFileSync(join(given.context, '.dockerignore'), 'utf8'))
  const files = ignore.files(given.context).filter((path) => path === source || path.startsWith(`${source}/`))
  if (files.length === 0)
    throw new Error(`${given.name}: COPY ${source}: it is not there, or .dockerignore leaves it out`)
  for (const file of files) {
    const end = file === source ? targetOf(source) : join(to, file.slice(source.length + 1))
    mkdirSync(dirname(end), { recursive: true })
    cpSync(join(given.context, file), end, { verbatimSymlinks: true })
  }
}

async function run({ text, list, line }: Instruction, tree: Tree, given: Given): Promise<void> {
  if (madeByAnEngine.test(text)) {
    given.say(`${given.name}: passed over: RUN ${text}; no users are made on this machine`)
    return
  }
  if (outsideOfFolder.test(text)) {
    throw new Error(
      `${given.name}: line ${line}: a RUN that reaches outside of its WORKDIR cannot be performed without an engine`,
    )
  }
  const started = performance.now()
  await given.processes.run(`${given.name}: RUN ${text}`, list ?? ['/bin/sh', '-c', text], {
    cwd: tree.workdir,
    env: { ...given.environment, ...tree.environment },
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  given.say(`${given.name}: RUN ${text.replace(/\s+/g, ' ').slice(0, 60)} (${seconds} s)`)
}
