import { Duration, Fn, type Stack } from 'aws-cdk-lib'
import { CfnCertificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { FargateService } from 'aws-cdk-lib/aws-ecs'
import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ListenerAction,
  ListenerCertificate,
  ListenerCondition,
  SslPolicy,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53'
import { balancerLogs } from './balancer-logs.ts'
import { CONTAINER_PORT, type Network } from './network.ts'
import type { Parameters } from './parameters.ts'

/** https at the service's own name; plain http is sent there, any other name gets nothing. */
export function frontDoor(stack: Stack, { vpc, balancer: group }: Network, parameters: Parameters) {
  const balancer = new ApplicationLoadBalancer(stack, 'Balancer', {
    vpc,
    internetFacing: true,
    securityGroup: group,
    dropInvalidHeaderFields: true,
    // An upload is answered within 20 s; a slow one keeps its connection by sending.
    idleTimeout: Duration.seconds(60),
  })
  balancer.setAttribute('deletion_protection.enabled', parameters.deletionProtection)
  balancerLogs(stack, balancer, parameters.balancerLogs)
  balancer.addListener('Http', {
    port: 80,
    open: false,
    defaultAction: ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
  })
  const https = balancer.addListener('Https', {
    port: 443,
    protocol: ApplicationProtocol.HTTPS,
    open: false,
    sslPolicy: SslPolicy.TLS13_RES,
    certificates: [ListenerCertificate.fromArn(certificate(stack, parameters))],
    defaultAction: ListenerAction.fixedResponse(404),
  })
  address(stack, balancer, parameters)
  return {
    balancer,
    leadTo(service: FargateService) {
      return https.addTargets('Tasks', {
        priority: 1,
        conditions: [ListenerCondition.hostHeaders([parameters.domainName])],
        port: CONTAINER_PORT,
        protocol: ApplicationProtocol.HTTP,
        targets: [service],
        deregistrationDelay: Duration.seconds(30),
        healthCheck: {
          // A store that is down is down for every process: new ones would not be better, and the running ones say why.
          path: '/health/live',
          interval: Duration.seconds(15),
          timeout: Duration.seconds(10),
          healthyThresholdCount: 2,
          unhealthyThresholdCount: 8,
        },
      })
    },
  }
}

/** The ARN of the certificate that was given, or of one that Route 53 vouches for. */
function certificate(stack: Stack, { domainName, hostedZoneId, hasHostedZone, certificateArn }: Parameters) {
  const made = new CfnCertificate(stack, 'Certificate', {
    domainName,
    validationMethod: 'DNS',
    domainValidationOptions: [{ domainName, hostedZoneId }],
  })
  made.cfnOptions.condition = hasHostedZone
  return Fn.conditionIf(hasHostedZone.logicalId, made.ref, certificateArn).toString()
}

function address(
  stack: Stack,
  balancer: ApplicationLoadBalancer,
  { domainName, hostedZoneId, hasHostedZone }: Parameters,
) {
  const record = new CfnRecordSet(stack, 'Address', {
    hostedZoneId,
    name: domainName,
    type: 'A',
    aliasTarget: {
      dnsName: balancer.loadBalancerDnsName,
      hostedZoneId: balancer.loadBalancerCanonicalHostedZoneId,
    },
  })
  record.cfnOptions.condition = hasHostedZone
}
