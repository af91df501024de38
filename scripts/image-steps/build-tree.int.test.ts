import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { buildTree } from './build-tree.ts'
import { createProcesses } from './processes.ts'
import { freeze, remove, sizeOf } from './tree-files.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await remove(folder)
})

/** Performs the steps of this Dockerfile over these files. */
async function build(dockerfile: string, files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'reviewguide-steps-'))
  folders.push(folder)
  const context = join(folder, 'context')
  for (const [path, text] of Object.entries({ '.dockerignore': '', ...files, Dockerfile: dockerfile })) {
    mkdirSync(dirname(join(context, path)), { recursive: true })
    writeFileSync(join(context, path), text)
  }
  mkdirSync(join(folder, 'stages'))
  const said: string[] = []
  const tree = await buildTree({
    name: 'image',
    dockerfile: 'Dockerfile',
    context,
    folder: join(folder, 'stages'),
    environment: { PATH: process.env.PATH ?? '' },
    processes: createProcesses(AbortSignal.timeout(30_000)),
    say: (text) => said.push(text),
  })
  return { tree, said, text: (path: string) => readFileSync(join(tree.root, path), 'utf8') }
}

const lines = (...all: string[]) => all.join('\n')

test('stages, copies and commands make the tree, and the rest says how it is run', async () => {
  const { tree, said, text } = await build(
    lines(
      'FROM node:24-slim AS build',
      'WORKDIR /app',
      'COPY package.json lock.json ./',
      'COPY src src',
      'ENV GREETING="good day"',
      'RUN echo "$GREETING" > made && mkdir out && echo 1 > out/one',
      'FROM node:24-slim',
      'RUN useradd --uid 7 someone',
      'ADD https://example.org/roots.pem /etc/roots.pem',
      'WORKDIR /app',
      'COPY --from=build /app/src ./code',
      'COPY --from=build /app/made renamed',
      'COPY --from=build /app/out ./',
      'ENV MODE=production',
      'VOLUME /tmp',
      'USER 7:7',
      'EXPOSE 80',
      'HEALTHCHECK --interval=1s CMD ["true"]',
      'CMD ["node", "main.ts"]',
    ),
    {
      'package.json': '{}',
      'lock.json': '{}',
      'src/main.ts': 'main',
      'src/deep/a.ts': 'a',
      'src/.env': 'secret',
      '.dockerignore': '**/.env',
    },
  )
  expect(text('app/renamed')).toBe('good day\n')
  expect(text('app/one')).toBe('1\n')
  expect(text('app/code/main.ts') + text('app/code/deep/a.ts')).toBe('maina')
  expect(readdirSync(join(tree.root, 'app')).sort()).toEqual(['code', 'one', 'renamed'])
  expect(existsSync(join(tree.root, 'app/code/.env'))).toBe(false)
  expect(tree).toMatchObject({
    workdir: join(tree.root, 'app'),
    environment: { MODE: 'production' },
    user: 7,
    port: 80,
    volumes: [join(tree.root, 'tmp')],
    command: ['node', 'main.ts'],
    health: ['true'],
  })
  expect(said.filter((line) => line.includes('passed over'))).toEqual([
    expect.stringContaining('useradd'),
    expect.stringContaining('ADD https://example.org/roots.pem'),
  ])
  expect(sizeOf(tree.root)).toEqual({ bytes: 'good day\n1\nmaina'.length, files: 4 })

  freeze(tree)
  const [main, volume] = [join(tree.root, 'app/code/main.ts'), join(tree.root, 'tmp')]
  const { run } = createProcesses(AbortSignal.timeout(30_000))
  const modes = await run('find', ['find', main, volume, '-maxdepth', '0', '-perm', '-u+w'], {
    cwd: '/',
    env: { PATH: process.env.PATH ?? '' },
  })
  expect(modes.trim()).toBe(volume)
})

test.each([
  ['a command that fails', 'RUN echo why >&2 && exit 3', 'ended with 3:\nwhy'],
  ['a file that is left out', 'COPY .env ./', 'COPY .env: it is not there, or .dockerignore leaves it out'],
  ['a file that is not there', 'COPY gone ./', 'COPY gone: it is not there'],
  ['a stage that is not there', 'COPY --from=gone /app ./', 'there is no stage gone before'],
  ['a command that would change the machine', 'RUN apt-get update', 'line 3: a RUN that reaches outside'],
  ['another', 'RUN touch /etc/made', 'line 3: a RUN that reaches outside'],
])('refused: %s', async (_, line, words) => {
  const files = { '.env': 'secret', '.dockerignore': '.env' }
  await expect(build(lines('FROM node:24-slim', 'WORKDIR /app', line), files)).rejects.toThrow(words)
})

test('when the signal is aborted, nothing starts any more, and what runs is killed with all that it started', async () => {
  const ending = new AbortController()
  const processes = createProcesses(ending.signal)
  const options = { cwd: tmpdir(), env: { PATH: process.env.PATH ?? '' } }
  const service = processes.start('a service', ['/bin/sh', '-c', 'sleep 600 & echo started; wait'], options)
  await expect.poll(() => service.said()).toBe('started\n')
  service.mustRun()
  ending.abort(new Error('ended by SIGINT'))
  await processes.killAll()
  expect(() => service.mustRun()).toThrow('ended by SIGINT')
  await expect(processes.run('another', ['true'], options)).rejects.toThrow('ended by SIGINT')
})
