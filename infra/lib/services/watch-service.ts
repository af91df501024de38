import { Duration } from 'aws-cdk-lib'
import type * as ecs from 'aws-cdk-lib/aws-ecs'
import type { Construct } from 'constructs'
import type { LoadBalancer } from '../network/load-balancer.ts'
import type { Watch } from '../watch/watch.ts'

interface Props {
  watch: Watch
  name: string
  service: ecs.FargateService
  loadBalancer: LoadBalancer
  slowSeconds: number
}

/** The alarms and the dashboard's row of one service and its load balancer. */
export function watchService(scope: Construct, props: Props): void {
  const { watch, name, service } = props
  const { balancer, targets } = props.loadBalancer
  const minute = { period: Duration.minutes(1) }
  const cpu = service.metricCpuUtilization({ ...minute, statistic: 'avg' })
  const memory = service.metricMemoryUtilization({ ...minute, statistic: 'max' })
  const healthy = targets.metrics.healthyHostCount({ ...minute, statistic: 'min' })
  const faults = props.loadBalancer.faults({ period: Duration.minutes(5), statistic: 'sum' })
  // Until the headers: a stream's length does not count.
  const latency = targets.metrics.targetResponseTime({ ...minute, statistic: 'p95' })
  const requests = balancer.metrics.requestCount({ ...minute, statistic: 'sum' })

  const alarms = {
    'no-healthy-task': { metric: healthy, threshold: 1, when: 'below', periods: 2, silenceIsBad: true },
    '5xx': { metric: faults.ofTasks, threshold: 5, periods: 1 },
    'load-balancer-5xx': { metric: faults.ofBalancer, threshold: 5, periods: 1 },
    latency: { metric: latency, threshold: props.slowSeconds, periods: 5 },
    // Autoscaling holds 60 %: this long above 85 % means that it cannot, or may not, start more tasks.
    cpu: { metric: cpu, threshold: 85, periods: 10 },
    memory: { metric: memory, threshold: 90, periods: 5 },
  } as const
  for (const [what, alarm] of Object.entries(alarms)) {
    watch.alarm(scope, `Alarm-${what}`, { name: `${name}-${what}`, ...alarm })
  }
  watch.row({
    [`${name}: CPU and memory, %`]: [cpu, memory],
    [`${name}: healthy tasks`]: [healthy],
    [`${name}: requests, faults`]: [requests, faults.ofTasks, faults.ofBalancer],
    [`${name}: time to headers, p95`]: [latency],
  })
}
