import { Duration } from 'aws-cdk-lib'
import type * as ecs from 'aws-cdk-lib/aws-ecs'
import type * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2'

interface Props {
  least: number
  most: number
  requestsPerTask: number
}

/** More tasks when processor, memory or requests ask for them, at once; fewer after five minutes' quiet, so that a burst's tail finds them. */
export function addScaling(service: ecs.FargateService, targets: elb.ApplicationTargetGroup, props: Props): void {
  const scaling = service.autoScaleTaskCount({ minCapacity: props.least, maxCapacity: props.most })
  const pace = { scaleOutCooldown: Duration.seconds(60), scaleInCooldown: Duration.minutes(5) }
  // Above 60 % a single-threaded server's answers wait for each other; lower targets pay for idle tasks.
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60, ...pace })
  scaling.scaleOnMemoryUtilization('Memory', { targetUtilizationPercent: 75, ...pace })
  scaling.scaleOnRequestCount('Requests', {
    targetGroup: targets,
    requestsPerTarget: props.requestsPerTask,
    ...pace,
  })
}
