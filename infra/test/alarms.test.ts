import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fullVariables, stageTemplate } from './synthesise.ts'

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
/** Entries: a heading that is an alarm's name, and what stands below it. */
const entries = new Map(
  [...runbook.matchAll(/^### `([\w-]+)`\n([\s\S]*?)(?=^#|$(?![\s\S]))/gm)].map(([, name, text]) => [name, text ?? '']),
)
const alarmsOf = (stage: 'production' | 'staging', variables?: Record<string, string>) =>
  Object.values(stageTemplate(stage, variables).findResources('AWS::CloudWatch::Alarm')).map(
    ({ Properties }) => Properties,
  )

test('every alarm has an entry in the runbook, and every entry an alarm', () => {
  const names = alarmsOf('production', fullVariables).map(({ AlarmName }) => AlarmName as string)
  expect(new Set(names).size).toBe(names.length)
  expect([...entries.keys()].sort()).toEqual(names.sort())
  const atStaging = alarmsOf('staging', fullVariables).map(({ AlarmName }) => AlarmName as string)
  expect(atStaging.sort()).toEqual(names.map((name) => `${name}-staging`).sort())
})

test('an entry says what it means and what to do', () => {
  for (const [name, text] of entries) {
    expect(text, name).toMatch(/^What it means: .{20}/m)
    expect(text, name).toMatch(/^What to do: .{20}/m)
  }
})

test('alarms reach people, and say where to read on', () => {
  for (const { AlarmName, AlarmActions, OKActions, AlarmDescription } of alarmsOf('production')) {
    expect(AlarmActions, AlarmName).toHaveLength(1)
    expect(OKActions, AlarmName).toEqual(AlarmActions)
    expect(AlarmDescription).toBe(`docs/runbook.md, "${AlarmName}"`)
  }
  stageTemplate('production', fullVariables).hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'people@reviews.example',
  })
})

test('where something should always speak, silence is an alarm', () => {
  const loud = alarmsOf('production')
    .filter(({ TreatMissingData }) => TreatMissingData === 'breaching')
    .map(({ AlarmName }) => AlarmName as string)
  expect(loud.sort()).toEqual([
    'database-cpu',
    'redis-cpu',
    'reviewguide-backend-no-healthy-task',
    'reviewguide-frontend-no-healthy-task',
  ])
})

test('the dashboard shows services and data', () => {
  const [dashboard] = Object.values(stageTemplate().findResources('AWS::CloudWatch::Dashboard'))
  const body = JSON.stringify(dashboard?.Properties.DashboardBody)
  for (const of of ['reviewguide-backend', 'reviewguide-frontend', 'database', 'redis']) {
    expect(body).toContain(`${of}: `)
  }
})
