import { expect, test } from 'vitest'
import { asObject, container } from './page/tasks.ts'
import { fullVariables, stageTemplate } from './synthesise.ts'

const names = /^(OTEL_|METRICS_)/
const environmentOf = (variables: Record<string, string> | undefined, name: string) => {
  const told = asObject(container(stageTemplate('staging', variables), name).Environment)
  return Object.fromEntries(Object.entries(told).filter(([variable]) => names.test(variable)))
}

test('unless it is asked for nobody is told to trace or to serve metrics', () => {
  for (const name of ['backend', 'frontend']) expect(environmentOf(undefined, name)).toEqual({})
})

test('both services send traces where they are told to, and the backend alone has metrics', () => {
  const traces = {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.reviews.example',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=staging,service.version=v1.2.3',
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0.1',
  }
  expect(environmentOf(fullVariables, 'frontend')).toEqual(traces)
  expect(environmentOf(fullVariables, 'backend')).toEqual({ ...traces, METRICS_PORT: '9464' })
})

test("the metrics' port is none that a load balancer leads to, nor one of the container's", () => {
  const template = stageTemplate('production', fullVariables)
  expect(JSON.stringify(template.findResources('AWS::ElasticLoadBalancingV2::TargetGroup'))).not.toContain('9464')
  expect(JSON.stringify(template.findResources('AWS::EC2::SecurityGroup'))).not.toContain('9464')
  expect(JSON.stringify(template.findResources('AWS::EC2::SecurityGroupIngress'))).not.toContain('9464')
  expect(container(template, 'backend').PortMappings).toEqual([{ ContainerPort: 8000, Protocol: 'tcp' }])
})
