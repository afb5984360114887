import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { SubnetType } from 'aws-cdk-lib/aws-ec2'
import { Cluster, FargateService } from 'aws-cdk-lib/aws-ecs'
import type { Construct } from 'constructs'
import { webClient } from '../resources/user-pool.ts'
import { alarmsTo, logAlarms, serviceAlarms } from './alarms.ts'
import { container } from './container.ts'
import { frontDoor } from './front-door.ts'
import { network } from './network.ts'
import { notices } from './notices.ts'
import { parametersOf } from './parameters.ts'
import { resources as resourcesOf } from './resources.ts'
import { secrets as secretsOf } from './secrets.ts'

export interface ServiceProps extends StackProps {
  /** What the stack with the resources is called where nobody says otherwise. */
  resourcesStack: string
}

/** The server as containers behind https, as many as are needed. It keeps nothing: all of it can be made anew. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { resourcesStack, ...props }: ServiceProps) {
    super(scope, id, { ...props, description: 'Malaysian Tax Tracker: the server behind https' })
    const parameters = parametersOf(this)
    const resources = resourcesOf(this, resourcesStack)
    const client = webClient(this, 'WebClient', resources.pool, `https://${parameters.domainName}`)
    const secrets = secretsOf(this, client)
    const net = network(this, parameters.natGateways)
    const { task, log } = container(this, {
      resources,
      parameters,
      clientId: client.userPoolClientId,
      secrets,
    })
    const { balancer, leadTo } = frontDoor(this, net, parameters)
    const service = new FargateService(this, 'Service', {
      cluster: new Cluster(this, 'Cluster', { vpc: net.vpc }),
      taskDefinition: task,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      securityGroups: [net.tasks],
      assignPublicIp: false,
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      // An image that does not start never replaces one that runs.
      circuitBreaker: { rollback: true },
      healthCheckGracePeriod: Duration.seconds(60),
    })
    net.placeTasks(service)
    const targets = leadTo(service)
    service
      .autoScaleTaskCount({ minCapacity: parameters.minTasks, maxCapacity: parameters.maxTasks })
      .scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 })

    const add = alarmsTo(this, notices(this, { budget: 200 }))
    serviceAlarms(add, { balancer, targets, service, shared: resources.shared })
    logAlarms(add, log, this.stackName)

    new CfnOutput(this, 'Url', { value: `https://${parameters.domainName}` })
    new CfnOutput(this, 'BalancerName', {
      description: 'What DomainName has to be a CNAME of, when its zone is not in Route 53',
      value: balancer.loadBalancerDnsName,
    })
  }
}
