import { describe, expect, test } from 'vitest'
import { only, stageTemplate } from '../synthesise.ts'
import { asObject, container } from './tasks.ts'

const production = stageTemplate('production')

describe('migrations', () => {
  test('run once with the new image before a service gets it', () => {
    const { resource, properties } = only(production, 'Custom::Migrations')
    const task = only(production, 'AWS::ECS::TaskDefinition', (of) => of.Family === 'reviewguide-migrations')
    expect(properties.taskDefinition).toEqual({ Ref: task.id })
    const migrations = container(production, 'migrations')
    expect(migrations.Image).toEqual(container(production, 'backend').Image)
    expect(migrations.Command).toEqual(['node', 'apps/cli/bin/reviewguide.mjs', 'migrate'])
    expect(Object.keys(asObject(migrations.Secrets))).toEqual(['DATABASE_URL'])
    expect(resource.DependsOn).toContain(only(production, 'Custom::ServiceSecretKeys').id)

    const run = only(production, 'Custom::Migrations').id
    const backend = only(production, 'AWS::ECS::Service', (of) => of.ServiceName === 'reviewguide-backend')
    const frontend = only(production, 'AWS::ECS::Service', (of) => of.ServiceName === 'reviewguide-frontend')
    expect(backend.resource.DependsOn).toContain(run)
    expect(frontend.resource.DependsOn).toContain(backend.id)
  })
})
