import { Duration } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import type * as ecr from 'aws-cdk-lib/aws-ecr'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import { Construct } from 'constructs'
import { nameIn } from '../names.ts'
import type { LoadBalancer } from '../network/load-balancer.ts'
import type { TaskSize } from '../settings/fargate-sizes.ts'
import type { StageSettings } from '../settings/stage-settings.ts'
import type { Watch } from '../watch/watch.ts'
import { addScaling } from './scaling.ts'
import { ServiceLog } from './service-log.ts'
import { createTask } from './task.ts'
import { watchService } from './watch-service.ts'

/** What the two services have in common and how they differ. */
export interface WebServiceProps {
  settings: StageSettings
  watch: Watch
  cluster: ecs.ICluster
  repository: ecr.IRepository
  securityGroup: ec2.ISecurityGroup
  loadBalancer: LoadBalancer
  /** `reviewguide-backend`; the container is called by the last word. */
  name: string
  port: number
  size: TaskSize
  tasks: { least: number; most: number }
  /** Requests a minute that one task is to have; more tasks start above it. */
  requestsPerTask: number
  healthCheckPath: string
  environment: Record<string, string>
  secrets?: Record<string, ecs.Secret>
  /** Seconds from the request to stop until the task is killed; Fargate has at most 120. */
  stopSeconds: number
  /** Seconds until an answer's headers, at the 95th percentile, above which somebody is told. */
  slowSeconds: number
}

/** One service on Fargate behind its load balancer: task, log, scaling and alarms. */
export class WebService extends Construct {
  readonly service: ecs.FargateService
  readonly log: ServiceLog

  constructor(scope: Construct, id: string, props: WebServiceProps) {
    super(scope, id)
    const { settings, watch, name } = props
    this.log = new ServiceLog(this, 'Log', { settings, watch, service: name })
    const { task, container } = createTask(this, 'Task', {
      family: nameIn(settings.stage, name),
      containerName: name.replace('reviewguide-', ''),
      size: props.size,
      image: ecs.ContainerImage.fromEcrRepository(props.repository, settings.IMAGE_TAG),
      environment: props.environment,
      secrets: props.secrets ?? {},
      logging: this.log.driver,
      stopSeconds: props.stopSeconds,
      serves: { port: props.port, healthCheckPath: props.healthCheckPath },
    })

    // How many tasks there are is the scaling's to say, from the first minute on: a number here would undo it with each deployment.
    this.service = new ecs.FargateService(this, 'Service', {
      serviceName: nameIn(settings.stage, name),
      cluster: props.cluster,
      taskDefinition: task,
      // New tasks stand beside the old ones until they are well.
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { enable: true, rollback: true },
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
      healthCheckGracePeriod: Duration.seconds(60),
      securityGroups: [props.securityGroup],
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
      assignPublicIp: false,
      propagateTags: ecs.PropagatedTagSource.SERVICE,
      enableECSManagedTags: true,
    })
    const { balancer, targets } = props.loadBalancer
    targets.addTarget(
      this.service.loadBalancerTarget({ containerName: container.containerName, containerPort: props.port }),
    )
    // Targets that no listener leads to yet are refused.
    this.service.node.addDependency(balancer)

    addScaling(this.service, targets, { ...props.tasks, requestsPerTask: props.requestsPerTask })
    watchService(this, { ...props, service: this.service })
  }
}
