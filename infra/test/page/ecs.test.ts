import { Match, type Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { only, type Properties, stageTemplate } from '../synthesise.ts'
import { asObject, container } from './tasks.ts'

const production = stageTemplate('production')
const staging = stageTemplate('staging')

describe('ECS', () => {
  test('cluster reviewguide-cluster in ca-central-1', () => {
    production.hasResourceProperties('AWS::ECS::Cluster', { ClusterName: 'reviewguide-cluster' })
    expect(container(production, 'backend').LogConfiguration.Options['awslogs-region']).toBe('ca-central-1')
  })

  test.each([
    ['reviewguide-backend', 'backend', 8000],
    ['reviewguide-frontend', 'frontend', 3000],
  ])('service %s on Fargate, container port %s, private', (ServiceName, ContainerName, ContainerPort) => {
    production.hasResourceProperties('AWS::ECS::Service', {
      ServiceName,
      LaunchType: 'FARGATE',
      LoadBalancers: [Match.objectLike({ ContainerName, ContainerPort })],
      NetworkConfiguration: { AwsvpcConfiguration: Match.objectLike({ AssignPublicIp: 'DISABLED' }) },
      DeploymentConfiguration: Match.objectLike({
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
        MinimumHealthyPercent: 100,
      }),
    })
    expect(container(production, ContainerName).PortMappings).toEqual([{ ContainerPort, Protocol: 'tcp' }])
  })

  test('sizes: backend 1024 CPU and 2048 MB, frontend 512 and 1024 in production; half or less in staging', () => {
    const size = (template: Template, name: string) => {
      const { Cpu, Memory } = container(template, name).task
      return [Cpu, Memory]
    }
    expect(size(production, 'backend')).toEqual(['1024', '2048'])
    expect(size(production, 'frontend')).toEqual(['512', '1024'])
    expect(size(staging, 'backend')).toEqual(['512', '1024'])
    expect(size(staging, 'frontend')).toEqual(['256', '512'])
  })

  test('sizes are settings', () => {
    const small = stageTemplate('staging', {
      IMAGE_TAG: 'v1',
      STAGES: 'staging',
      BACKEND_CPU: '256',
      BACKEND_MEMORY: '512',
      BACKEND_TASKS: '3',
    })
    expect(container(small, 'backend').task).toMatchObject({ Cpu: '256', Memory: '512' })
    expect(
      only(small, 'AWS::ApplicationAutoScaling::ScalableTarget', (of) => of.MinCapacity === 3).properties.MaxCapacity,
    ).toBe(5)
  })

  test("the backend's environment is the page's", () => {
    expect(asObject(container(production, 'backend').Environment)).toMatchObject({
      ENV: 'production',
      DEBUG: 'false',
      APP_PORT: '8000',
      LOG_LEVEL: 'WARNING',
    })
  })

  test("the backend's secrets are keys of reviewguide/production, and the frontend has none", () => {
    const secret = only(production, 'AWS::SecretsManager::Secret', (of) => of.Name === 'reviewguide/production')
    const keys = ['SECRET_KEY', 'DATABASE_URL', 'REDIS_URL', 'OPENAI_API_KEY']
    expect(asObject(container(production, 'backend').Secrets)).toEqual(
      Object.fromEntries(keys.map((key) => [key, { 'Fn::Join': ['', [{ Ref: secret.id }, `:${key}::`]] }])),
    )
    expect(container(production, 'frontend').Secrets).toBeUndefined()
  })

  test.each(['backend', 'frontend'])('the %s is nobody of importance and writes to /tmp alone', (name) => {
    expect(container(production, name)).toMatchObject({
      User: '10001:10001',
      ReadonlyRootFilesystem: true,
      MountPoints: [{ ContainerPath: '/tmp', ReadOnly: false, SourceVolume: 'tmp' }],
      LinuxParameters: { InitProcessEnabled: true },
    })
    expect(container(production, name).HealthCheck.Command[0]).toBe('CMD')
  })

  test('the backend is told whose word to take for who the client is', () => {
    const { TRUSTED_PROXIES } = asObject(container(production, 'backend').Environment)
    const natAddresses = Object.keys(production.findResources('AWS::EC2::EIP'))
    expect(JSON.stringify(TRUSTED_PROXIES)).toContain('10.0.0.0/16')
    for (const id of natAddresses) expect(JSON.stringify(TRUSTED_PROXIES)).toContain(id)
    expect(asObject(container(production, 'frontend').Environment).FRONTEND_PROXY_HOPS).toBe('1')
  })

  test('the task may do nothing in AWS', () => {
    const roles = production.findResources('AWS::IAM::Role')
    const policies = Object.values(production.findResources('AWS::IAM::Policy'))
    for (const name of ['backend', 'frontend', 'migrations']) {
      const role = container(production, name).task.TaskRoleArn['Fn::GetAtt'][0] as string
      expect(roles[role]?.Properties.ManagedPolicyArns).toBeUndefined()
      expect(policies.filter(({ Properties }) => JSON.stringify(Properties.Roles).includes(`"${role}"`))).toEqual([])
    }
  })

  test('what starts a task may pull its image, write its log and read its secret, and nothing else', () => {
    const allowed = (name: string) => {
      const role = container(production, name).task.ExecutionRoleArn['Fn::GetAtt'][0] as string
      return Object.values(production.findResources('AWS::IAM::Policy'))
        .filter(({ Properties }) => JSON.stringify(Properties.Roles).includes(`"${role}"`))
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement.flatMap((of: Properties) => of.Action))
        .sort()
    }
    const common = [
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:GetAuthorizationToken',
      'ecr:GetDownloadUrlForLayer',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]
    expect(allowed('frontend')).toEqual(common)
    expect(allowed('backend')).toEqual([...common, 'secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'])
  })

  test('a task that is to stop has longer than the grace that the backend gives its runs', () => {
    for (const variables of [undefined, { IMAGE_TAG: 'v1', SHUTDOWN_GRACE: '100', STAGES: 'production' }]) {
      const backend = container(stageTemplate('production', variables), 'backend')
      const grace = Number(asObject(backend.Environment).SHUTDOWN_GRACE)
      expect(backend.StopTimeout).toBeGreaterThan(grace + 2.5)
      expect(backend.StopTimeout).toBeLessThanOrEqual(120)
    }
  })
})
