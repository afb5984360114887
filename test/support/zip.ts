import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import ZipStream from 'zip-stream'

/** A zip archive of these files, deflated. */
export async function zipOf(paths: string[]): Promise<Buffer> {
  const zip = new ZipStream()
  const bytes = buffer(zip)
  for (const path of paths) {
    const content = await readFile(path)
    await new Promise<void>((resolve, reject) => {
      zip.entry(content, { name: basename(path) }, (error) => (error ? reject(error) : resolve()))
    })
  }
  zip.finalize()
  return bytes
}
