import * as logs from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { nameIn } from '../names.ts'
import type { StageName } from '../settings/stage-settings.ts'
import { logQueries } from './log-queries.ts'

/** The queries of the customer's page in Logs Insights, and those that give the same answers over JSON lines. */
export class SavedQueries extends Construct {
  constructor(scope: Construct, id: string, { stage, groups }: { stage: StageName; groups: logs.ILogGroup[] }) {
    super(scope, id)
    for (const [name, queryString] of Object.entries(logQueries)) {
      new logs.CfnQueryDefinition(this, name, {
        name: `${nameIn(stage, 'reviewguide')}/${name}`,
        queryString,
        logGroupNames: groups.map((group) => group.logGroupName),
      })
    }
  }
}
