import * as ec2 from 'aws-cdk-lib/aws-ec2'
import { Construct } from 'constructs'

const services = {
  EcrApi: ec2.InterfaceVpcEndpointAwsService.ECR,
  EcrImages: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER,
  Logs: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
  Secrets: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
}

/** Private ways to what every task needs to start: images, secrets, logs. A task then starts while the way out is down. */
export class Endpoints extends Construct {
  constructor(scope: Construct, id: string, { vpc, users }: { vpc: ec2.Vpc; users: ec2.ISecurityGroup[] }) {
    super(scope, id)
    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Private ways to AWS services; entered by the tasks alone',
      allowAllOutbound: false,
    })
    for (const user of users) group.addIngressRule(user, ec2.Port.tcp(443), 'From tasks')

    for (const [name, service] of Object.entries(services)) {
      vpc.addInterfaceEndpoint(name, { service, securityGroups: [group], open: false, privateDnsEnabled: true })
    }
    // An image's layers lie in S3.
    vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 })
  }
}
