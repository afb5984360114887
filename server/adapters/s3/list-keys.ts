import type { S3Client } from '@aws-sdk/client-s3'
import { type Call, versionPages } from './version-pages.ts'

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
  for await (const { Versions = [] } of versionPages(client, call, { bucket, prefix })) {
    const current = Versions.flatMap(({ Key, IsLatest }) => (Key && IsLatest ? [Key] : []))
    keys.push(...current.filter((key) => !key.slice(prefix.length).includes('/')))
  }
  return keys.sort()
}
