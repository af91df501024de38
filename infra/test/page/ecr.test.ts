import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { appOf, only, type Properties, stageTemplate } from '../synthesise.ts'
import { container } from './tasks.ts'

const production = stageTemplate('production')
const staging = stageTemplate('staging')

describe('ECR', () => {
  const account = Template.fromStack(appOf().node.findChild('reviewguide-account') as never)

  test.each(['reviewguide-backend', 'reviewguide-frontend'])(
    '%s: scanned, with a lifecycle, only latest moves',
    (name) => {
      const { properties } = only(account, 'AWS::ECR::Repository', (of) => of.RepositoryName === name)
      expect(properties.ImageScanningConfiguration).toEqual({ ScanOnPush: true })
      expect(properties.ImageTagMutability).toBe('IMMUTABLE_WITH_EXCLUSION')
      expect(properties.ImageTagMutabilityExclusionFilters).toEqual([
        { ImageTagMutabilityExclusionFilterType: 'WILDCARD', ImageTagMutabilityExclusionFilterValue: 'latest' },
      ])
      const { rules } = JSON.parse(properties.LifecyclePolicy.LifecyclePolicyText)
      expect(rules.map((rule: Properties) => rule.selection.tagStatus)).toEqual(['untagged', 'any'])
    },
  )

  test.each([
    ['backend', 'reviewguide-backend'],
    ['frontend', 'reviewguide-frontend'],
  ])('the %s runs the tag that is deployed, in both stages the same image', (name, repository) => {
    const image = JSON.stringify(container(production, name).Image)
    expect(image).toContain(`/${repository}:v1.2.3`)
    expect(JSON.stringify(container(staging, name).Image)).toBe(image)
  })

  test("workflows take roles by GitHub's token, each held to its branch or environment", () => {
    const subjects = Object.values(account.findResources('AWS::IAM::Role')).map(({ Properties }) => {
      const [statement] = Properties.AssumeRolePolicyDocument.Statement
      expect(statement.Action).toBe('sts:AssumeRoleWithWebIdentity')
      const { StringEquals } = statement.Condition
      expect(StringEquals['token.actions.githubusercontent.com:aud']).toBe('sts.amazonaws.com')
      return [Properties.RoleName, StringEquals['token.actions.githubusercontent.com:sub']]
    })
    expect(Object.fromEntries(subjects)).toEqual({
      'reviewguide-images': 'repo:customer/reviewguide:ref:refs/heads/main',
      'reviewguide-deploy-production': 'repo:customer/reviewguide:environment:production',
      'reviewguide-deploy-staging': 'repo:customer/reviewguide:environment:staging',
    })
    account.resourceCountIs('AWS::IAM::User', 0)
    account.resourceCountIs('AWS::IAM::AccessKey', 0)
  })
})
