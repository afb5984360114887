import { randomBytes } from 'node:crypto'
import type { TableNames } from '../../server/adapters/dynamodb/tables.ts'
import { type StartOptions, startApp, type TestApp } from './app.ts'
import { awsEnvironment, LONG_RETRIES, REGION } from './aws.ts'
import { startDynamo } from './dynamo.ts'
import { startS3, type TestS3 } from './s3.ts'
import { storageOf } from './tiers.ts'

export interface AwsApp extends TestApp {
  s3: TestS3
  bucket: string
}

/** Variables of a server that stores everything in these tables and this bucket; everything else is local. */
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

/** The whole server with its own DynamoDB and S3; everything else is local. */
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
      // The next app starts its own stand-ins.
      if (!AWS_ENDPOINT_URL_DYNAMODB) delete process.env.AWS_ENDPOINT_URL_DYNAMODB
      if (!AWS_ENDPOINT_URL_S3) delete process.env.AWS_ENDPOINT_URL_S3
    },
  }
}

/**
 * The two kinds of storage, for tests that expect the same of both: `npm test` tries the local one, `npm run test:long` that of AWS
 * (test/run.ts), and files by themselves are tried with both.
 */
export const shapes = [
  { name: 'local', start: (options: StartOptions = {}): Promise<TestApp> => startApp(options) },
  { name: 'AWS', start: (options: StartOptions = {}): Promise<TestApp> => startAwsApp(options) },
].filter(({ name }) => name === (storageOf(process.argv[1] ?? '') ?? name))
