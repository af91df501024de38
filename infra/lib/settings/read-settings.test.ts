import { describe, expect, test } from 'vitest'
import { readSettings } from './read-settings.ts'
import { SettingsError } from './settings-error.ts'
import { stageVariables } from './stage-settings.ts'

const complete = { IMAGE_TAG: 'v1.0.0' }

function mistakes(variables: Record<string, string>): Record<string, string> {
  try {
    readSettings(variables)
  } catch (error) {
    if (error instanceof SettingsError) return Object.fromEntries(error.mistakes.map(({ name, text }) => [name, text]))
    throw error
  }
  return {}
}

describe('with an image tag alone', () => {
  test('both stages are there, in ca-central-1', () => {
    const { stages, region, repository } = readSettings(complete)
    expect(region).toBe('ca-central-1')
    expect(repository).toBeNull()
    expect(stages.map(({ stage, BACKEND_TASKS }) => [stage, BACKEND_TASKS])).toEqual([
      ['production', 2],
      ['staging', 1],
    ])
  })

  test('every variable may be empty or of spaces: it is then not set', () => {
    const names = ['REVIEWGUIDE_REGION', 'STAGES', 'GITHUB_REPOSITORY', 'GITHUB_OIDC_PROVIDER_ARN']
    const all = [...names, ...Object.keys(stageVariables('production').shape)]
    for (const blank of ['', '   ']) {
      const variables = Object.fromEntries(all.map((name) => [name, blank]))
      expect(readSettings({ ...variables, ...complete })).toEqual(readSettings(complete))
    }
  })
})

test('a variable counts for every stage, and with the name of one before it for that one', () => {
  const { stages } = readSettings({ ...complete, BACKEND_TASKS: '3', STAGING_BACKEND_TASKS: '4' })
  expect(stages.map(({ BACKEND_TASKS }) => BACKEND_TASKS)).toEqual([3, 4])
})

test('STAGES chooses; none leaves what the account has once', () => {
  expect(readSettings({ ...complete, STAGES: 'staging' }).stages.map(({ stage }) => stage)).toEqual(['staging'])
  expect(readSettings({ STAGES: 'none' }).stages).toEqual([])
})

test('spaces around a value are nothing', () => {
  const [production] = readSettings({ IMAGE_TAG: ' v1.0.0 ', BACKEND_CPU: '512 ', LOG_LEVEL: ' INFO\n' }).stages
  expect(production).toMatchObject({ IMAGE_TAG: 'v1.0.0', BACKEND_CPU: 512, LOG_LEVEL: 'INFO' })
})

