import { Fn, RemovalPolicy } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as logs from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { nameIn } from '../names.ts'
import type { StageSettings } from '../settings/stage-settings.ts'

/** The network over two or three zones: public for the load balancers, private for the tasks, isolated for the data. */
export class Network extends Construct {
  readonly vpc: ec2.Vpc
  /** Where the tasks' traffic to the internet comes from: the addresses of the NAT gateways. */
  readonly egressAddresses: string[]

  constructor(scope: Construct, id: string, { settings }: { settings: StageSettings }) {
    super(scope, id)
    const gateways = settings.NAT_GATEWAYS === 'one' ? 1 : settings.ZONES
    const addresses = Array.from({ length: gateways }, (_, index) => new ec2.CfnEIP(this, `NatAddress${index + 1}`))
    this.egressAddresses = addresses.map((address) => address.attrPublicIp)

    this.vpc = new ec2.Vpc(this, 'Vpc', {
      vpcName: nameIn(settings.stage, 'reviewguide'),
      ipAddresses: ec2.IpAddresses.cidr(settings.VPC_CIDR),
      // The region's first zones by number: their names would have to be asked of AWS, and synthesis asks nobody.
      availabilityZones: Array.from({ length: settings.ZONES }, (_, zone) => Fn.select(zone, Fn.getAzs())),
      natGateways: gateways,
      natGatewayProvider: ec2.NatProvider.gateway({
        eipAllocationIds: addresses.map((address) => address.attrAllocationId),
      }),
      subnetConfiguration: [
        { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 },
        { name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 26 },
      ],
      flowLogs: {
        rejected: {
          trafficType: ec2.FlowLogTrafficType.REJECT,
          destination: ec2.FlowLogDestination.toCloudWatchLogs(
            new logs.LogGroup(this, 'FlowLog', {
              logGroupName: `/vpc/${nameIn(settings.stage, 'reviewguide')}`,
              retention: logs.RetentionDays.ONE_MONTH,
              removalPolicy: RemovalPolicy.DESTROY,
            }),
          ),
        },
      },
    })
  }
}
