import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { fullVariables, only, type Properties, stageTemplate } from '../synthesise.ts'

const production = stageTemplate('production')

describe('load balancers', () => {
  const behind = (template: Template, port: number) =>
    only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup', (of) => of.Port === port)

  test.each([
    ['backend', 8000, '/health'],
    ['frontend', 3000, '/'],
  ])('the %s one: HTTP 80, targets on %d, health check GET %s', (name, port, path) => {
    const balancer = only(
      production,
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      (of) => of.Name === `review-guide-${name}`,
    )
    expect(balancer.properties.Scheme).toBe('internet-facing')
    const targets = behind(production, port)
    expect(targets.properties).toMatchObject({ HealthCheckPath: path, Protocol: 'HTTP', TargetType: 'ip' })
    const listener = only(
      production,
      'AWS::ElasticLoadBalancingV2::Listener',
      (of) => of.LoadBalancerArn.Ref === balancer.id && of.Port === 80,
    )
    expect(listener.properties.DefaultActions).toEqual([{ Type: 'forward', TargetGroupArn: { Ref: targets.id } }])
  })

  test('with a certificate: HTTPS 443, and HTTP redirects there', () => {
    const full = stageTemplate('production', fullVariables)
    for (const name of ['backend', 'frontend']) {
      const balancer = only(
        full,
        'AWS::ElasticLoadBalancingV2::LoadBalancer',
        (of) => of.Name === `review-guide-${name}`,
      )
      const listener = (port: number) =>
        only(
          full,
          'AWS::ElasticLoadBalancingV2::Listener',
          (of) => of.LoadBalancerArn.Ref === balancer.id && of.Port === port,
        ).properties
      expect(listener(443)).toMatchObject({ Protocol: 'HTTPS', DefaultActions: [{ Type: 'forward' }] })
      expect(listener(443).SslPolicy).toMatch(/TLS13/)
      expect(listener(443).Certificates[0].CertificateArn).toContain(`certificate/${name}`)
      expect(listener(80).DefaultActions).toEqual([
        { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
      ])
    }
  })

  test('a stream lives: longer silence than between two of its signs of life, longer draining than a run', () => {
    const attribute = (of: Properties[], key: string) => Number(of.find(({ Key }) => Key === key)?.Value)
    for (const { Properties } of Object.values(production.findResources('AWS::ElasticLoadBalancingV2::LoadBalancer'))) {
      const idle = attribute(Properties.LoadBalancerAttributes, 'idle_timeout.timeout_seconds')
      expect(idle).toBeGreaterThan(2 * 15)
      // The backend closes idle connections after 72 seconds.
      expect(idle).toBeLessThan(72)
    }
    for (const port of [8000, 3000]) {
      const { TargetGroupAttributes } = behind(production, port).properties
      expect(attribute(TargetGroupAttributes, 'deregistration_delay.timeout_seconds')).toBeGreaterThan(60)
    }
  })
})
