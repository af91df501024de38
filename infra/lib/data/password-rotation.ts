import { Duration } from 'aws-cdk-lib'
import type * as ec2 from 'aws-cdk-lib/aws-ec2'
import type * as ecs from 'aws-cdk-lib/aws-ecs'
import * as iam from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { codeFunction } from '../code-function.ts'
import { explain } from '../explain.ts'
import type { Watch } from '../watch/watch.ts'
import type { Database } from './database.ts'
import type { ServiceSecret } from './service-secret.ts'

interface Props {
  watch: Watch
  vpc: ec2.IVpc
  securityGroup: ec2.ISecurityGroup
  secret: ServiceSecret
  database: Database
  /** Gets new tasks after each rotation. */
  service: ecs.FargateService
}

/** Changes the database's password every 30 days, so that no running task notices: two roles take turns. Decision 0022. */
export class PasswordRotation extends Construct {
  constructor(scope: Construct, id: string, { watch, vpc, securityGroup, secret, database, service }: Props) {
    super(scope, id)
    const rotate = codeFunction(this, 'Function', {
      file: 'rotate-password-handler',
      timeout: Duration.minutes(2),
      inside: { vpc, securityGroup },
      environment: {
        DATABASE_HOST: database.instance.dbInstanceEndpointAddress,
        ADMINISTRATOR_ARN: database.administrator.secretArn,
        CLUSTER: service.cluster.clusterName,
        SERVICE: service.serviceName,
      },
    })
    database.administrator.grantRead(rotate)
    rotate.addToRolePolicy(new iam.PolicyStatement({ actions: ['ecs:UpdateService'], resources: [service.serviceArn] }))
    secret.secret.addRotationSchedule('Rotation', {
      rotationLambda: rotate,
      automaticallyAfter: Duration.days(30),
      // The stack's first deployment has just made a password.
      rotateImmediatelyOnUpdate: false,
    })
    explain(rotate, { 'IAM5[Resource::*]': 'secretsmanager:GetRandomPassword knows no resource.' })
    watch.alarm(this, 'Alarm', {
      name: 'password-rotation-failed',
      metric: rotate.metricErrors({ period: Duration.minutes(5), statistic: 'sum' }),
      threshold: 0,
      periods: 1,
    })
  }
}
