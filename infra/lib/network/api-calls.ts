import { Fn } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import type { StageSettings } from '../settings/stage-settings.ts'
import type { LoadBalancer } from './load-balancer.ts'
import type { Network } from './network.ts'
import { API_CALLS_PORT, type SecurityGroups } from './security-groups.ts'

interface Props {
  settings: StageSettings
  network: Network
  groups: SecurityGroups
  backend: LoadBalancer
}

/**
 * Opens the frontend's way to the backend's load balancer and gives its address, the frontend's `BACKEND_URL`. Decision 0020.
 *
 * Inside the network, and where there is no certificate, that is port 8000. An internet-facing load balancer is reached by its public addresses, for
 * which no security group can be named, so there the port lets in the addresses of our NAT gateways and nobody else. With a certificate it is HTTPS by name.
 */
export function openApiCalls({ settings, network, groups, backend }: Props): string {
  const internal = settings.BACKEND_LOAD_BALANCER === 'internal'
  if (!internal && settings.BACKEND_CERTIFICATE_ARN) return `https://${settings.BACKEND_DOMAIN}`

  backend.addPort(API_CALLS_PORT)
  if (!internal) {
    groups.frontend.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(API_CALLS_PORT), 'API calls to the backend')
    for (const address of network.egressAddresses) {
      const peer = ec2.Peer.ipv4(Fn.join('', [address, '/32']))
      groups.backendLoadBalancer.addIngressRule(peer, ec2.Port.tcp(API_CALLS_PORT), 'API calls of the frontend')
    }
  }
  return `http://${backend.balancer.loadBalancerDnsName}:${API_CALLS_PORT}`
}
