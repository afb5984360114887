import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import type { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'

/**
 * A bucket for the logs of the load balancer, which is empty unless they are switched on. Their lines have whole addresses,
 * with query strings: search words, and the codes of sign-ins, which are used by then.
 */
export function balancerLogs(stack: Stack, balancer: ApplicationLoadBalancer, isOn: string) {
  const bucket = new Bucket(stack, 'BalancerLogsBucket', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    // The only kind that load balancers can write to.
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    lifecycleRules: [{ expiration: Duration.days(90) }],
    removalPolicy: RemovalPolicy.RETAIN,
  })
  bucket.addToResourcePolicy(
    new PolicyStatement({
      actions: ['s3:PutObject'],
      principals: [new ServicePrincipal('logdelivery.elasticloadbalancing.amazonaws.com')],
      resources: [bucket.arnForObjects(`AWSLogs/${stack.account}/*`)],
    }),
  )
  balancer.setAttribute('access_logs.s3.enabled', isOn)
  balancer.setAttribute('access_logs.s3.bucket', bucket.bucketName)
  if (bucket.policy) balancer.node.addDependency(bucket.policy)
}
