import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import { MANIFEST, type Manifest } from './format.ts'
import { seal } from './sealing.ts'

export interface ArchiveWriter {
  /** Adds a text that the manifest does not list. */
  text(name: string, text: string): Promise<void>
  /** Whether a file of this name was added. */
  has(name: string): boolean
  /** Adds a file that is open, and leaves it open. */
  opened(name: string, file: FileHandle): Promise<{ bytes: number; sha256: string }>
  /** Adds a local file; undefined when it does not exist. A name that was added before is not added again. */
  file(name: string, path: string): Promise<{ bytes: number; sha256: string } | undefined>
}

/**
 * Writes a tar file, encrypted if there is a passphrase, and streams one file at a time. The manifest comes last, when
 * every hash is known. The archive is durable when the promise resolves.
 */
export async function writeArchive(
  path: string,
  passphrase: string | undefined,
  fill: (archive: ArchiveWriter) => Promise<{ missing: string[] }>,
) {
  const output = await open(path, 'wx', 0o600)
  try {
    const tar = pack()
    const parts: Manifest['parts'] = []
    const writer = writerTo(tar, parts)
    const filled = fill(writer).then(async ({ missing }) => {
      await writer.text(MANIFEST, JSON.stringify({ parts, missing } satisfies Manifest))
      tar.finalize()
    })
    filled.catch((error) => tar.destroy(error))
    const plain = tar as unknown as AsyncIterable<Uint8Array>
    const bytes = passphrase === undefined ? plain : seal(passphrase, plain)
    const written = pipeline(bytes, (chunks: AsyncIterable<Uint8Array>) => writeAll(output, chunks))
    // The first failure is the reason; the second one follows from it.
    await Promise.all([filled, written])
    await output.sync()
  } finally {
    await output.close()
  }
}

async function writeAll(output: FileHandle, bytes: AsyncIterable<Uint8Array>) {
  for await (const chunk of bytes) await output.writeFile(chunk)
}

function writerTo(tar: ReturnType<typeof pack>, parts: Manifest['parts']): ArchiveWriter {
  const added = new Map<string, { bytes: number; sha256: string }>()

  async function add(name: string, file: FileHandle) {
    const { size } = await file.stat()
    const hash = createHash('sha256')
    const { promise: written, resolve, reject } = Promise.withResolvers<void>()
    const entry = tar.entry({ name, size, mode: 0o600 }, (error) => (error ? reject(error) : resolve()))
    // The handle keeps the opened file, even if another one is renamed over it.
    const copied = pipeline(
      file.createReadStream({ autoClose: false, start: 0 }),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          yield chunk
        }
      },
      entry as unknown as NodeJS.WritableStream,
    )
    await Promise.all([copied, written])
    const part = { bytes: size, sha256: hash.digest('hex') }
    parts.push({ name, ...part })
    added.set(name, part)
    return part
  }

  return {
    has: (name) => added.has(name),
    text: (name, text) =>
      new Promise((resolve, reject) => {
        tar.entry({ name, mode: 0o600 }, text, (error) => (error ? reject(error) : resolve()))
      }),
    opened: add,
    async file(name, path) {
      const before = added.get(name)
      if (before) return before
      const file = await open(path).catch(absent)
      return file && add(name, file).finally(() => file.close())
    },
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
