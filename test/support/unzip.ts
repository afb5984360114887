import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

const open = promisify(fromBuffer) as (b: Buffer, o: { lazyEntries: boolean }) => Promise<ZipFile>

/** How many files a zip's directory says it has. */
export const entryCount = async (bytes: Buffer) => (await open(bytes, { lazyEntries: true })).entryCount

/** The files of a zip in order, each checked against its checksum and the rules for names. */
export async function unzipped(bytes: Buffer): Promise<{ path: string; content: Buffer }[]> {
  const zip = await open(bytes, { lazyEntries: true })
  const openStream = promisify(zip.openReadStream.bind(zip)) as (
    entry: Entry,
  ) => Promise<NodeJS.ReadableStream>
  const { promise: end, resolve, reject } = Promise.withResolvers<void>()
  const found: { path: string; content: Buffer }[] = []
  zip.on('end', resolve).on('error', reject)
  zip.on('entry', (entry: Entry) => {
    openStream(entry)
      .then(buffer)
      .then((content) => {
        if (crc32(content) !== entry.crc32) throw new Error(`${entry.fileName} does not fit its checksum`)
        found.push({ path: entry.fileName, content })
        zip.readEntry()
      })
      .catch(reject)
  })
  zip.readEntry()
  await end
  return found
}
