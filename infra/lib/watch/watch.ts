import { Duration, Stack } from 'aws-cdk-lib'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as sns from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { nameIn } from '../names.ts'
import type { StageSettings } from '../settings/stage-settings.ts'

/** What is wrong when, and for how long before somebody is told. */
export interface AlarmProps {
  /** Its heading in docs/runbook.md. */
  name: string
  metric: cloudwatch.IMetric
  threshold: number
  /** Above the threshold unless said otherwise. */
  when?: 'above' | 'below'
  /** Periods of the metric in a row. */
  periods?: number
  /** Silence is bad where something should always speak. */
  silenceIsBad?: boolean
}

/** Who is told of alarms, and the one page on which all is seen. Constructs declare their own alarms and rows here. */
export class Watch extends Construct {
  readonly #settings: StageSettings
  readonly #topic: sns.Topic
  readonly #dashboard: cloudwatch.Dashboard

  constructor(scope: Construct, id: string, { settings }: { settings: StageSettings }) {
    super(scope, id)
    this.#settings = settings
    this.#topic = new sns.Topic(this, 'Alarms', {
      topicName: nameIn(settings.stage, 'reviewguide-alarms'),
      enforceSSL: true,
    })
    if (settings.ALARM_EMAIL) this.#topic.addSubscription(new EmailSubscription(settings.ALARM_EMAIL))
    // A topic with a policy of its own has lost the one by which the account's alarms may speak.
    this.#topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.#topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    this.#dashboard = new cloudwatch.Dashboard(this, 'Dashboard', {
      dashboardName: nameIn(settings.stage, 'reviewguide'),
      defaultInterval: Duration.hours(6),
    })
  }

  /** Declares an alarm beside what it watches. Its name leads to its entry in docs/runbook.md. */
  alarm(scope: Construct, id: string, props: AlarmProps): cloudwatch.Alarm {
    const { name, metric, threshold, when = 'above', periods = 3, silenceIsBad = false } = props
    const { GREATER_THAN_THRESHOLD, LESS_THAN_THRESHOLD } = cloudwatch.ComparisonOperator
    const alarm = new cloudwatch.Alarm(scope, id, {
      alarmName: nameIn(this.#settings.stage, name),
      alarmDescription: `docs/runbook.md, "${name}"`,
      metric,
      threshold,
      comparisonOperator: when === 'above' ? GREATER_THAN_THRESHOLD : LESS_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: silenceIsBad
        ? cloudwatch.TreatMissingData.BREACHING
        : cloudwatch.TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(this.#topic))
    alarm.addOkAction(new SnsAction(this.#topic))
    return alarm
  }

  /** A row of the dashboard: one graph for each title. */
  row(graphs: Record<string, cloudwatch.IMetric[]>): void {
    const width = Math.floor(24 / Object.keys(graphs).length)
    this.#dashboard.addWidgets(
      ...Object.entries(graphs).map(([title, left]) => new cloudwatch.GraphWidget({ title, left, width })),
    )
  }
}
