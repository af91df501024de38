import { Stack, type StackProps, Tags } from 'aws-cdk-lib'
import * as ecr from 'aws-cdk-lib/aws-ecr'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import type { Construct } from 'constructs'
import { Database } from './data/database.ts'
import { PasswordRotation } from './data/password-rotation.ts'
import { Redis } from './data/redis.ts'
import { SecretFilling } from './data/secret-filling.ts'
import { ServiceSecret } from './data/service-secret.ts'
import { nameIn, repositoryNames } from './names.ts'
import { AccessLogs } from './network/access-logs.ts'
import { openApiCalls } from './network/api-calls.ts'
import { Endpoints } from './network/endpoints.ts'
import { LoadBalancer } from './network/load-balancer.ts'
import { Network } from './network/network.ts'
import { SecurityGroups } from './network/security-groups.ts'
import { createBackend } from './services/backend.ts'
import { createFrontend } from './services/frontend.ts'
import { Migrations } from './services/migrations.ts'
import type { StageSettings } from './settings/stage-settings.ts'
import { SavedQueries } from './watch/saved-queries.ts'
import { Watch } from './watch/watch.ts'

/** One stage, whole: network, data, services and what watches them. */
export class StageStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: StageSettings }) {
    super(scope, id, props)
    Tags.of(this).add('application', 'reviewguide')
    Tags.of(this).add('stage', settings.stage)
    const { stage } = settings
    const backendIsInternal = settings.BACKEND_LOAD_BALANCER === 'internal'

    const watch = new Watch(this, 'Watch', { settings })
    const network = new Network(this, 'Network', { settings })
    const { vpc } = network
    const groups = new SecurityGroups(this, 'SecurityGroups', { vpc, backendIsInternal })
    new Endpoints(this, 'Endpoints', { vpc, users: [groups.backend, groups.frontend] })
    const accessLogs = new AccessLogs(this, 'AccessLogs').bucket

    const secret = new ServiceSecret(this, 'ServiceSecret', { stage })
    const database = new Database(this, 'Database', {
      settings,
      watch,
      vpc,
      securityGroup: groups.database,
      callers: groups.backend,
    })
    const redis = new Redis(this, 'Redis', { settings, watch, vpc, securityGroup: groups.redis, secret })
    const filling = new SecretFilling(this, 'SecretFilling', {
      stage,
      vpc,
      securityGroup: groups.backend,
      secret,
      database,
      redis,
    })

    const cluster = new ecs.Cluster(this, 'Cluster', {
      vpc,
      clusterName: nameIn(stage, 'reviewguide-cluster'),
      containerInsightsV2: ecs.ContainerInsights.ENABLED,
    })
    const backendImages = ecr.Repository.fromRepositoryName(this, 'BackendImages', repositoryNames.backend)
    const frontendImages = ecr.Repository.fromRepositoryName(this, 'FrontendImages', repositoryNames.frontend)

    const migrations = new Migrations(this, 'Migrations', {
      settings,
      watch,
      vpc,
      cluster,
      repository: backendImages,
      securityGroup: groups.backend,
      secret,
    })
    migrations.node.addDependency(filling)

    const backendBalancer = new LoadBalancer(this, 'BackendLoadBalancer', {
      vpc,
      name: nameIn(stage, 'review-guide-backend'),
      securityGroup: groups.backendLoadBalancer,
      internetFacing: !backendIsInternal,
      certificateArn: settings.BACKEND_CERTIFICATE_ARN,
      taskPort: 8000,
      healthCheckPath: '/health',
      accessLogs,
    })
    const frontendBalancer = new LoadBalancer(this, 'FrontendLoadBalancer', {
      vpc,
      name: nameIn(stage, 'review-guide-frontend'),
      securityGroup: groups.frontendLoadBalancer,
      internetFacing: true,
      certificateArn: settings.FRONTEND_CERTIFICATE_ARN,
      taskPort: 3000,
      healthCheckPath: '/',
      accessLogs,
    })

    const common = { settings, watch, cluster }
    const backend = createBackend(this, {
      ...common,
      repository: backendImages,
      securityGroup: groups.backend,
      loadBalancer: backendBalancer,
      secret,
      // The load balancers, and the frontend, which comes by way of the NAT gateways when the load balancer stands outside.
      trustedProxies: [settings.VPC_CIDR, ...(backendIsInternal ? [] : network.egressAddresses)],
    })
    backend.service.node.addDependency(migrations)
    const frontend = createFrontend(this, {
      ...common,
      repository: frontendImages,
      securityGroup: groups.frontend,
      loadBalancer: frontendBalancer,
      backendUrl: openApiCalls({ settings, network, groups, backend: backendBalancer }),
    })
    // A page never asks an older backend than it was made for.
    frontend.service.node.addDependency(backend.service)

    new PasswordRotation(this, 'PasswordRotation', {
      watch,
      vpc,
      securityGroup: groups.backend,
      secret,
      database,
      service: backend.service,
    }).node.addDependency(filling)
    new SavedQueries(this, 'SavedQueries', { stage, groups: [backend.log.group, frontend.log.group] })
  }
}
