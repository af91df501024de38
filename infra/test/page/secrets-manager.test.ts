import { describe, expect, test } from 'vitest'
import { only, stageTemplate } from '../synthesise.ts'

const production = stageTemplate('production')
const staging = stageTemplate('staging')

describe('Secrets Manager', () => {
  test('reviewguide/production outlives the stack and its password rotates', () => {
    const secret = only(production, 'AWS::SecretsManager::Secret', (of) => of.Name === 'reviewguide/production')
    expect(secret.resource.DeletionPolicy).toBe('Retain')
    const rotation = only(
      production,
      'AWS::SecretsManager::RotationSchedule',
      (of) => of.SecretId.Ref === secret.id,
    ).properties
    expect(rotation.RotationRules.ScheduleExpression).toBe('rate(30 days)')
    expect(rotation.RotateImmediatelyOnUpdate).toBe(false)
    const rotates = rotation.RotationLambdaARN['Fn::GetAtt'][0] as string
    const of = production.findResources('AWS::Lambda::Function')[rotates]?.Properties.Environment.Variables
    expect(JSON.stringify(of?.SERVICE)).toContain('BackendService')
  })

  test('no secret stands in a template', () => {
    for (const template of [production, staging]) {
      const text = JSON.stringify(template.toJSON())
      expect(text).not.toMatch(/"MasterUserPassword":"(?!\{\{resolve)/)
      expect(text).not.toMatch(/(?:postgresql(?:\+\w+)?|rediss?):\/\/[^"]*:[^"]*@/)
    }
  })
})
