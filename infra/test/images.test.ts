import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { container } from './page/tasks.ts'
import { stageTemplate } from './synthesise.ts'

const root = join(import.meta.dirname, '../..')
const compose = readFileSync(join(root, 'compose.yaml'), 'utf8')

describe.each([
  ['backend', 8000],
  ['frontend', 3000],
])('the image of the %s', (name, port) => {
  const lines = readFileSync(join(root, `docker/${name}.Dockerfile`), 'utf8')
    .replace(/\\\n\s*/g, '')
    .split('\n')
  const last = (instruction: string) => lines.findLast((line) => line.startsWith(`${instruction} `)) ?? ''
  const task = container(stageTemplate(), name)

  test('is made in stages, of one base, and has no secrets', () => {
    const bases = lines.filter((line) => line.startsWith('FROM '))
    expect(bases.length).toBeGreaterThan(1)
    for (const base of bases) expect(base).toMatch(/^FROM node:24-slim(?: AS \w+)?$/)
    expect(lines.filter((line) => /^(?:ARG|ENV)\b.*(?:KEY|TOKEN|PASSWORD|SECRET)/.test(line))).toEqual([])
  })

  test('runs as the user, on the port and with the health check of its task', () => {
    expect(last('USER')).toBe(`USER ${task.User}`)
    expect(lines.join('\n')).toContain('--uid 10001')
    expect(last('EXPOSE')).toBe(`EXPOSE ${port}`)
    const check = JSON.parse(last('HEALTHCHECK').replace(/^.*? CMD /, '')) as string[]
    expect(['CMD', ...check]).toEqual(task.HealthCheck.Command)
    expect(last('VOLUME')).toBe(`VOLUME ${task.MountPoints[0].ContainerPath}`)
  })

  test('starts a file that is there, in a form that gets signals', () => {
    const [program, file = ''] = JSON.parse(last('CMD').replace('CMD ', '')) as string[]
    expect(program).toBe('node')
    expect(existsSync(join(root, file))).toBe(true)
  })
})

test.each(['backend', 'migrations', 'frontend'])(
  'the environment of the %s is what the steps of the images are tried with',
  (name) => {
    // Read, not imported: nothing of the application is.
    const settings = readFileSync(join(root, 'scripts/image-steps/production-settings.ts'), 'utf8')
    const [, body = ''] = new RegExp(`^  ${name}: \\{(.*?)\\},$`, 'ms').exec(settings) ?? []
    const tried = [...body.matchAll(/\b([A-Z_]+): /g)].map(([, variable]) => variable)
    const { Environment } = container(stageTemplate(), name) as { Environment: { Name: string }[] }
    expect(tried.sort()).toEqual(Environment.map(({ Name }) => Name).sort())
  },
)

test('the command of the migrations is there, in the cloud and on one machine', () => {
  const { Command } = container(stageTemplate(), 'migrations')
  expect(existsSync(join(root, Command[1]))).toBe(true)
  expect(compose).toContain(`command: ${JSON.stringify(Command).replaceAll(',', ', ')}`)
})

test('one machine runs what the cloud runs: PostgreSQL 15 and Redis 7', () => {
  expect(compose).toMatch(/image: postgres:15$/m)
  expect(compose).toMatch(/image: redis:7$/m)
})
