import { once } from 'node:events'
import type { Readable } from 'node:stream'
import ZipStream from 'zip-stream'

/** A file of an archive. */
export interface ArchiveEntry {
  /** With `/` between folders. */
  path: string
  /**
   * Whole, so that a file which cannot be read to its end is known of before its entry begins, and so that sizes and
   * checksums stand before the bytes, as every reader of zip files likes it.
   */
  content: Buffer
  /** Default: now. */
  modifiedAt?: Date | undefined
}

/**
 * A zip file of the entries, stored as they are (pictures do not get smaller), zip64 where it grows beyond 4 GiB or
 * 65,535 entries. An entry is asked for when the one before it was taken away; whoever stops reading ends `entries`.
 * The stream fails as `entries` does.
 */
export function zipOf(entries: AsyncIterable<ArchiveEntry>): Readable {
  const zip = new ZipStream({ store: true })
  fill(zip, entries).catch((error) => zip.destroy(error))
  return zip as unknown as Readable
}

async function fill(zip: ZipStream, entries: AsyncIterable<ArchiveEntry>) {
  const closed = once(zip, 'close').catch(() => {})
  for await (const entry of entries) {
    if (zip.destroyed) return
    await add(zip, entry)
    if (zip.writableNeedDrain) await Promise.race([once(zip, 'drain'), closed])
    // Leaving the loop lets `entries` close what it holds open.
    if (zip.destroyed) return
  }
  zip.finalize()
}

const add = (zip: ZipStream, { path, content, modifiedAt }: ArchiveEntry) =>
  new Promise<void>((resolve, reject) => {
    zip.entry(content, { name: path, date: modifiedAt ?? null }, (error) =>
      error ? reject(error) : resolve(),
    )
  })
