import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { Call } from './remove-versions.ts'

/**
 * The keys of the current objects directly under a folder, sorted. Lists versions, as removing does, so that the role
 * and the stand-ins need only one way to list.
 */
export async function listKeys(
  client: S3Client,
  call: Call,
  { bucket, folder }: { bucket: string; folder: string },
): Promise<string[]> {
  const prefix = `${folder}/`
  const keys: string[] = []
  let at: Pick<ListObjectVersionsCommandOutput, 'NextKeyMarker' | 'NextVersionIdMarker'> = {}
  do {
    const list = new ListObjectVersionsCommand({
      Bucket: bucket,
      Prefix: prefix,
      KeyMarker: at.NextKeyMarker,
      VersionIdMarker: at.NextVersionIdMarker,
    })
    const page: ListObjectVersionsCommandOutput = await call((abortSignal) =>
      client.send(list, { abortSignal }),
    )
    const current = (page.Versions ?? []).flatMap(({ Key, IsLatest }) => (Key && IsLatest ? [Key] : []))
    keys.push(...current.filter((key) => !key.slice(prefix.length).includes('/')))
    at = page.IsTruncated ? page : {}
  } while (at.NextKeyMarker)
  return keys.sort()
}