const refused: [name: string, value: string][] = [
  ['IMAGE_TAG', ''],
  ['IMAGE_TAG', 'latest'],
  ['IMAGE_TAG', 'a tag'],
  ['REVIEWGUIDE_REGION', 'Canada'],
  ['STAGES', 'production,test'],
  ['GITHUB_REPOSITORY', 'reviewguide'],
  ['GITHUB_OIDC_PROVIDER_ARN', 'token.actions.githubusercontent.com'],
  ['ZONES', '1'],
  ['ZONES', 'two'],
  ['NAT_GATEWAYS', '2'],
  ['VPC_CIDR', '10.0.0.0'],
  ['VPC_CIDR', '10.0.0.0/22'],
  ['VPC_CIDR', '8.8.0.0/16'],
  ['VPC_CIDR', '10.0.999.0/16'],
  ['BACKEND_CPU', '-256'],
  ['BACKEND_CPU', '1e3'],
  ['BACKEND_MEMORY', '2048MB'],
  ['BACKEND_TASKS', '0'],
  ['FRONTEND_TASKS', '1.5'],
  ['DATABASE_INSTANCE', 'large'],
  ['DATABASE_STORAGE_GB', '5'],
  ['DATABASE_MULTI_AZ', 'yes'],
  ['DATABASE_READ_REPLICA', '1'],
  ['DATABASE_BACKUP_DAYS', '36'],
  ['REDIS_NODE', 't4g.small'],
  ['REDIS_SHARDS', '0'],
  ['REDIS_REPLICAS', '6'],
  ['BACKEND_LOAD_BALANCER', 'private'],
  ['BACKEND_DOMAIN', 'https://api.reviews.example'],
  ['BACKEND_CERTIFICATE_ARN', 'certificate'],
  ['FRONTEND_CERTIFICATE_ARN', 'arn:aws:iam::123456789012:server-certificate/x'],
  ['LOG_LEVEL', 'LOUD'],
  ['LOG_FORMAT', 'xml'],
  ['SHUTDOWN_GRACE', '600'],
  ['METRICS_PORT', '80'],
  ['METRICS_PORT', '8000'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://collector.example:4318'],
  ['OTEL_TRACES_SAMPLER', 'some'],
  ['OTEL_TRACES_SAMPLER_ARG', '2'],
  ['ALARM_EMAIL', 'somebody'],
  ['BACKEND_MEMORY', '2049'],
  ['BACKEND_TASKS_MOST', 'many'],
  ['FRONTEND_CPU', '300'],
  ['FRONTEND_MEMORY', '513'],
  ['FRONTEND_TASKS_MOST', '1001'],
]

test('every setting has a bad value here', () => {
  const all = ['REVIEWGUIDE_REGION', 'STAGES', 'GITHUB_REPOSITORY', 'GITHUB_OIDC_PROVIDER_ARN']
  const names = [...all, ...Object.keys(stageVariables('production').shape)]
  expect([...new Set(refused.map(([name]) => name))].toSorted()).toEqual(names.toSorted())
})

test.each(refused)('%s=%s is refused by name', (name, value) => {
  expect(Object.keys(mistakes({ ...complete, BACKEND_DOMAIN: 'api.reviews.example', [name]: value }))).toEqual([name])
})

test('all mistakes are told at once, each once, by the name that was given', () => {
  const found = mistakes({
    BACKEND_CPU: 'many',
    STAGING_ZONES: '9',
    FRONTEND_CPU: '300',
    FRONTEND_CERTIFICATE_ARN: 'arn:aws:acm:us-east-1:123456789012:certificate/1',
    GITHUB_REPOSITORY: 'none',
  })
  expect(found).toEqual({
    GITHUB_REPOSITORY: 'expected owner/name',
    IMAGE_TAG: 'is not set',
    BACKEND_CPU: 'expected a whole number from 1 to 999999',
    STAGING_ZONES: 'expected a whole number from 2 to 3',
    FRONTEND_CPU: expect.stringContaining('not 300'),
    FRONTEND_CERTIFICATE_ARN: expect.stringContaining('us-east-1'),
  })
})

describe('what does not go together', () => {
  test('a size that Fargate does not have', () => {
    expect(mistakes({ ...complete, BACKEND_CPU: '300' }).BACKEND_CPU).toMatch(/Fargate has 256, 512, 1024/)
    expect(mistakes({ ...complete, STAGES: 'production', FRONTEND_MEMORY: '9000' }).FRONTEND_MEMORY).toMatch(
      /with 512 CPU units Fargate has 1024 to 4096 MiB/,
    )
  })

  test('a certificate of another region', () => {
    const arn = 'arn:aws:acm:us-east-1:123456789012:certificate/1'
    expect(mistakes({ ...complete, FRONTEND_CERTIFICATE_ARN: arn }).FRONTEND_CERTIFICATE_ARN).toBe(
      'is a certificate of us-east-1; the load balancer needs one of ca-central-1',
    )
  })

  test("a backend's certificate without the name that it vouches for", () => {
    const arn = 'arn:aws:acm:ca-central-1:123456789012:certificate/1'
    expect(Object.keys(mistakes({ ...complete, BACKEND_CERTIFICATE_ARN: arn }))).toEqual(['BACKEND_DOMAIN'])
  })

  test('fewer tasks at most than at least', () => {
    expect(Object.keys(mistakes({ ...complete, BACKEND_TASKS_MOST: '1', STAGES: 'production' }))).toEqual([
      'BACKEND_TASKS_MOST',
    ])
  })
})
