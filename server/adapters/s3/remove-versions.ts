import { DeleteObjectsCommand, type ObjectIdentifier, type S3Client } from '@aws-sdk/client-s3'
import { StorageUnavailableError } from '../../errors.ts'
import { prefetch } from '../../prefetch.ts'
import { retentionOf } from './hold.ts'
import { type Call, versionPages } from './version-pages.ts'

/** Retentions read in parallel: over seven years a taxpayer may have thousands of retained originals. */
const AT_ONCE = 16

/**
 * Removes the object of a key and all objects under it, with every version and delete marker: in a versioned bucket a
 * plain delete keeps the bytes. In other buckets each object has the single version `null`.
 * @returns when the last retained version may be removed; null when nothing is left
 */
export async function removeVersions(
  client: S3Client,
  call: Call,
  { bucket, key }: { bucket: string; key: string },
): Promise<Date | null> {
  let lockedUntil: Date | null = null
  for await (const page of versionPages(client, call, { bucket, prefix: key })) {
    const found = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].filter(
      ({ Key }) => Key === key || Key?.startsWith(`${key}/`),
    ) as ObjectIdentifier[]
    const left = found.length > 0 ? await removeThese(client, call, bucket, found) : []
    for await (const until of prefetch(left, AT_ONCE, (one) => heldBy(client, call, bucket, one))) {
      if (!lockedUntil || until > lockedUntil) lockedUntil = until
    }
  }
  return lockedUntil
}

interface Refused extends ObjectIdentifier {
  code: string | undefined
}

/** One page of a listing fits into one request. @returns the versions that were not removed */
async function removeThese(
  client: S3Client,
  call: Call,
  bucket: string,
  found: ObjectIdentifier[],
): Promise<Refused[]> {
  const Objects = found.map(({ Key, VersionId }) => ({ Key, VersionId }))
  const remove = new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } })
  const { Errors = [] } = await call((abortSignal) => client.send(remove, { abortSignal }))
  return Errors.map(({ Key, VersionId, Code }) => ({ Key, VersionId, code: Code }))
}

/** The end of the retention that prevented a removal. Rejects with StorageUnavailableError for any other reason. */
async function heldBy(client: S3Client, call: Call, bucket: string, { code, ...object }: Refused) {
  const isDenied = code === 'AccessDenied'
  const found = isDenied ? await call((signal) => retentionOf(client, bucket, object, signal)) : undefined
  const until = found === 'missing' ? undefined : found?.RetainUntilDate
  if (until) return until
  throw new StorageUnavailableError(`S3 did not remove an object (${code})`)
}
