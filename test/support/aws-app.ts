import { randomBytes } from 'node:crypto'
import type { TableNames } from '../../server/adapters/dynamodb/tables.ts'
import { type StartOptions, startApp, type TestApp } from './app.ts'
import { awsEnvironment, LONG_RETRIES, REGION } from './aws.ts'
import { startDynamo } from './dynamo.ts'
import { startS3, type TestS3 } from './s3.ts'

export interface AwsApp extends TestApp {
  s3: TestS3
  bucket: string
}

/** The variables of a server that keeps everything in these tables and this bucket, everything else local. */
export const awsStorage = (tables: TableNames, bucket: string) => ({
  ...awsEnvironment(),
  IDENTITY: 'local',
  STORAGE: 'aws',
  READER: 'local',
  AWS_REGION: REGION,
  S3_BUCKET_NAME: bucket,
  RECEIPT_TABLE: tables.receipts,
  BLACKLIST_TOKEN_TABLE: tables.revokedTokens,
  TAXPAYER_TABLE: tables.taxpayers,
  SECRET_KEY: randomBytes(32).toString('hex'),
})

/** The whole server with DynamoDB and S3 of its own, everything else local. */
export async function startAwsApp(options: StartOptions & { locked?: boolean } = {}): Promise<AwsApp> {
  const { locked = false, ...rest } = options
  const { AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_S3 } = process.env
  const [dynamo, s3] = await Promise.all([startDynamo(), startS3()])
  const [tables, bucket] = await Promise.all([dynamo.createTables(), s3.createBucket({ locked })])
  const app = await startApp({
    ...rest,
    env: {
      ...awsStorage(tables, bucket),
      ...(locked && { S3_OBJECT_LOCK: 'governance' }),
      ...rest.env,
    },
    overrides: { awsRetryPolicy: LONG_RETRIES, ...rest.overrides },
  })
  return {
    ...app,
    s3,
    bucket,
    async close() {
      await app.close()
      await Promise.all([dynamo.close(), s3.close()])
      // The next one is to have stand-ins of its own.
      if (!AWS_ENDPOINT_URL_DYNAMODB) delete process.env.AWS_ENDPOINT_URL_DYNAMODB
      if (!AWS_ENDPOINT_URL_S3) delete process.env.AWS_ENDPOINT_URL_S3
    },
  }
}

/** Where everything is kept, for tests that hold both to the same. */
export const shapes = [
  { name: 'local', start: (options: StartOptions = {}): Promise<TestApp> => startApp(options) },
  { name: 'AWS', start: (options: StartOptions = {}): Promise<TestApp> => startAwsApp(options) },
]
