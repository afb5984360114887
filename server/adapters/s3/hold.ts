import {
  GetObjectRetentionCommand,
  type ObjectIdentifier,
  type ObjectLockRetention,
  PutObjectRetentionCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { endOfMalaysianDay } from '../../malaysian-time.ts'

/** Who may shorten a retention: an administrator with the right to bypass it (governance), or nobody (compliance). */
export type ObjectLock = 'governance' | 'compliance'

interface Held {
  bucket: string
  key: string
  lock: ObjectLock
}

/**
 * Retains an object until the end of a day. A longer or stronger retention is never reduced.
 * (Amazon S3 User Guide, "Locking objects with Object Lock")
 */
export async function hold(
  client: S3Client,
  { bucket, key, lock }: Held,
  day: string,
  abortSignal: AbortSignal,
) {
  const until = endOfMalaysianDay(day)
  const found = await retentionOf(client, bucket, { Key: key }, abortSignal)
  if (found === 'missing' || (found?.RetainUntilDate && found.RetainUntilDate >= until)) return
  const Mode = found?.Mode === 'COMPLIANCE' || lock === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE'
  await client.send(
    new PutObjectRetentionCommand({
      Bucket: bucket,
      Key: key,
      Retention: { Mode, RetainUntilDate: until },
    }),
    { abortSignal },
  )
}

/** Undefined when the object has no retention. */
export async function retentionOf(
  client: S3Client,
  bucket: string,
  { Key, VersionId }: ObjectIdentifier,
  abortSignal: AbortSignal,
): Promise<ObjectLockRetention | 'missing' | undefined> {
  try {
    const answer = await client.send(new GetObjectRetentionCommand({ Bucket: bucket, Key, VersionId }), {
      abortSignal,
    })
    return answer.Retention
  } catch (error) {
    const { name } = error as Error
    if (name === 'NoSuchObjectLockConfiguration') return undefined
    if (name === 'NoSuchKey' || name === 'NoSuchVersion') return 'missing'
    throw error
  }
}
