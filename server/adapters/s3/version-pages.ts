import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3'

/** Makes one call to S3, with retries. */
export type Call = <T>(operation: (abortSignal: AbortSignal) => Promise<T>) => Promise<T>

/** The versions and delete markers under a prefix, a page at a time; the next page is fetched when it is asked for. */
export async function* versionPages(
  client: S3Client,
  call: Call,
  { bucket, prefix }: { bucket: string; prefix: string },
): AsyncGenerator<ListObjectVersionsCommandOutput> {
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
    yield page
    at = page.IsTruncated ? page : {}
  } while (at.NextKeyMarker)
}
