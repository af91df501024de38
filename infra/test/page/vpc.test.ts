import { describe, expect, test } from 'vitest'
import { fullVariables, only, type Properties, stageTemplate } from '../synthesise.ts'

const production = stageTemplate('production')
const staging = stageTemplate('staging')

describe('VPC', () => {
  test.each([
    ['two zones by default', undefined, 2],
    ['three by setting', fullVariables, 3],
  ])('public, private and isolated subnets over %s', (_, variables, zones) => {
    const template = stageTemplate('production', variables)
    const types = Object.values(template.findResources('AWS::EC2::Subnet')).map(
      ({ Properties }) => Properties.Tags.find((tag: Properties) => tag.Key === 'aws-cdk:subnet-type').Value as string,
    )
    const each = (type: string) => types.filter((found) => found === type).length
    expect([each('Public'), each('Private'), each('Isolated')]).toEqual([zones, zones, zones])
    template.resourceCountIs('AWS::EC2::NatGateway', zones)
  })

  test('one NAT gateway by setting', () => {
    staging.resourceCountIs('AWS::EC2::NatGateway', 1)
  })

  test('private ways to images, S3, logs and secrets', () => {
    const services = Object.values(production.findResources('AWS::EC2::VPCEndpoint')).map(({ Properties }) =>
      typeof Properties.ServiceName === 'string'
        ? Properties.ServiceName
        : Properties.ServiceName['Fn::Join'][1].at(-1),
    )
    const names = services.map((name: string) => name.replace(/^.*ca-central-1\./, '').replace(/^\./, ''))
    expect(names.sort()).toEqual(['ecr.api', 'ecr.dkr', 'logs', 's3', 'secretsmanager'])
  })

  test('the data stands in subnets without a way out', () => {
    const isolated = Object.entries(production.findResources('AWS::EC2::Subnet'))
      .filter(([, { Properties }]) => JSON.stringify(Properties.Tags).includes('"Isolated"'))
      .map(([id]) => ({ Ref: id }))
    expect(only(production, 'AWS::RDS::DBSubnetGroup').properties.SubnetIds).toEqual(isolated)
    expect(only(production, 'AWS::MemoryDB::SubnetGroup').properties.SubnetIds).toEqual(isolated)
  })

  test('the smallest network that the settings take has room for three zones', () => {
    const small = stageTemplate('production', { ...fullVariables, VPC_CIDR: '10.9.0.0/21' })
    small.resourceCountIs('AWS::EC2::Subnet', 9)
  })
})
