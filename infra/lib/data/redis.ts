import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as memorydb from 'aws-cdk-lib/aws-memorydb'
import { Construct } from 'constructs'
import { nameIn } from '../names.ts'
import type { StageSettings } from '../settings/stage-settings.ts'
import type { Watch } from '../watch/watch.ts'
import type { ServiceSecret } from './service-secret.ts'
import { watchRedis } from './watch-redis.ts'

/**
 * What the backend may do there: everything but what ends, empties or searches the whole server. `info` is how a client finds out whether it
 * speaks with a cluster, and belongs to the dangerous ones all the same.
 */
const ACCESS = 'on ~* &* +@all -@dangerous +info'

interface Props {
  settings: StageSettings
  watch: Watch
  vpc: ec2.Vpc
  securityGroup: ec2.SecurityGroup
  secret: ServiceSecret
}

/** Redis 7 on MemoryDB: TLS, one user with a password from the secret, reached from the backend's group alone. */
export class Redis extends Construct {
  readonly cluster: memorydb.CfnCluster
  /** The cluster's one address, the `clustercfg.…` of the customer's page. */
  readonly address: string

  constructor(scope: Construct, id: string, { settings, watch, vpc, securityGroup, secret }: Props) {
    super(scope, id)
    const name = nameIn(settings.stage, 'review-guide-redis')
    const subnets = new memorydb.CfnSubnetGroup(this, 'Subnets', {
      subnetGroupName: name,
      subnetIds: vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_ISOLATED }).subnetIds,
    })
    const parameters = new memorydb.CfnParameterGroup(this, 'Parameters', {
      parameterGroupName: name,
      family: 'memorydb_redis7',
      // Full, it lets go of what has an end and was used least; by default it would refuse every write.
      parameters: { 'maxmemory-policy': 'volatile-lru' },
    })
    const user = new memorydb.CfnUser(this, 'User', {
      userName: nameIn(settings.stage, secret.redisUser),
      accessString: ACCESS,
      authenticationMode: { Type: 'password', Passwords: [secret.redisPassword()] },
    })
    const access = new memorydb.CfnACL(this, 'Access', { aclName: name, userNames: [user.userName] })
    access.addResourceDependency(user)

    this.cluster = new memorydb.CfnCluster(this, 'Cluster', {
      clusterName: name,
      engine: 'Redis',
      engineVersion: '7.1',
      nodeType: settings.REDIS_NODE,
      numShards: settings.REDIS_SHARDS,
      numReplicasPerShard: settings.REDIS_REPLICAS,
      port: 6379,
      tlsEnabled: true,
      aclName: access.aclName,
      parameterGroupName: parameters.ref,
      subnetGroupName: subnets.ref,
      securityGroupIds: [securityGroup.securityGroupId],
      autoMinorVersionUpgrade: true,
      snapshotRetentionLimit: settings.DATABASE_BACKUP_DAYS,
    })
    this.cluster.addResourceDependency(access)
    this.address = this.cluster.attrClusterEndpointAddress
    watchRedis(this, { watch, clusterName: name, replicas: settings.REDIS_REPLICAS })
  }
}
