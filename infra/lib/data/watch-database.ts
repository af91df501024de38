import { Duration } from 'aws-cdk-lib'
import type * as rds from 'aws-cdk-lib/aws-rds'
import type { Construct } from 'constructs'
import type { Watch } from '../watch/watch.ts'

interface Props {
  watch: Watch
  instance: rds.DatabaseInstance
  replica: rds.DatabaseInstanceReadReplica | null
}

const GIB = 1024 ** 3
const MIB = 1024 ** 2

/** The alarms and the dashboard's row of the database. */
export function watchDatabase(scope: Construct, { watch, instance, replica }: Props): void {
  const options = { period: Duration.minutes(1) }
  const cpu = instance.metricCPUUtilization(options)
  const storage = instance.metricFreeStorageSpace({ ...options, statistic: 'min' })
  const memory = instance.metricFreeableMemory({ ...options, statistic: 'min' })
  const connections = instance.metricDatabaseConnections({ ...options, statistic: 'max' })
  const lag = replica?.metric('ReplicaLag', { ...options, statistic: 'max' })

  watch.alarm(scope, 'CpuAlarm', { name: 'database-cpu', metric: cpu, threshold: 80, periods: 10, silenceIsBad: true })
  // Storage grows by itself when a tenth is left; below this, growing did not work or has reached its limit.
  watch.alarm(scope, 'StorageAlarm', { name: 'database-storage', metric: storage, threshold: 2 * GIB, when: 'below' })
  watch.alarm(scope, 'MemoryAlarm', {
    name: 'database-memory',
    metric: memory,
    threshold: 128 * MIB,
    when: 'below',
    periods: 5,
  })
  // The smallest instance that we use (2 GiB) allows about 180.
  watch.alarm(scope, 'ConnectionsAlarm', { name: 'database-connections', metric: connections, threshold: 140 })
  if (lag) watch.alarm(scope, 'LagAlarm', { name: 'database-replica-lag', metric: lag, threshold: 30, periods: 5 })

  watch.row({
    'database: CPU, %': [cpu],
    'database: free storage, free memory': [storage, memory],
    'database: connections': [connections],
    ...(lag && { 'database: lag of the replica, s': [lag] }),
  })
}
