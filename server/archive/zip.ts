import { once } from 'node:events'
import type { Readable } from 'node:stream'
import ZipStream from 'zip-stream'

/** A file of an archive. */
export interface ArchiveEntry {
  /** With `/` between folders. */
  path: string
  /**
   * The whole content, not a stream: a file that cannot be read to its end is found before its entry begins, and sizes
   * and checksums can precede the bytes, which every zip reader accepts.
   */
  content: Buffer
  /** Default: now. */
  modifiedAt?: Date | undefined
}

/**
 * Writes a zip file. Entries are stored without compression, because pictures do not get smaller; beyond 4 GiB or
 * 65,535 entries the file is zip64. The next entry is requested once the one before it was read, and `entries` is
 * closed when the reader stops. The stream fails when `entries` does.
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
    // Leaving the loop lets `entries` close what it has open.
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
