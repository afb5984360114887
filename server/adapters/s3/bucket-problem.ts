import { isRefused } from '../../aws/diagnosis.ts'
import { type Finding, failure } from '../../finding.ts'

export const elsewhere = (bucket: string, found: string, region: string) =>
  failure(`bucket ${bucket} is in ${found}, but AWS_REGION is ${region}`, 'set AWS_REGION, or S3_BUCKET_NAME')

interface HeadFailure {
  $response?: { headers?: Record<string, string> }
  $metadata?: { httpStatusCode?: number }
}

export const isNotFound = (error: unknown) =>
  (error as HeadFailure | undefined)?.$metadata?.httpStatusCode === 404

/** What the rejection of a HeadBucket says about the bucket; undefined when S3 could not be asked. */
export function bucketProblem(error: unknown, region: string, bucket: string): Finding | undefined {
  const found = (error as HeadFailure | undefined)?.$response?.headers?.['x-amz-bucket-region']
  if (found && found !== region) return elsewhere(bucket, found, region)
  if (isNotFound(error)) {
    const fix = 'npm run doctor -- --repair, or deploy infra/ (docs/aws.md), or correct S3_BUCKET_NAME'
    return failure(`bucket ${bucket} does not exist`, fix)
  }
  if (!error || !isRefused(error)) return undefined
  return failure(
    `bucket ${bucket}: this role may not use it`,
    'give the role the policy of infra/ (docs/aws.md)',
  )
}
