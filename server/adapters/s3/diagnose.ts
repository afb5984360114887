import {
  GetBucketEncryptionCommand,
  GetBucketPolicyStatusCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { CHECK_OPTIONS, couldNotAsk } from '../../aws/diagnosis.ts'
import { type Finding, failure, fine, warning } from '../../finding.ts'
import { bucketProblem, elsewhere, isNotFound } from './bucket-problem.ts'
import {
  BLOCKS,
  encryptionCommand,
  objectLockCommand,
  publicAccessCommand,
  versioningCommand,
} from './commands.ts'
import type { ObjectLock } from './hold.ts'

/** Every check of a bucket. All but `exists` are undefined when it does not exist in the region. */
export interface BucketFindings {
  exists: Finding
  isMissing: boolean
  encryption?: Finding
  publicAccess?: Finding
  policy?: Finding
  versioning?: Finding
  objectLock?: Finding
}

/**
 * Checks that the bucket exists in its region, is encrypted, private and versioned, and has Object Lock if S3_OBJECT_LOCK
 * needs it.
 */
export async function diagnoseBucket(
  region: string,
  bucket: string,
  lock: ObjectLock | undefined,
): Promise<Finding[]> {
  const { isMissing: _, ...findings } = await inspectBucket(region, bucket, lock)
  return Object.values(findings)
}

export async function inspectBucket(
  region: string,
  bucket: string,
  lock: ObjectLock | undefined,
): Promise<BucketFindings> {
  const client = checkingClient(region)
  try {
    const found = await findBucket(client, region, bucket)
    if (found.exists.severity === 'error') return found
    const [encryption, publicAccess, policy, versioning, objectLock] = await Promise.all([
      checkEncryption(client, bucket),
      checkPublicAccess(client, bucket),
      checkPolicy(client, bucket),
      checkVersioning(client, bucket),
      checkObjectLock(client, bucket, lock),
    ])
    return { ...found, encryption, publicAccess, policy, versioning, objectLock }
  } finally {
    client.destroy()
  }
}

/** A client with short time-outs. Other stores than Amazon's are addressed by path. */
export function checkingClient(region: string): S3Client {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env
  const forcePathStyle = Boolean(AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL)
  return new S3Client({ region, forcePathStyle, ...CHECK_OPTIONS })
}

type Found = Pick<BucketFindings, 'exists' | 'isMissing'>

async function findBucket(client: S3Client, region: string, bucket: string): Promise<Found> {
  try {
    const { BucketRegion = region } = await client.send(new HeadBucketCommand({ Bucket: bucket }))
    const isHere = BucketRegion === region
    const exists = isHere
      ? fine(`bucket ${bucket} exists in ${region}`)
      : elsewhere(bucket, BucketRegion, region)
    return { exists, isMissing: false }
  } catch (error) {
    const problem = bucketProblem(error, region, bucket)
    return {
      exists: problem ?? couldNotAsk(error, `bucket ${bucket}`, 's3:ListBucket'),
      isMissing: isNotFound(error),
    }
  }
}

async function checkEncryption(client: S3Client, Bucket: string): Promise<Finding> {
  const fix = encryptionCommand(Bucket)
  try {
    const { ServerSideEncryptionConfiguration: found } = await client.send(
      new GetBucketEncryptionCommand({ Bucket }),
    )
    const algorithm = found?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm
    return algorithm ? fine(`encrypted by default (${algorithm})`) : warning('not encrypted by default', fix)
  } catch (error) {
    if ((error as Error).name === 'ServerSideEncryptionConfigurationNotFoundError') {
      return warning('not encrypted by default', fix)
    }
    return couldNotAsk(error, 'encryption', 's3:GetEncryptionConfiguration')
  }
}

async function checkPublicAccess(client: S3Client, Bucket: string): Promise<Finding> {
  const fix = publicAccessCommand(Bucket)
  try {
    const { PublicAccessBlockConfiguration: found } = await client.send(
      new GetPublicAccessBlockCommand({ Bucket }),
    )
    const open = BLOCKS.filter((block) => found?.[block] !== true)
    if (open.length === 0) return fine('public access is blocked')
    return failure(`public access is not fully blocked: ${open.join(', ')}`, fix)
  } catch (error) {
    if ((error as Error).name === 'NoSuchPublicAccessBlockConfiguration') {
      return failure('public access is not blocked', fix)
    }
    return couldNotAsk(error, 'public access', 's3:GetBucketPublicAccessBlock')
  }
}

async function checkPolicy(client: S3Client, Bucket: string): Promise<Finding> {
  try {
    const { PolicyStatus } = await client.send(new GetBucketPolicyStatusCommand({ Bucket }))
    if (!PolicyStatus?.IsPublic) return fine('its policy is not public')
    return failure(
      'its policy makes it public',
      `aws s3api delete-bucket-policy --bucket ${Bucket}, then deploy infra/`,
    )
  } catch (error) {
    if ((error as Error).name === 'NoSuchBucketPolicy') return fine('it has no policy')
    return couldNotAsk(error, 'policy', 's3:GetBucketPolicyStatus')
  }
}

async function checkVersioning(client: S3Client, Bucket: string): Promise<Finding> {
  try {
    const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket }))
    if (Status === 'Enabled') return fine('older versions are kept')
    return warning(
      'older versions are not kept, so a file deleted by mistake is lost',
      versioningCommand(Bucket),
    )
  } catch (error) {
    return couldNotAsk(error, 'versions', 's3:GetBucketVersioning')
  }
}

async function checkObjectLock(
  client: S3Client,
  Bucket: string,
  lock: ObjectLock | undefined,
): Promise<Finding> {
  try {
    const { ObjectLockConfiguration: found } = await client.send(
      new GetObjectLockConfigurationCommand({ Bucket }),
    )
    const preset = found?.Rule?.DefaultRetention
    if (preset) {
      return warning(
        `Object Lock retains every file for ${preset.Years ?? preset.Days} ${preset.Years ? 'years' : 'days'}, including files that were never confirmed`,
        objectLockCommand(Bucket),
      )
    }
    if (found?.ObjectLockEnabled === 'Enabled') {
      return lock
        ? fine(`Object Lock retains the originals of confirmed receipts (${lock})`)
        : fine('Object Lock is on but unused: S3_OBJECT_LOCK is off')
    }
  } catch (error) {
    if ((error as Error).name !== 'ObjectLockConfigurationNotFoundError') {
      return couldNotAsk(error, 'Object Lock', 's3:GetBucketObjectLockConfiguration')
    }
  }
  if (!lock) return fine('Object Lock is off, as is S3_OBJECT_LOCK')
  return failure(
    `Object Lock is off, but S3_OBJECT_LOCK is ${lock}: no original can be retained`,
    `${objectLockCommand(Bucket)}, or set S3_OBJECT_LOCK=off`,
  )
}
