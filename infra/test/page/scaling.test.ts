import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { stageTemplate } from '../synthesise.ts'

const production = stageTemplate('production')
const staging = stageTemplate('staging')

describe('scaling', () => {
  test('two tasks in production, one in staging, more by CPU, memory and requests', () => {
    const capacity = (template: Template) =>
      Object.values(template.findResources('AWS::ApplicationAutoScaling::ScalableTarget')).map(
        ({ Properties }) => Properties.MinCapacity,
      )
    expect(capacity(production)).toEqual([2, 2])
    expect(capacity(staging)).toEqual([1, 1])

    const targets = Object.values(production.findResources('AWS::ApplicationAutoScaling::ScalableTarget'))
    expect(targets.every(({ Properties }) => Properties.MaxCapacity > Properties.MinCapacity)).toBe(true)
    const metrics = Object.values(production.findResources('AWS::ApplicationAutoScaling::ScalingPolicy')).map(
      ({ Properties }) =>
        Properties.TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType,
    )
    const each = ['ALBRequestCountPerTarget', 'ECSServiceAverageCPUUtilization', 'ECSServiceAverageMemoryUtilization']
    expect(metrics.sort()).toEqual(each.flatMap((metric) => [metric, metric]))
  })

  test('a deployment does not undo what scaling has made', () => {
    for (const { Properties } of Object.values(production.findResources('AWS::ECS::Service')))
      expect(Properties.DesiredCount).toBeUndefined()
  })
})
