import * as ec2 from 'aws-cdk-lib/aws-ec2'
import { Construct } from 'constructs'

/** The port of the backend's load balancer for the frontend's calls, as the customer's page has it. */
export const API_CALLS_PORT = 8000

interface Props {
  vpc: ec2.Vpc
  /** Whether the frontend's way to the backend stays inside the network. */
  backendIsInternal: boolean
}

/** The four groups of the customer's page and one for each load balancer. Openings beyond the page have decision 0021. */
export class SecurityGroups extends Construct {
  readonly backend: ec2.SecurityGroup
  readonly frontend: ec2.SecurityGroup
  readonly database: ec2.SecurityGroup
  readonly redis: ec2.SecurityGroup
  readonly backendLoadBalancer: ec2.SecurityGroup
  readonly frontendLoadBalancer: ec2.SecurityGroup

  constructor(scope: Construct, id: string, { vpc, backendIsInternal }: Props) {
    super(scope, id)
    const group = (name: string, description: string, allowAllOutbound = false) =>
      new ec2.SecurityGroup(this, name, { vpc, description, allowAllOutbound })

    // Language models and web search may stand anywhere.
    this.backend = group('Backend', 'Backend tasks', true)
    this.frontend = group('Frontend', 'Frontend tasks')
    this.database = group('Database', 'PostgreSQL')
    this.redis = group('Redis', 'Redis')
    this.backendLoadBalancer = group('BackendLoadBalancer', 'Load balancer of the backend')
    this.frontendLoadBalancer = group('FrontendLoadBalancer', 'Load balancer of the frontend')

    allow(this.backendLoadBalancer, this.backend, 8000, 'From the load balancer')
    allow(this.frontendLoadBalancer, this.frontend, 3000, 'From the load balancer')
    this.database.addIngressRule(this.backend, ec2.Port.tcp(5432), 'From backend tasks')
    this.redis.addIngressRule(this.backend, ec2.Port.tcp(6379), 'From backend tasks')

    if (backendIsInternal) allow(this.frontend, this.backendLoadBalancer, API_CALLS_PORT, 'API calls of the frontend')
    this.frontend.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'Images, secrets and logs; the API by its name')
  }
}

/** Opens both ends: none of these groups but the backend's lets anything out of itself. */
function allow(from: ec2.SecurityGroup, to: ec2.SecurityGroup, port: number, why: string): void {
  to.addIngressRule(from, ec2.Port.tcp(port), why)
  from.addEgressRule(to, ec2.Port.tcp(port), why)
}
