import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { logQueries } from '../../lib/watch/log-queries.ts'
import { fullVariables, only, stageTemplate } from '../synthesise.ts'
import { asObject, container } from './tasks.ts'

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
    const patterns = (template: Template) =>
      Object.values(template.findResources('AWS::Logs::MetricFilter'))
        .map(({ Properties }) => [Properties.MetricTransformations[0].MetricName, Properties.FilterPattern])
        .sort()
    const migrations = ['reviewguide-migrations-log-errors', '"reviewguide:"']
    const each = (pattern: string) => [
      ['reviewguide-backend-log-errors', pattern],
      ['reviewguide-frontend-log-errors', pattern],
      migrations,
    ]
    expect(patterns(production)).toEqual(each('{ $.level = "ERROR" }'))
    expect(patterns(stageTemplate('production', fullVariables))).toEqual(each('"ERROR"'))
  })

  test.each(['backend', 'frontend'])('the %s is told level and form of its log', (name) => {
    expect(asObject(container(production, name).Environment)).toMatchObject({
      LOG_LEVEL: 'WARNING',
      LOG_FORMAT: 'json',
    })
  })
})
