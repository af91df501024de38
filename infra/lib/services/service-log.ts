import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import * as logs from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { nameIn } from '../names.ts'
import type { StageSettings } from '../settings/stage-settings.ts'
import type { Watch } from '../watch/watch.ts'

interface Props {
  settings: StageSettings
  watch: Watch
  /** `reviewguide-backend` writes to `/ecs/reviewguide-backend`. */
  service: string
  /** What tells of errors and how many in five minutes are nothing, where it is not a service that writes our lines. */
  errors?: { lines: logs.IFilterPattern; harmless: number }
}

/** Lines that report an error, in each of the two forms of our logs. */
const errorLines = {
  json: logs.FilterPattern.stringValue('$.level', '=', 'ERROR'),
  text: logs.FilterPattern.anyTerm('ERROR'),
}

/** One error may be one person's bad luck; more than ten in five minutes are a pattern. */
const HARMLESS = 10

/** A service's log, kept for 30 days, and the alarm on errors in it. */
export class ServiceLog extends Construct {
  readonly group: logs.LogGroup
  readonly driver: ecs.LogDriver

  constructor(scope: Construct, id: string, { settings, watch, service, errors: told }: Props) {
    super(scope, id)
    const name = nameIn(settings.stage, service)
    this.group = new logs.LogGroup(this, 'Group', {
      logGroupName: `/ecs/${name}`,
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.driver = ecs.LogDrivers.awsLogs({
      logGroup: this.group,
      streamPrefix: 'ecs',
      // Lines are let go rather than answers held up while the log service is away.
      mode: ecs.AwsLogDriverMode.NON_BLOCKING,
    })

    const errors = new logs.MetricFilter(this, 'Errors', {
      logGroup: this.group,
      filterPattern: told?.lines ?? errorLines[settings.LOG_FORMAT],
      metricNamespace: 'ReviewGuide',
      metricName: `${name}-log-errors`,
      metricValue: '1',
      defaultValue: 0,
    }).metric({ statistic: 'sum', period: Duration.minutes(5) })
    const threshold = told?.harmless ?? HARMLESS
    watch.alarm(this, 'ErrorsAlarm', { name: `${service}-log-errors`, metric: errors, threshold, periods: 1 })
  }
}
