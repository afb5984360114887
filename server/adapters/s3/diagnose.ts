import {
  GetBucketEncryptionCommand,
  GetBucketPolicyStatusCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { CHECK_OPTIONS, couldNotAsk, isRefused } from '../../aws/diagnosis.ts'
import { type Finding, failure, fine, warning } from '../../finding.ts'
import type { ObjectLock } from './hold.ts'

/**
 * Whether the bucket is there, in its region, encrypted, closed to the public, keeping older versions, and able to
 * hold originals where S3_OBJECT_LOCK says so.
 */
export async function diagnoseBucket(
  region: string,
  bucket: string,
  lock: ObjectLock | undefined,
): Promise<Finding[]> {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env
  const forcePathStyle = Boolean(AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL)
  const client = new S3Client({ region, forcePathStyle, ...CHECK_OPTIONS })
  try {
    const there = await diagnoseRegion(client, region, bucket)
    if (there.severity === 'error') return [there]
    const checks = [encryption, publicAccess, policy, versioning]
    const found = await Promise.all(checks.map((check) => check(client, bucket)))
    return [there, ...found, await objectLock(client, bucket, lock)]
  } finally {
    client.destroy()
  }
}

async function diagnoseRegion(client: S3Client, region: string, bucket: string): Promise<Finding> {
  const elsewhere = (found: string) =>
    failure(
      `bucket ${bucket} is in ${found}, and AWS_REGION is ${region}`,
      'set AWS_REGION, or S3_BUCKET_NAME',
    )
  try {
    const { BucketRegion = region } = await client.send(new HeadBucketCommand({ Bucket: bucket }))
    return BucketRegion === region ? fine(`bucket ${bucket} is there, in ${region}`) : elsewhere(BucketRegion)
  } catch (error) {
    const { $response, $metadata } = error as {
      $response?: { headers?: Record<string, string> }
      $metadata?: { httpStatusCode?: number }
    }
    const found = $response?.headers?.['x-amz-bucket-region']
    if (found && found !== region) return elsewhere(found)
    if ($metadata?.httpStatusCode === 404) {
      return failure(`bucket ${bucket} is not there`, 'deploy infra/ (docs/aws.md), or set S3_BUCKET_NAME')
    }
    if (isRefused(error)) {
      return failure(
        `bucket ${bucket}: this role may not use it`,
        'give the role the policy of infra/ (docs/aws.md)',
      )
    }
    return couldNotAsk(error, `bucket ${bucket}`, 's3:ListBucket')
  }
}

async function encryption(client: S3Client, Bucket: string): Promise<Finding> {
  const fix = `aws s3api put-bucket-encryption --bucket ${Bucket} --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}'`
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

const BLOCKS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const

async function publicAccess(client: S3Client, Bucket: string): Promise<Finding> {
  const all = BLOCKS.map((block) => `${block}=true`).join(',')
  const fix = `aws s3api put-public-access-block --bucket ${Bucket} --public-access-block-configuration ${all}`
  try {
    const { PublicAccessBlockConfiguration: found } = await client.send(
      new GetPublicAccessBlockCommand({ Bucket }),
    )
    const open = BLOCKS.filter((block) => found?.[block] !== true)
    if (open.length === 0) return fine('public access is blocked')
    return failure(`public access is not wholly blocked: ${open.join(', ')}`, fix)
  } catch (error) {
    if ((error as Error).name === 'NoSuchPublicAccessBlockConfiguration') {
      return failure('public access is not blocked', fix)
    }
    return couldNotAsk(error, 'public access', 's3:GetBucketPublicAccessBlock')
  }
}

async function policy(client: S3Client, Bucket: string): Promise<Finding> {
  try {
    const { PolicyStatus } = await client.send(new GetBucketPolicyStatusCommand({ Bucket }))
    if (!PolicyStatus?.IsPublic) return fine('its policy lets no strangers in')
    return failure(
      'its policy makes it public',
      `aws s3api delete-bucket-policy --bucket ${Bucket}, then deploy infra/`,
    )
  } catch (error) {
    if ((error as Error).name === 'NoSuchBucketPolicy') return fine('no policy lets strangers in')
    return couldNotAsk(error, 'policy', 's3:GetBucketPolicyStatus')
  }
}

async function versioning(client: S3Client, Bucket: string): Promise<Finding> {
  try {
    const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket }))
    if (Status === 'Enabled') return fine('versions are kept')
    const fix = `aws s3api put-bucket-versioning --bucket ${Bucket} --versioning-configuration Status=Enabled`
    return warning('a file that is overwritten or deleted by mistake is gone: no versions are kept', fix)
  } catch (error) {
    return couldNotAsk(error, 'versions', 's3:GetBucketVersioning')
  }
}

async function objectLock(client: S3Client, Bucket: string, lock: ObjectLock | undefined): Promise<Finding> {
  try {
    const { ObjectLockConfiguration: found } = await client.send(
      new GetObjectLockConfigurationCommand({ Bucket }),
    )
    const preset = found?.Rule?.DefaultRetention
    if (preset) {
      return warning(
        `Object Lock holds every file for ${preset.Years ?? preset.Days} ${preset.Years ? 'years' : 'days'}, also what was never confirmed`,
        `aws s3api put-object-lock-configuration --bucket ${Bucket} --object-lock-configuration ObjectLockEnabled=Enabled`,
      )
    }
    if (found?.ObjectLockEnabled === 'Enabled') {
      return lock
        ? fine(`Object Lock holds the originals of confirmed receipts (${lock})`)
        : fine('Object Lock is on, and holds nothing: S3_OBJECT_LOCK is off')
    }
  } catch (error) {
    if ((error as Error).name !== 'ObjectLockConfigurationNotFoundError') {
      return couldNotAsk(error, 'Object Lock', 's3:GetBucketObjectLockConfiguration')
    }
  }
  if (!lock) return fine('Object Lock is off, and S3_OBJECT_LOCK too')
  return failure(
    `Object Lock is off, and S3_OBJECT_LOCK is ${lock}: no original can be held`,
    `aws s3api put-object-lock-configuration --bucket ${Bucket} --object-lock-configuration ObjectLockEnabled=Enabled, or set S3_OBJECT_LOCK=off`,
  )
}
