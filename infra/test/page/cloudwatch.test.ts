import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { logQueries } from '../../lib/watch/log-queries.ts'
import { fullVariables, only, stageTemplate } from '../synthesise.ts'
import { container } from './tasks.ts'

const production = stageTemplate('production')

describe('CloudWatch', () => {
  test.each(['backend', 'frontend', 'migrations'])('/ecs/reviewguide-%s keeps 30 days', (name) => {
    const group = only(production, 'AWS::Logs::LogGroup', (of) => of.LogGroupName === `/ecs/reviewguide-${name}`)
    expect(group.properties.RetentionInDays).toBe(30)
    expect(container(production, name).LogConfiguration).toMatchObject({
      LogDriver: 'awslogs',
      Options: { 'awslogs-group': { Ref: group.id }, 'awslogs-stream-prefix': 'ecs' },
    })
  })

  test('no log of ours is kept for ever', () => {
    for (const { Properties } of Object.values(production.findResources('AWS::Logs::LogGroup')))
      expect(Properties.RetentionInDays).toBe(30)
  })

  test("the page's two queries are saved word for word, and two for JSON", () => {
    const saved = Object.values(production.findResources('AWS::Logs::QueryDefinition')).map(({ Properties }) => [
      Properties.Name,
      Properties.QueryString,
    ])
    expect(Object.fromEntries(saved)).toEqual({
      'reviewguide/errors-text':
        'fields @timestamp, @message\n| filter @message like /ERROR/\n| sort @timestamp desc\n| limit 50',
      'reviewguide/latency-text':
        'fields @timestamp, @message\n| filter @message like /request completed/\n| parse @message "* ms" as latency\n| stats avg(latency), max(latency), min(latency) by bin(5m)',
      'reviewguide/errors-json': logQueries['errors-json'],
      'reviewguide/latency-json': logQueries['latency-json'],
    })
  })

  test('errors are counted in either form of the log', () => {
    const pattern = (template: Template) =>
      Object.values(template.findResources('AWS::Logs::MetricFilter')).map(({ Properties }) => Properties.FilterPattern)
    for (const of of pattern(production)) expect(of).toContain('$.level = "ERROR"')
    for (const of of pattern(stageTemplate('production', fullVariables))) expect(of).toBe('"ERROR"')
  })
})
