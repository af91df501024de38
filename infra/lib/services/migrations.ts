import { CustomResource, Duration } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import type * as ecr from 'aws-cdk-lib/aws-ecr'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as logs from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { codeFunction } from '../code-function.ts'
import type { ServiceSecret } from '../data/service-secret.ts'
import { explain } from '../explain.ts'
import { nameIn } from '../names.ts'
import { resourceProvider } from '../resource-provider.ts'
import type { StageSettings } from '../settings/stage-settings.ts'
import type { Watch } from '../watch/watch.ts'
import { ServiceLog } from './service-log.ts'
import { createTask } from './task.ts'

interface Props {
  settings: StageSettings
  watch: Watch
  vpc: ec2.IVpc
  cluster: ecs.ICluster
  repository: ecr.IRepository
  securityGroup: ec2.ISecurityGroup
  secret: ServiceSecret
}

/**
 * Runs the migrations of the image that is being deployed, once, and lets the deployment go on when they have succeeded. Whoever is to be deployed
 * after them depends on this construct. Decision 0023.
 */
export class Migrations extends Construct {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id)
    const { settings, watch, vpc, cluster, securityGroup } = props
    const log = new ServiceLog(this, 'Log', {
      settings,
      watch,
      service: 'reviewguide-migrations',
      // The command line speaks to people: a failure is one sentence that begins with its name.
      errors: { lines: logs.FilterPattern.anyTerm('reviewguide:'), harmless: 0 },
    })
    const { task } = createTask(this, 'Task', {
      family: nameIn(settings.stage, 'reviewguide-migrations'),
      containerName: 'migrations',
      size: { cpu: settings.BACKEND_CPU, memory: settings.BACKEND_MEMORY },
      image: ecs.ContainerImage.fromEcrRepository(props.repository, settings.IMAGE_TAG),
      command: ['node', 'apps/cli/bin/reviewguide.mjs', 'migrate'],
      environment: { ENV: 'production' },
      secrets: props.secret.forTask('DATABASE_URL'),
      logging: log.driver,
      // Nobody is served meanwhile: a statement that is being cut off has the longest time there is to end well.
      stopSeconds: 120,
    })

    const start = codeFunction(this, 'Start', {
      file: 'run-migrations-handler',
      handler: 'onEvent',
      timeout: Duration.minutes(1),
    })
    const ask = codeFunction(this, 'Ask', {
      file: 'run-migrations-handler',
      handler: 'isComplete',
      timeout: Duration.minutes(1),
    })
    this.#allow(start, ask, task, cluster)

    new CustomResource(this, 'Run', {
      resourceType: 'Custom::Migrations',
      serviceToken: resourceProvider(this, 'Provider', {
        onEvent: start,
        waits: { isComplete: ask, every: Duration.seconds(10), atMost: Duration.hours(1) },
      }).serviceToken,
      properties: {
        cluster: cluster.clusterName,
        // Another image is another revision, and that is what starts a run.
        taskDefinition: task.taskDefinitionArn,
        subnets: vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS }).subnetIds,
        securityGroups: [securityGroup.securityGroupId],
      },
    })
  }

  #allow(start: iam.IGrantable, ask: iam.IGrantable, task: ecs.FargateTaskDefinition, cluster: ecs.ICluster): void {
    const inCluster = { ArnEquals: { 'ecs:cluster': cluster.clusterArn } }
    task.grantRun(start)
    ask.grantPrincipal.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: ['ecs:DescribeTasks'], resources: ['*'], conditions: inCluster }),
    )
    explain(this, {
      'IAM5[Resource::*]': 'A task has no name before it starts; the condition holds it to our cluster.',
    })
  }
}
