import { describe, expect, test } from 'vitest'
import { fullVariables, type Properties, stageTemplate } from '../synthesise.ts'
import { asObject, container } from './tasks.ts'

describe('request flow', () => {
  const backendUrl = (variables?: Record<string, string>) =>
    asObject(container(stageTemplate('production', variables), 'frontend').Environment).BACKEND_URL
  const publicBackend = { ...fullVariables, BACKEND_LOAD_BALANCER: 'internet-facing' }

  test("the frontend calls the backend's load balancer: on port 8000, or by its name where a certificate vouches for it", () => {
    const atBalancer = (url: Properties) => url['Fn::Join'][1]
    for (const variables of [undefined, fullVariables]) {
      const [scheme, host, port] = atBalancer(backendUrl(variables) as Properties)
      expect([scheme, port]).toEqual(['http://', ':8000'])
      expect(host['Fn::GetAtt']).toEqual([expect.stringContaining('BackendLoadBalancer'), 'DNSName'])
    }
    expect(backendUrl(publicBackend)).toBe('https://api.reviews.example')
  })

  test("an internal backend's load balancer has no public address", () => {
    const full = stageTemplate('production', fullVariables)
    full.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Name: 'review-guide-backend',
      Scheme: 'internal',
    })
  })
})
