import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { stageDefaults } from '../lib/settings/stage-settings.ts'
import { costTable } from './cost-table.ts'
import { monthlyCost } from './monthly-cost.ts'
import { sizes } from './sizes.ts'

const usual = sizes[0] as (typeof sizes)[number]

it('stands in docs/scaling.md as it is computed', () => {
  // Cells are as wide there as the widest.
  const squeezed = (text: string) =>
    text
      .replace(/ +/g, ' ')
      .replace(/-+:/g, '---:')
      .replace(/\| -+ \|/g, '| --- |')
  const page = readFileSync(new URL('../../docs/scaling.md', import.meta.url), 'utf8')
  expect(squeezed(page)).toContain(squeezed(costTable()))
})

it('begins with what production has by default', () => {
  const { backend, frontend, database, redis } = stageDefaults.production
  expect(usual).toMatchObject({
    backend: { tasks: backend.tasks, vcpu: backend.cpu / 1024, gb: backend.memory / 1024 },
    frontend: { tasks: frontend.tasks, vcpu: frontend.cpu / 1024, gb: frontend.memory / 1024 },
    database: {
      instance: database.instance,
      instances: database.multiAz ? 2 : 1,
      storageGb: database.storageGb,
    },
    redis: { node: redis.node.replace('db.', ''), nodes: 1 + redis.replicas },
  })
})

it('grows with each part and adds up', () => {
  const { total, ...parts } = monthlyCost(usual)
  expect(Object.values(parts).reduce((sum, part) => sum + part)).toBeCloseTo(total, 6)
  expect(monthlyCost({ ...usual, answers: usual.answers * 2 }).total).toBeGreaterThan(total)
  const more = { ...usual.backend, tasks: usual.backend.tasks * 2 }
  expect(monthlyCost({ ...usual, backend: more, frontend: more }).tasks).not.toBe(parts.tasks)
})

it('knows the prices of all that it names', () => {
  expect(() => monthlyCost({ ...usual, database: { ...usual.database, instance: 'x1.none' } })).toThrow(
    'databaseHour x1.none',
  )
})
