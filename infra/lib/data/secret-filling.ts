import { CustomResource, Duration } from 'aws-cdk-lib'
import type * as ec2 from 'aws-cdk-lib/aws-ec2'
import { Construct } from 'constructs'
import { codeFunction } from '../code-function.ts'
import { nameIn } from '../names.ts'
import { resourceProvider } from '../resource-provider.ts'
import type { StageName } from '../settings/stage-settings.ts'
import type { Database } from './database.ts'
import type { Redis } from './redis.ts'
import type { ServiceSecret } from './service-secret.ts'

interface Props {
  stage: StageName
  vpc: ec2.IVpc
  securityGroup: ec2.ISecurityGroup
  secret: ServiceSecret
  database: Database
  redis: Redis
}

/** Adds to the service's secret the keys that are missing, and makes the database's roles the first time. What is there stays. */
export class SecretFilling extends Construct {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id)
    const { vpc, securityGroup, database, redis } = props
    const { secret, redisUser } = props.secret
    const fill = codeFunction(this, 'Function', {
      file: 'fill-secret-handler',
      timeout: Duration.minutes(2),
      inside: { vpc, securityGroup },
    })
    secret.grantRead(fill)
    secret.grantWrite(fill)
    database.administrator.grantRead(fill)

    const filled = new CustomResource(this, 'Keys', {
      resourceType: 'Custom::ServiceSecretKeys',
      serviceToken: resourceProvider(this, 'Provider', { onEvent: fill }).serviceToken,
      properties: {
        secretArn: secret.secretArn,
        administratorArn: database.administrator.secretArn,
        databaseHost: database.instance.dbInstanceEndpointAddress,
        replicaHost: database.replica?.dbInstanceEndpointAddress ?? '',
        redisHost: redis.address,
        redisUser: nameIn(props.stage, redisUser),
      },
    })
    filled.node.addDependency(database.instance, redis.cluster)
  }
}
