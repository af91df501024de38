import { App, Stack, Validations } from 'aws-cdk-lib'
import * as s3 from 'aws-cdk-lib/aws-s3'
import { AwsSolutionsChecks } from 'cdk-nag'
import { expect, test } from 'vitest'
import { appOf, fullVariables, leastVariables } from './synthesise.ts'

test.each([
  ['least', leastVariables],
  ['full', fullVariables],
])('no rule of AwsSolutions is broken without a reason (%s settings)', (_, variables) => {
  const app = appOf(variables)
  const checks = new AwsSolutionsChecks(app)
  const stacks = app.node.children.filter((child) => child instanceof Stack)
  expect(stacks).toHaveLength(3)
  const broken = stacks.flatMap((stack) => checks.validateScope(stack).violations.map(({ ruleName }) => ruleName))
  expect(broken).toEqual([])
})

test('a broken rule is found', () => {
  const app = new App()
  new s3.Bucket(new Stack(app, 'Open'), 'Bucket')
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  expect(() => app.synth()).toThrow(/AwsSolutions-S1/)
})
