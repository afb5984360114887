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
      cpuArchitecture: CpuArchitecture.X86_64,
      operatingSystemFamily: OperatingSystemFamily.LINUX,
    },
  })
  const linux = new LinuxParameters(stack, 'Linux', { initProcessEnabled: true })
  linux.dropCapabilities(Capability.ALL)
  const publicUrl = `https://${parameters.domainName}`
  task.addContainer('server', {
    image: ContainerImage.fromEcrRepository(repository, parameters.imageTag),
    portMappings: [{ containerPort: CONTAINER_PORT }],
    linuxParameters: linux,
    environment: {
      HOST: '0.0.0.0',
      PORT: String(CONTAINER_PORT),
      PUBLIC_URL: publicUrl,
      // The load balancer alone.
      TRUST_PROXY: '1',
      REDIRECT_URI: `${publicUrl}/auth/authorize`,
      LOGOUT_URI: `${publicUrl}/`,
      ALLOW_ORIGINS: parameters.allowOrigins,
      CLIENT_ID: clientId,
      SPA_CLIENT_IDS: shared('SpaClientId'),
      COGNITO_REGION: stack.region,
      COGNITO_USER_POOL_ID: shared('UserPoolId'),
      COGNITO_HOSTED_UI_DOMAIN: shared('HostedUi'),
      AWS_REGION: stack.region,
      S3_BUCKET_NAME: shared('BucketName'),
      S3_OBJECT_LOCK: parameters.objectLock,
      RECEIPT_TABLE: shared('ReceiptTableName'),
      BLACKLIST_TOKEN_TABLE: shared('BlacklistTokenTableName'),
      TAXPAYER_TABLE: shared('TaxpayerTableName'),
      READER: parameters.reader,
      TEXTRACT_REGION: parameters.textractRegion,
    },
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
      logGroup: new LogGroup(stack, 'Log', { retention: RetentionDays.THREE_MONTHS }),
    }),
  })
  return task
}
