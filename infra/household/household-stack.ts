import { CfnOutput, Stack } from 'aws-cdk-lib'
import { CfnEIP } from 'aws-cdk-lib/aws-ec2'
import { Effect, ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53'
import type { Construct } from 'constructs'
import { webClient } from '../resources/user-pool.ts'
import { alarmsTo, logAlarms } from '../service/alarms.ts'
import { notices } from '../service/notices.ts'
import { resources as resourcesOf } from '../service/resources.ts'
import { secrets as secretsOf } from '../service/secrets.ts'
import { serverEnvironment } from '../service/server-environment.ts'
import type { ServiceProps } from '../service/service-stack.ts'
import { MACHINES, machine } from './machine.ts'
import { parametersOf } from './parameters.ts'
import { startScript } from './start-script.ts'

/** The server for one household, on one small machine behind Caddy. It keeps nothing: all of it can be made anew. */
export class HouseholdStack extends Stack {
  constructor(scope: Construct, id: string, { resourcesStack, ...props }: ServiceProps) {
    super(scope, id, { ...props, description: 'Malaysian Tax Tracker: the server on one small machine' })
    const parameters = parametersOf(this)
    const { domainName, hostedZoneId, hasHostedZone, imageTag } = parameters
    const { shared, pool, repository } = resourcesOf(this, resourcesStack)
    const publicUrl = `https://${domainName}`
    const client = webClient(this, 'WebClient', pool, publicUrl)
    const { clientSecret, secretKey } = secretsOf(this, client)
    const address = new CfnEIP(this, 'Address', { domain: 'vpc' })
    const log = new LogGroup(this, 'Log', { retention: RetentionDays.THREE_MONTHS })

    const role = new Role(this, 'MachineRole', {
      description: 'The machine of the Malaysian Tax Tracker',
      assumedBy: new ServicePrincipal('ec2.amazonaws.com'),
      managedPolicies: [
        ManagedPolicy.fromManagedPolicyArn(this, 'ServerPolicy', shared('ServerPolicyArn')),
        // Session Manager, instead of ssh.
        ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore'),
      ],
    })
    for (const secret of [clientSecret, secretKey]) secret.grantRead(role)
    repository.grantPull(role)
    log.grantWrite(role)
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['ec2:AssociateAddress'],
        resources: ['elastic-ip', 'instance', 'network-interface'].map((kind) =>
          this.formatArn({
            service: 'ec2',
            resource: kind,
            resourceName: kind === 'elastic-ip' ? address.attrAllocationId : '*',
          }),
        ),
      }),
    )
    machine(this, {
      role,
      parameters,
      script: startScript({
        region: this.region,
        domainName,
        repositoryUri: repository.repositoryUri,
        imageTag,
        environment: serverEnvironment({
          region: this.region,
          publicUrl,
          clientId: client.userPoolClientId,
          shared,
          parameters,
        }),
        secrets: { CLIENT_SECRET: clientSecret.secretArn, SECRET_KEY: secretKey.secretArn },
        addressId: address.attrAllocationId,
        logGroup: log.logGroupName,
        stackName: this.stackName,
        resource: MACHINES,
      }),
    })
    const record = new CfnRecordSet(this, 'Name', {
      hostedZoneId,
      name: domainName,
      type: 'A',
      ttl: '300',
      resourceRecords: [address.attrPublicIp],
    })
    record.cfnOptions.condition = hasHostedZone
    logAlarms(alarmsTo(this, notices(this, { budget: 15 })), log, this.stackName)

    new CfnOutput(this, 'Url', { value: publicUrl })
    new CfnOutput(this, 'PublicAddress', {
      description: 'What DomainName has to lead to, when its zone is not in Route 53',
      value: address.attrPublicIp,
    })
  }
}
