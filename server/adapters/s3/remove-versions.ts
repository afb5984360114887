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

/** Retentions asked for side by side: a taxpayer of seven years may have thousands of originals that are held. */
const AT_ONCE = 16

/** Makes one call of S3, with its retries. */
export type Call = <T>(operation: (abortSignal: AbortSignal) => Promise<T>) => Promise<T>

/**
 * Removes the object of a key and all under it, with every version and marker: in a versioned bucket a plain delete
 * keeps the bytes. Without versions each object has the one version `null`.
 * @returns when the last version that a retention holds may go; null where none is left
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

/** A page of a listing has as many as one removal takes. @returns what was refused */
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

/** Until when a retention is the reason. Rejects with StorageUnavailableError where it is another one. */
async function heldBy(client: S3Client, call: Call, bucket: string, { code, ...object }: Refused) {
  const isDenied = code === 'AccessDenied'
  const found = isDenied ? await call((signal) => retentionOf(client, bucket, object, signal)) : undefined
  const until = found === 'missing' ? undefined : found?.RetainUntilDate
  if (until) return until
  throw new StorageUnavailableError(`S3 did not remove an object (${code})`)
}
