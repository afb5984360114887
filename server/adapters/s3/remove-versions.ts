import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectIdentifier,
  type S3Client,
} from '@aws-sdk/client-s3'
import { StorageUnavailableError } from '../../errors.ts'
import { retentionOf } from './hold.ts'

/**
 * Removes the object of a key and all under it, with every version and marker: in a versioned bucket a plain delete
 * keeps the bytes. Without versions each object has the one version `null`.
 * @returns when the last version that a retention holds may go; null where none is left
 */
export async function removeVersions(
  client: S3Client,
  bucket: string,
  key: string,
  abortSignal: AbortSignal,
): Promise<Date | null> {
  let at: Pick<ListObjectVersionsCommandOutput, 'NextKeyMarker' | 'NextVersionIdMarker'> = {}
  let heldUntil: Date | null = null
  do {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({
        Bucket: bucket,
        Prefix: key,
        KeyMarker: at.NextKeyMarker,
        VersionIdMarker: at.NextVersionIdMarker,
      }),
      { abortSignal },
    )
    const found = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].filter(
      ({ Key }) => Key === key || Key?.startsWith(`${key}/`),
    ) as ObjectIdentifier[]
    for (const left of found.length > 0 ? await removeThese(client, bucket, found, abortSignal) : []) {
      const until = await heldBy(client, bucket, left, abortSignal)
      if (!heldUntil || until > heldUntil) heldUntil = until
    }
    at = page.IsTruncated ? page : {}
  } while (at.NextKeyMarker)
  return heldUntil
}

interface Refused extends ObjectIdentifier {
  code: string | undefined
}

/** A page of a listing has as many as one removal takes. @returns what was refused */
async function removeThese(
  client: S3Client,
  bucket: string,
  found: ObjectIdentifier[],
  abortSignal: AbortSignal,
): Promise<Refused[]> {
  const Objects = found.map(({ Key, VersionId }) => ({ Key, VersionId }))
  const { Errors = [] } = await client.send(
    new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    { abortSignal },
  )
  return Errors.map(({ Key, VersionId, Code }) => ({ Key, VersionId, code: Code }))
}

/** Until when a retention is the reason. Rejects with StorageUnavailableError where it is another one. */
async function heldBy(client: S3Client, bucket: string, { code, ...object }: Refused, signal: AbortSignal) {
  const found = code === 'AccessDenied' ? await retentionOf(client, bucket, object, signal) : undefined
  const until = found === 'missing' ? undefined : found?.RetainUntilDate
  if (until) return until
  throw new StorageUnavailableError(`S3 did not remove an object (${code})`)
}
