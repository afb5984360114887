import type { Stack } from 'aws-cdk-lib'
import { GatewayVpcEndpointAwsService, Peer, Port, SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2'

export const CONTAINER_PORT = 8000

/**
 * Processes without an address of their own on the internet. They reach Cognito, Textract and the rest through one
 * NAT gateway; DynamoDB and S3, which is nearly all there is to send, for nothing.
 */
export function network(stack: Stack) {
  const vpc = new Vpc(stack, 'Network', {
    maxAzs: 2,
    natGateways: 1,
    subnetConfiguration: [
      { name: 'Public', subnetType: SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
      { name: 'Private', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
    ],
    gatewayEndpoints: {
      DynamoDb: { service: GatewayVpcEndpointAwsService.DYNAMODB },
      S3: { service: GatewayVpcEndpointAwsService.S3 },
    },
  })
  const group = (id: string, description: string) =>
    new SecurityGroup(stack, id, { vpc, description, allowAllOutbound: false })
  const balancer = group('BalancerGroup', 'Browsers to the load balancer')
  const tasks = group('TaskGroup', 'The load balancer to the processes')

  balancer.addIngressRule(Peer.anyIpv4(), Port.tcp(443), 'Browsers')
  balancer.addIngressRule(Peer.anyIpv4(), Port.tcp(80), 'Browsers that are sent on to https')
  balancer.addEgressRule(tasks, Port.tcp(CONTAINER_PORT), 'Processes')
  tasks.addIngressRule(balancer, Port.tcp(CONTAINER_PORT), 'Load balancer')
  tasks.addEgressRule(Peer.anyIpv4(), Port.tcp(443), 'AWS, by its public addresses')
  return { vpc, balancer, tasks }
}

export type Network = ReturnType<typeof network>
