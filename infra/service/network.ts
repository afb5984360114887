import { CfnCondition, type CfnParameter, type CfnResource, Fn, type Stack } from 'aws-cdk-lib'
import {
  type CfnEIP,
  type CfnNatGateway,
  type CfnRoute,
  GatewayVpcEndpointAwsService,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2'
import type { FargateService } from 'aws-cdk-lib/aws-ecs'

export const CONTAINER_PORT = 8000

/**
 * Processes without an address of their own on the internet, unless there is no NAT gateway. They reach Cognito, Textract
 * and the rest through one or two of those; DynamoDB and S3, which is nearly all there is to send, for nothing.
 */
export function network(stack: Stack, natGateways: CfnParameter) {
  const vpc = new Vpc(stack, 'Network', {
    maxAzs: 2,
    natGateways: 2,
    subnetConfiguration: [
      { name: 'Public', subnetType: SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
      { name: 'Private', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
    ],
    gatewayEndpoints: {
      DynamoDb: { service: GatewayVpcEndpointAwsService.DYNAMODB },
      S3: { service: GatewayVpcEndpointAwsService.S3 },
    },
  })
  const placeTasks = withNatGateways(stack, vpc, natGateways)
  const group = (id: string, description: string) =>
    new SecurityGroup(stack, id, { vpc, description, allowAllOutbound: false })
  const balancer = group('BalancerGroup', 'Browsers to the load balancer')
  const tasks = group('TaskGroup', 'The load balancer to the processes')

  balancer.addIngressRule(Peer.anyIpv4(), Port.tcp(443), 'Browsers')
  balancer.addIngressRule(Peer.anyIpv4(), Port.tcp(80), 'Browsers that are sent on to https')
  balancer.addEgressRule(tasks, Port.tcp(CONTAINER_PORT), 'Processes')
  tasks.addIngressRule(balancer, Port.tcp(CONTAINER_PORT), 'Load balancer')
  tasks.addEgressRule(Peer.anyIpv4(), Port.tcp(443), 'AWS, by its public addresses')
  return { vpc, balancer, tasks, placeTasks }
}

export type Network = ReturnType<typeof network>

/** Keeps as many of both NAT gateways as the parameter says. @returns what puts the processes where they have a way out */
function withNatGateways(stack: Stack, vpc: Vpc, { valueAsString }: CfnParameter) {
  const hasNat = new CfnCondition(stack, 'HasNat', {
    expression: Fn.conditionNot(Fn.conditionEquals(valueAsString, 'none')),
  })
  const inEachZone = new CfnCondition(stack, 'NatInEachZone', {
    expression: Fn.conditionEquals(valueAsString, 'each'),
  })
  const gateways = vpc.publicSubnets.map((subnet, i) => {
    const condition = i === 0 ? hasNat : inEachZone
    const address = only<CfnEIP>(subnet.node.findChild('EIP'))
    const gateway = only<CfnNatGateway>(subnet.node.findChild('NATGateway'))
    address.cfnOptions.condition = condition
    gateway.cfnOptions.condition = condition
    return gateway
  })
  const [first, second] = gateways
  const routes = vpc.privateSubnets.map((subnet) => only<CfnRoute>(subnet.node.findChild('DefaultRoute')))
  for (const route of routes) route.cfnOptions.condition = hasNat
  if (!first || !second || !routes[1]) throw new Error('a network of two zones has two gateways')
  routes[1].natGatewayId = Fn.conditionIf(inEachZone.logicalId, second.ref, first.ref).toString()

  return (service: FargateService) => {
    const subnets = ({ subnetIds }: { subnetIds: string[] }) => subnetIds
    const either = (withNat: unknown, without: unknown) => Fn.conditionIf(hasNat.logicalId, withNat, without)
    const path = 'NetworkConfiguration.AwsvpcConfiguration'
    const resource = service.node.findChild('Service') as CfnResource
    resource.addPropertyOverride(`${path}.AssignPublicIp`, either('DISABLED', 'ENABLED'))
    resource.addPropertyOverride(
      `${path}.Subnets`,
      either(
        subnets(vpc.selectSubnets({ subnetType: SubnetType.PRIVATE_WITH_EGRESS })),
        subnets(vpc.selectSubnets({ subnetType: SubnetType.PUBLIC })),
      ),
    )
  }
}

const only = <T>(found: unknown) => found as T
