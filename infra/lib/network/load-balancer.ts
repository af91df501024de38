import { Duration } from 'aws-cdk-lib'
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import type * as s3 from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { explain } from '../explain.ts'

/**
 * How long a connection may be silent. A stream says something every 15 seconds, so a shorter time would cut live ones; the services keep idle
 * connections for 72 seconds, so a longer time would send requests into connections that they are just closing.
 */
const IDLE_SECONDS = 60

/** A run takes at most 60 seconds: a task that is leaving keeps its streams until the last one has ended. */
const DEREGISTRATION_SECONDS = 75

interface Props {
  vpc: ec2.Vpc
  /** The load balancer's name, at most 32 characters. */
  name: string
  securityGroup: ec2.SecurityGroup
  internetFacing: boolean
  certificateArn?: string | undefined
  /** The port that the tasks listen on. */
  taskPort: number
  healthCheckPath: string
  accessLogs: s3.IBucket
}

/** A load balancer before one service: HTTP, and with a certificate HTTPS, to which HTTP then redirects. */
export class LoadBalancer extends Construct {
  readonly balancer: elb.ApplicationLoadBalancer
  readonly targets: elb.ApplicationTargetGroup

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id)
    const { vpc, securityGroup, internetFacing, certificateArn } = props
    this.balancer = new elb.ApplicationLoadBalancer(this, 'Balancer', {
      vpc,
      loadBalancerName: props.name,
      securityGroup,
      internetFacing,
      vpcSubnets: {
        subnetType: internetFacing ? ec2.SubnetType.PUBLIC : ec2.SubnetType.PRIVATE_WITH_EGRESS,
      },
      idleTimeout: Duration.seconds(IDLE_SECONDS),
      dropInvalidHeaderFields: true,
      deletionProtection: true,
    })
    this.balancer.logAccessLogs(props.accessLogs, props.name)
    this.targets = new elb.ApplicationTargetGroup(this, 'Targets', {
      vpc,
      port: props.taskPort,
      protocol: elb.ApplicationProtocol.HTTP,
      targetType: elb.TargetType.IP,
      deregistrationDelay: Duration.seconds(DEREGISTRATION_SECONDS),
      // Streams differ in length: the task with the fewest open ones gets the next.
      loadBalancingAlgorithmType: elb.TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS,
      healthCheck: {
        path: props.healthCheckPath,
        healthyHttpCodes: '200',
        interval: Duration.seconds(15),
        timeout: Duration.seconds(5),
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 3,
      },
    })

    const callers = internetFacing ? ec2.Peer.anyIpv4() : ec2.Peer.ipv4(vpc.vpcCidrBlock)
    for (const port of certificateArn ? [80, 443] : [80]) {
      securityGroup.addIngressRule(callers, ec2.Port.tcp(port), 'Listener')
    }
    explain(securityGroup, { EC23: 'People come from everywhere; only the listener ports are open.' })

    const toTargets = elb.ListenerAction.forward([this.targets])
    this.balancer.addListener('Http', {
      port: 80,
      open: false,
      defaultAction: certificateArn
        ? elb.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true })
        : toTargets,
    })
    if (certificateArn) {
      this.balancer.addListener('Https', {
        port: 443,
        open: false,
        certificates: [elb.ListenerCertificate.fromArn(certificateArn)],
        sslPolicy: elb.SslPolicy.RECOMMENDED_TLS,
        defaultAction: toTargets,
      })
    }
  }

  /** One more HTTP port that leads to the same tasks. Who may enter it is the caller's to say. */
  addPort(port: number): void {
    this.balancer.addListener(`Port${port}`, {
      port,
      protocol: elb.ApplicationProtocol.HTTP,
      open: false,
      defaultAction: elb.ListenerAction.forward([this.targets]),
    })
  }

  /** Answers of the tasks or of the load balancer itself that are the server's fault. */
  faults(options: cloudwatch.MetricOptions): { ofTasks: cloudwatch.IMetric; ofBalancer: cloudwatch.IMetric } {
    return {
      ofTasks: this.targets.metrics.httpCodeTarget(elb.HttpCodeTarget.TARGET_5XX_COUNT, options),
      ofBalancer: this.balancer.metrics.httpCodeElb(elb.HttpCodeElb.ELB_5XX_COUNT, options),
    }
  }
}
