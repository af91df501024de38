import type { Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { fullVariables, type Properties, stageTemplate } from './synthesise.ts'

/** Every opening of a template, as `group in|out port peer`; groups by what they say they are. */
function openings(template: Template): string[] {
  const groups = template.findResources('AWS::EC2::SecurityGroup')
  const name = (id: string) => groups[id]?.Properties.GroupDescription.split(';')[0] as string
  const peer = (rule: Properties): string => {
    const group = rule.SourceSecurityGroupId ?? rule.DestinationSecurityGroupId
    if (group) return name(group['Fn::GetAtt'][0])
    if (typeof rule.CidrIp === 'string') return rule.CidrIp
    const text = JSON.stringify(rule.CidrIp)
    return text.includes('NatAddress') ? 'a NAT gateway' : text.includes('CidrBlock') ? 'the network' : text
  }
  const line = (of: string, way: 'in' | 'out', rule: Properties) =>
    `${of} ${way} ${rule.IpProtocol === '-1' ? 'everything' : rule.FromPort === rule.ToPort ? rule.FromPort : 'ports'} ${peer(rule)}`
  const inline = Object.entries(groups).flatMap(([id, { Properties }]) => [
    ...(Properties.SecurityGroupIngress ?? []).map((rule: Properties) => line(name(id), 'in', rule)),
    ...(Properties.SecurityGroupEgress ?? [])
      // A group without any rule out lets everything out, so the CDK writes one that matches nothing.
      .filter((rule: Properties) => rule.CidrIp !== '255.255.255.255/32')
      .map((rule: Properties) => line(name(id), 'out', rule)),
  ])
  const apart = (type: string, way: 'in' | 'out') =>
    Object.values(template.findResources(type)).map(({ Properties }) =>
      line(name(Properties.GroupId['Fn::GetAtt'][0]), way, Properties),
    )
  return [
    ...inline,
    ...apart('AWS::EC2::SecurityGroupIngress', 'in'),
    ...apart('AWS::EC2::SecurityGroupEgress', 'out'),
  ].sort()
}

/** The customer's page. */
const page = [
  'Backend tasks in 8000 Load balancer of the backend',
  'Backend tasks out everything 0.0.0.0/0',
  'Frontend tasks in 3000 Load balancer of the frontend',
  'PostgreSQL in 5432 Backend tasks',
  'Redis in 6379 Backend tasks',
]

/** What the page's own needs to work at all: decision 0021. */
const needed = [
  'Frontend tasks out 443 0.0.0.0/0',
  'Load balancer of the backend out 8000 Backend tasks',
  'Load balancer of the frontend in 80 0.0.0.0/0',
  'Load balancer of the frontend out 3000 Frontend tasks',
  'Private ways to AWS services in 443 Backend tasks',
  'Private ways to AWS services in 443 Frontend tasks',
]

test("an internal backend has exactly the page's openings and what they need", () => {
  expect(openings(stageTemplate('production', fullVariables))).toEqual(
    [
      ...page,
      ...needed,
      'Frontend tasks out 8000 Load balancer of the backend',
      'Load balancer of the backend in 8000 Frontend tasks',
      'Load balancer of the backend in 80 the network',
      'Load balancer of the backend in 443 the network',
      'Load balancer of the frontend in 443 0.0.0.0/0',
    ].sort(),
  )
})

test('an internet-facing backend lets the calls of the frontend in from our NAT gateways alone', () => {
  expect(openings(stageTemplate('production'))).toEqual(
    [
      ...page,
      ...needed,
      'Frontend tasks out 8000 0.0.0.0/0',
      'Load balancer of the backend in 80 0.0.0.0/0',
      'Load balancer of the backend in 8000 a NAT gateway',
      'Load balancer of the backend in 8000 a NAT gateway',
    ].sort(),
  )
})

test('with a certificate there is no port 8000 at all before the tasks', () => {
  const variables = { ...fullVariables, BACKEND_LOAD_BALANCER: 'internet-facing' }
  expect(openings(stageTemplate('production', variables))).toEqual(
    [
      ...page,
      ...needed,
      'Load balancer of the backend in 80 0.0.0.0/0',
      'Load balancer of the backend in 443 0.0.0.0/0',
      'Load balancer of the frontend in 443 0.0.0.0/0',
    ].sort(),
  )
})
