import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as rds from 'aws-cdk-lib/aws-rds'
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { explain } from '../explain.ts'
import { nameIn } from '../names.ts'
import type { StageSettings } from '../settings/stage-settings.ts'
import type { Watch } from '../watch/watch.ts'
import { watchDatabase } from './watch-database.ts'

interface Props {
  settings: StageSettings
  watch: Watch
  vpc: ec2.Vpc
  securityGroup: ec2.SecurityGroup
  /** Worn by the function that rotates the administrator's password: the database lets in nobody else. */
  callers: ec2.SecurityGroup
}

/** PostgreSQL 15, reached from the backend's group alone, its administrator's password made and rotated by Secrets Manager. */
export class Database extends Construct {
  readonly instance: rds.DatabaseInstance
  readonly replica: rds.DatabaseInstanceReadReplica | null
  readonly administrator: secretsmanager.ISecret

  constructor(scope: Construct, id: string, { settings, watch, vpc, securityGroup, callers }: Props) {
    super(scope, id)
    const identifier = nameIn(settings.stage, 'review-guide-postgres')
    const engine = rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_15 })
    const parameterGroup = new rds.ParameterGroup(this, 'Parameters', {
      engine,
      // Slower than any of our queries should be, and rarer than would fill the log.
      parameters: { 'rds.force_ssl': '1', log_min_duration_statement: '1000' },
    })
    const instanceType = new ec2.InstanceType(settings.DATABASE_INSTANCE)
    const common = {
      vpc,
      instanceType,
      parameterGroup,
      securityGroups: [securityGroup],
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      publiclyAccessible: false,
      storageType: rds.StorageType.GP3,
      deletionProtection: true,
      autoMinorVersionUpgrade: true,
      monitoringInterval: Duration.seconds(60),
      cloudwatchLogsExports: ['postgresql'],
      removalPolicy: RemovalPolicy.SNAPSHOT,
    }
    this.instance = new rds.DatabaseInstance(this, 'Instance', {
      ...common,
      engine,
      instanceIdentifier: identifier,
      databaseName: 'postgres',
      credentials: rds.Credentials.fromGeneratedSecret('reviewguide_admin', {
        secretName: `reviewguide/${settings.stage}/database-administrator`,
      }),
      port: 5432,
      storageEncrypted: true,
      allocatedStorage: settings.DATABASE_STORAGE_GB,
      // Grows by itself: a full disk is the one fault that no restart mends.
      maxAllocatedStorage: settings.DATABASE_STORAGE_GB * 4,
      multiAz: settings.DATABASE_MULTI_AZ,
      backupRetention: Duration.days(settings.DATABASE_BACKUP_DAYS),
      copyTagsToSnapshot: true,
    })
    this.replica = settings.DATABASE_READ_REPLICA
      ? new rds.DatabaseInstanceReadReplica(this, 'Replica', {
          ...common,
          sourceDatabaseInstance: this.instance,
          instanceIdentifier: `${identifier}-replica`,
          // A replica is made again from its source.
          removalPolicy: RemovalPolicy.DESTROY,
        })
      : null
    this.administrator = this.#rotatedAdministrator(vpc, callers)

    explainInstance(this.instance, settings)
    if (this.replica) explainReplica(this.replica)
    watchDatabase(this, { watch, instance: this.instance, replica: this.replica })
  }

  /** Only functions log in as the administrator, and they read the password each time: it may change at any moment. */
  #rotatedAdministrator(vpc: ec2.Vpc, callers: ec2.SecurityGroup): secretsmanager.ISecret {
    const { secret } = this.instance
    if (!secret) throw new Error('The database was made without a secret of its own')
    secret.addRotationSchedule('Rotation', {
      automaticallyAfter: Duration.days(30),
      // The stack's first deployment is just logging in with the password that it made.
      rotateImmediatelyOnUpdate: false,
      hostedRotation: secretsmanager.HostedRotation.postgreSqlSingleUser({
        vpc,
        vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
        securityGroups: [callers],
      }),
    })
    return secret
  }
}

const commonFindings = {
  RDS11: "Port 5432 is on the customer's page; only the backend's group reaches it.",
  'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole]':
    "It lets RDS write the instance's figures and nothing else.",
}

function explainInstance(instance: Construct, settings: StageSettings): void {
  explain(instance, {
    ...commonFindings,
    ...(!settings.DATABASE_MULTI_AZ && { RDS3: 'DATABASE_MULTI_AZ is false: this stage may be away while a zone is.' }),
  })
}

function explainReplica(replica: Construct): void {
  explain(replica, {
    ...commonFindings,
    RDS2: 'A replica is encrypted as its source is, and may not say so itself.',
    RDS3: 'Reads go to the instance when the replica is away.',
    RDS13: 'Backups are of the instance; a replica is made again from it.',
  })
}
