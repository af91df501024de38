import { Duration } from 'aws-cdk-lib'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import type { Watch } from '../watch/watch.ts'

interface Props {
  watch: Watch
  clusterName: string
  replicas: number
}

/** The alarms and the dashboard's row of Redis. */
export function watchRedis(scope: Construct, { watch, clusterName, replicas }: Props): void {
  const metric = (metricName: string, statistic: string) =>
    new cloudwatch.Metric({
      namespace: 'AWS/MemoryDB',
      metricName,
      statistic,
      dimensionsMap: { ClusterName: clusterName },
      period: Duration.minutes(1),
    })
  const cpu = metric('EngineCPUUtilization', 'max')
  const memory = metric('DatabaseMemoryUsagePercentage', 'max')
  const connections = metric('CurrConnections', 'max')
  const evictions = metric('Evictions', 'sum')

  // One thread answers everybody.
  watch.alarm(scope, 'CpuAlarm', { name: 'redis-cpu', metric: cpu, threshold: 80, periods: 5, silenceIsBad: true })
  watch.alarm(scope, 'MemoryAlarm', { name: 'redis-memory', metric: memory, threshold: 80, periods: 5 })
  // A node takes 65,000; each backend opens a handful, so thousands are a leak.
  watch.alarm(scope, 'ConnectionsAlarm', { name: 'redis-connections', metric: connections, threshold: 5000 })
  // Sessions and limits live there: what is evicted is missed.
  watch.alarm(scope, 'EvictionsAlarm', { name: 'redis-evictions', metric: evictions, threshold: 100, periods: 5 })

  const lag = metric('ReplicationLag', 'max')
  watch.row({
    'redis: CPU and memory, %': [cpu, memory],
    'redis: connections': [connections],
    'redis: evictions': [evictions],
    ...(replicas > 0 && { 'redis: lag of replicas, s': [lag] }),
  })
}
