import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectIdentifier,
  type S3Client,
} from '@aws-sdk/client-s3'
import { prefetch } from '../../archive/prefetch.ts'
import { StorageUnavailableError } from '../../errors.ts'
import { retentionOf } from './hold.ts'

/** Retentions read in parallel: over seven years a taxpayer may have thousands of retained originals. */
const AT_ONCE = 16

/** Makes one call to S3, with retries. */
export type Call = <T>(operation: (abortSignal: AbortSignal) => Promise<T>) => Promise<T>

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
  let at: Pick<ListObjectVersionsCommandOutput, 'NextKeyMarker' | 'NextVersionIdMarker'> = {}
  let lockedUntil: Date | null = null
  do {
    const list = new ListObjectVersionsCommand({
      Bucket: bucket,
      Prefix: key,
      KeyMarker: at.NextKeyMarker,
      VersionIdMarker: at.NextVersionIdMarker,
    })
    const page: ListObjectVersionsCommandOutput = await call((abortSignal) =>
      client.send(list, { abortSignal }),
    )
    const found = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].filter(
      ({ Key }) => Key === key || Key?.startsWith(`${key}/`),
    ) as ObjectIdentifier[]
    const left = found.length > 0 ? await removeThese(client, call, bucket, found) : []
    for await (const until of prefetch(left, AT_ONCE, (one) => heldBy(client, call, bucket, one))) {
      if (!lockedUntil || until > lockedUntil) lockedUntil = until
    }
    at = page.IsTruncated ? page : {}
  } while (at.NextKeyMarker)
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
