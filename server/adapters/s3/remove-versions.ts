import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectIdentifier,
  type S3Client,
} from '@aws-sdk/client-s3'
import { StorageUnavailableError } from '../../errors.ts'

/**
 * Removes the object of a key and all under it, with every version and marker: in a versioned bucket a plain delete
 * keeps the bytes. Without versions each object has the one version `null`.
 */
export async function removeVersions(
  client: S3Client,
  bucket: string,
  key: string,
  abortSignal: AbortSignal,
) {
  let at: Pick<ListObjectVersionsCommandOutput, 'NextKeyMarker' | 'NextVersionIdMarker'> = {}
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
    )
    if (found.length > 0) await removeThese(client, bucket, found as ObjectIdentifier[], abortSignal)
    at = page.IsTruncated ? page : {}
  } while (at.NextKeyMarker)
}

/** A page of a listing has as many as one removal takes. */
async function removeThese(
  client: S3Client,
  bucket: string,
  found: ObjectIdentifier[],
  abortSignal: AbortSignal,
) {
  const Objects = found.map(({ Key, VersionId }) => ({ Key, VersionId }))
  const { Errors = [] } = await client.send(
    new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    { abortSignal },
  )
  if (Errors.length > 0) {
    throw new StorageUnavailableError(`S3 did not remove ${Errors.length} objects (${Errors[0]?.Code})`)
  }
}
