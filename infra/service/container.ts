import { Duration, type Stack } from 'aws-cdk-lib'
import {
  Capability,
  ContainerImage,
  CpuArchitecture,
  FargateTaskDefinition,
  LinuxParameters,
  LogDriver,
  OperatingSystemFamily,
  Secret,
} from 'aws-cdk-lib/aws-ecs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { HEALTH_CHECK } from './health-check.ts'
import { CONTAINER_PORT } from './network.ts'
import type { Parameters } from './parameters.ts'
import type { Resources } from './resources.ts'
import type { secrets } from './secrets.ts'
import { serverEnvironment } from './server-environment.ts'

interface Given {
  resources: Resources
  parameters: Parameters
  clientId: string
  secrets: ReturnType<typeof secrets>
}

/** One process of the server: its image, its size, and its configuration. */
export function container(stack: Stack, { resources, parameters, clientId, secrets }: Given) {
  const { repository, taskRole, shared } = resources
  const task = new FargateTaskDefinition(stack, 'Task', {
    cpu: 1024,
    memoryLimitMiB: 2048,
    taskRole,
    runtimePlatform: {
      cpuArchitecture: CpuArchitecture.of(parameters.architecture),
      operatingSystemFamily: OperatingSystemFamily.LINUX,
    },
  })
  const log = new LogGroup(stack, 'Log', { retention: RetentionDays.THREE_MONTHS })
  const linux = new LinuxParameters(stack, 'Linux', { initProcessEnabled: true })
  linux.dropCapabilities(Capability.ALL)
  const publicUrl = `https://${parameters.domainName}`
  task.addContainer('server', {
    image: ContainerImage.fromEcrRepository(repository, parameters.imageTag),
    portMappings: [{ containerPort: CONTAINER_PORT }],
    linuxParameters: linux,
    environment: serverEnvironment({ region: stack.region, publicUrl, clientId, shared, parameters }),
    secrets: {
      CLIENT_SECRET: Secret.fromSecretsManager(secrets.clientSecret),
      SECRET_KEY: Secret.fromSecretsManager(secrets.secretKey),
    },
    healthCheck: {
      command: ['CMD', ...HEALTH_CHECK],
      interval: Duration.seconds(30),
      timeout: Duration.seconds(10),
      startPeriod: Duration.seconds(60),
    },
    // The server gives what runs 30 s.
    stopTimeout: Duration.seconds(60),
    logging: LogDriver.awsLogs({
      streamPrefix: 'server',
      logGroup: log,
    }),
  })
  return { task, log }
}
