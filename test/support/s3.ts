import { createServer } from 'node:http'
import {
  CreateBucketCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { awsEnvironment, close, listen, REGION } from './aws.ts'
import { createS3Handler } from './s3-handler.ts'

export type TestS3 = Awaited<ReturnType<typeof startS3>>

let buckets = 0

/** The store AWS_ENDPOINT_URL_S3 names, else a stand-in that the clients of this process then use. */
export async function startS3() {
  const given = process.env.AWS_ENDPOINT_URL_S3
  const handler = createS3Handler()
  const server = given ? undefined : createServer(handler.handle)
  const endpoint = server ? await listen(server) : String(given)
  Object.assign(process.env, awsEnvironment(), { AWS_ENDPOINT_URL_S3: endpoint })
  const client = new S3Client({ region: REGION, forcePathStyle: true })

  return {
    endpoint,
    client,
    /** Faults of the stand-in's next requests; undefined with another store. */
    trouble: server ? handler.trouble : undefined,
    /** The methods of the requests that were left hanging. */
    hung: handler.hung,
    async createBucket({ versioned = false, locked = false } = {}) {
      const Bucket = `receipts-${process.pid}-${++buckets}`
      const CreateBucketConfiguration = { LocationConstraint: REGION } as const
      await client.send(
        new CreateBucketCommand({ Bucket, CreateBucketConfiguration, ObjectLockEnabledForBucket: locked }),
      )
      if (versioned) {
        const VersioningConfiguration = { Status: 'Enabled' } as const
        await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }))
      }
      return Bucket
    },
    /** The lock of the newest version of an object; undefined: none. */
    async retention(Bucket: string, Key: string) {
      try {
        const { Retention } = await client.send(new GetObjectRetentionCommand({ Bucket, Key }))
        return Retention && { mode: Retention.Mode, until: Retention.RetainUntilDate?.toISOString() }
      } catch (error) {
        if ((error as Error).name === 'NoSuchObjectLockConfiguration') return undefined
        throw error
      }
    },
    /** The keys of all remaining versions and delete markers. */
    async versions(Bucket: string) {
      const { Versions = [], DeleteMarkers = [] } = await client.send(
        new ListObjectVersionsCommand({ Bucket }),
      )
      return [...Versions, ...DeleteMarkers].map(({ Key }) => String(Key)).sort()
    },
    async close() {
      client.destroy()
      if (server) await close(server)
    },
  }
}
