import type { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { type CloudFormation, specificationMistakes } from './service-spec.ts'
import { appOf, fullVariables, leastVariables, stageTemplate } from './synthesise.ts'

test.each([
  ['production', leastVariables],
  ['staging', leastVariables],
  ['production', fullVariables],
] as const)('AWS knows every resource and property of %s', (stage, variables) => {
  expect(specificationMistakes(stageTemplate(stage, variables).toJSON() as CloudFormation)).toEqual([])
})

test("AWS knows every resource and property of the account's own stack", () => {
  const account = appOf().node.findChild('reviewguide-account') as Stack
  expect(specificationMistakes(Template.fromStack(account).toJSON() as CloudFormation)).toEqual([])
})

const cluster = { ACLName: 'a', ClusterName: 'c', NodeType: 'db.t4g.small' }
test.each([
  ['an unknown type', { Type: 'AWS::Memory::Cluster' }, 'there is no AWS::Memory::Cluster'],
  [
    'a missing property',
    { Type: 'AWS::MemoryDB::Cluster', Properties: { ACLName: 'a', ClusterName: 'c' } },
    'NodeType',
  ],
  [
    'a misspelt property',
    { Type: 'AWS::MemoryDB::Cluster', Properties: { ...cluster, TlsEnabled: true } },
    'TlsEnabled',
  ],
  ['a wrong type', { Type: 'AWS::MemoryDB::Cluster', Properties: { ...cluster, NumShards: 'two' } }, 'a number'],
  ['a value that is none', { Type: 'AWS::MemoryDB::Cluster', Properties: { ...cluster, NetworkType: 'ipv5' } }, 'ipv4'],
  [
    'a misspelt property deep inside',
    { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [{ Name: 'a', Image: 'b', Ports: [] }] } },
    'there is no Ports',
  ],
])('%s is found', (_, resource, words) => {
  const mistakes = specificationMistakes({ Resources: { Thing: resource } })
  expect(mistakes).toHaveLength(1)
  expect(mistakes[0]).toContain(words)
})
