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
}

/** Lines that report an error, in each of the two forms of our logs. */
const errorLines = {
  json: logs.FilterPattern.any(
    ...['ERROR', 'error', 'fatal'].map((level) => logs.FilterPattern.stringValue('$.level', '=', level)),
  ),
  text: logs.FilterPattern.anyTerm('ERROR'),
}

/** A service's log, kept for 30 days, and the alarm on errors in it. */
export class ServiceLog extends Construct {
  readonly group: logs.LogGroup
  readonly driver: ecs.LogDriver

  constructor(scope: Construct, id: string, { settings, watch, service }: Props) {
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
      filterPattern: errorLines[settings.LOG_FORMAT],
      metricNamespace: 'ReviewGuide',
      metricName: `${name}-log-errors`,
      metricValue: '1',
      defaultValue: 0,
    }).metric({ statistic: 'sum', period: Duration.minutes(5) })
    // One error may be one person's bad luck; ten in five minutes are a pattern.
    watch.alarm(this, 'ErrorsAlarm', { name: `${service}-log-errors`, metric: errors, threshold: 10, periods: 1 })
  }
}
