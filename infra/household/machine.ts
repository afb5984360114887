import { Fn, type Stack } from 'aws-cdk-lib'
import { CfnAutoScalingGroup } from 'aws-cdk-lib/aws-autoscaling'
import {
  CfnLaunchTemplate,
  GatewayVpcEndpointAwsService,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2'
import { CfnInstanceProfile, type Role } from 'aws-cdk-lib/aws-iam'
import type { Parameters } from './parameters.ts'

/** Who a machine tells that it is ready. */
export const MACHINES = 'Machines'
const READY_WITHIN = 'PT15M'
const AMAZON_LINUX = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64'

/**
 * One machine with an address of its own, no NAT gateway and no load balancer. It keeps nothing, so one that fails, or that
 * AWS takes back, is replaced by another; so is one whose template was changed.
 */
export function machine(
  stack: Stack,
  { role, parameters, script }: { role: Role; parameters: Parameters; script: string },
) {
  const vpc = new Vpc(stack, 'Network', {
    maxAzs: 2,
    natGateways: 0,
    subnetConfiguration: [{ name: 'Public', subnetType: SubnetType.PUBLIC, cidrMask: 24 }],
    gatewayEndpoints: {
      DynamoDb: { service: GatewayVpcEndpointAwsService.DYNAMODB },
      S3: { service: GatewayVpcEndpointAwsService.S3 },
    },
  })
  const group = new SecurityGroup(stack, 'MachineGroup', {
    vpc,
    description: 'Browsers to Caddy; nobody by ssh',
    allowAllOutbound: false,
  })
  group.addIngressRule(Peer.anyIpv4(), Port.tcp(443), 'Browsers')
  group.addIngressRule(Peer.anyIpv4(), Port.udp(443), 'Browsers with HTTP/3')
  group.addIngressRule(
    Peer.anyIpv4(),
    Port.tcp(80),
    'Browsers that are sent on to https, and the check of the certificate',
  )
  group.addEgressRule(Peer.anyIpv4(), Port.tcp(443), 'AWS, the certificate, updates')

  const profile = new CfnInstanceProfile(stack, 'Profile', { roles: [role.roleName] })
  const template = new CfnLaunchTemplate(stack, 'Machine', {
    launchTemplateData: {
      imageId: `resolve:ssm:${AMAZON_LINUX}`,
      instanceType: parameters.instanceType,
      iamInstanceProfile: { arn: profile.attrArn },
      securityGroupIds: [group.securityGroupId],
      // Two hops: the server runs in a container.
      metadataOptions: { httpTokens: 'required', httpPutResponseHopLimit: 2 },
      // Beyond its credits the machine is slow, and costs nothing more.
      creditSpecification: { cpuCredits: 'standard' },
      blockDeviceMappings: [
        { deviceName: '/dev/xvda', ebs: { volumeSize: 8, volumeType: 'gp3', encrypted: true } },
      ],
      instanceMarketOptions: Fn.conditionIf(
        parameters.onSpot.logicalId,
        { MarketType: 'spot' },
        { Ref: 'AWS::NoValue' },
      ),
      userData: Fn.base64(script),
      tagSpecifications: [{ resourceType: 'instance', tags: [{ key: 'Name', value: stack.stackName }] }],
    },
  })
  const machines = new CfnAutoScalingGroup(stack, MACHINES, {
    minSize: '1',
    // A new one starts before the old one ends.
    maxSize: '2',
    launchTemplate: { launchTemplateId: template.ref, version: template.attrLatestVersionNumber },
    vpcZoneIdentifier: vpc.publicSubnets.map(({ subnetId }) => subnetId),
  })
  // A machine that does not say it is ready never takes the place of one that is.
  machines.cfnOptions.creationPolicy = { resourceSignal: { count: 1, timeout: READY_WITHIN } }
  machines.cfnOptions.updatePolicy = {
    autoScalingRollingUpdate: {
      minInstancesInService: 1,
      maxBatchSize: 1,
      waitOnResourceSignals: true,
      pauseTime: READY_WITHIN,
    },
  }
}
