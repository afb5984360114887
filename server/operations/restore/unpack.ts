import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { extract, type Header } from 'tar-stream'
import type { z } from 'zod'
import {
  FORMAT,
  HEAD,
  type Head,
  headSchema,
  isPart,
  MANIFEST,
  type Manifest,
  manifestSchema,
} from '../backup/format.ts'
import { AGE, unseal } from '../backup/sealing.ts'
import { OperationError } from '../ports.ts'
import { EARLIER_SEAL, unsealEarlier } from './earlier-seal.ts'

/** Limit of the head and the manifest, so that a forged one cannot exhaust the memory. */
const LARGEST_TEXT = 64 * 1024 * 1024
const TAR_BLOCK = 512

export interface Unpacked {
  head: Head
  manifest: Manifest
  /** SHA-256 by name. */
  parts: Map<string, string>
}

export interface UnpackOptions {
  from: string
  /** An empty folder. */
  into: string
  /** Called when the archive is encrypted. */
  passphrase(): Promise<string>
  /** Called before anything is written. @throws OperationError when this release cannot use such an archive */
  accept(head: Head): void
}

/**
 * Writes an archive's parts durably under `into` and compares them with its manifest.
 * Rejects with OperationError for a wrong passphrase, and for a file that is damaged, truncated or not an archive.
 */
export async function unpack(options: UnpackOptions): Promise<Unpacked> {
  const archive = await open(options.from).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new OperationError(`There is no file ${options.from}.`) : error
  })
  try {
    const plain = await decrypted(archive, options.passphrase)
    const entries = extract()
    const copied = pipeline(plain, entries as unknown as NodeJS.WritableStream)
    const taken = takeParts(entries as unknown as AsyncIterable<Entry>, options)
    const [unpacked, read] = await Promise.allSettled([taken, copied])
    if (unpacked.status === 'fulfilled' && read.status === 'fulfilled') return unpacked.value
    throw reasonOf([unpacked, read].flatMap((end) => (end.status === 'rejected' ? [end.reason] : [])))
  } finally {
    await archive.close()
  }
}

async function decrypted(archive: FileHandle, passphrase: () => Promise<string>) {
  const start = Buffer.alloc(AGE.length)
  await archive.read(start, 0, start.length, 0)
  const bytes = () => archive.createReadStream({ autoClose: false, start: 0 })
  if (start.equals(AGE)) return unseal(await passphrase(), bytes())
  // The last byte is the version, which unsealEarlier checks.
  const earlier = EARLIER_SEAL.subarray(0, -1)
  if (start.subarray(0, earlier.length).equals(earlier)) return unsealEarlier(await passphrase(), bytes())
  await checkEnd(archive)
  return bytes()
}

/** A tar ends with two empty blocks. Without them it may be incomplete. */
async function checkEnd(archive: FileHandle) {
  const { size } = await archive.stat()
  const end = Buffer.alloc(2 * TAR_BLOCK)
  await archive.read(end, 0, end.length, Math.max(0, size - end.length))
  if (size === 0 || size % TAR_BLOCK !== 0 || end.some((byte) => byte !== 0)) {
    throw new OperationError('This is no backup of this program, or its end is missing.')
  }
}

async function takeParts(entries: AsyncIterable<Entry>, { into, accept }: UnpackOptions): Promise<Unpacked> {
  let head: Head | undefined
  let manifest: Manifest | undefined
  const parts = new Map<string, string>()
  for await (const entry of entries) {
    const { name } = entry.header
    if (head === undefined) {
      if (name !== HEAD) throw new OperationError('This is no backup of this program.')
      head = await document(headSchema, entry)
      if (head.format > FORMAT) throw new OperationError('The backup was made by a newer release.')
      accept(head)
    } else if (name === MANIFEST) {
      manifest = await document(manifestSchema, entry)
    } else {
      if (manifest || parts.has(name) || entry.header.type !== 'file' || !isPart(name)) throw damaged()
      parts.set(name, await writePart(join(into, name), entry))
    }
  }
  if (!head || !manifest) throw truncated()
  const listed = new Map(manifest.parts.map(({ name, sha256 }) => [name, sha256]))
  const isWhole = listed.size === parts.size && [...parts].every(([name, hash]) => listed.get(name) === hash)
  if (!isWhole) throw damaged()
  return { head, manifest, parts }
}

type Entry = AsyncIterable<Uint8Array> & { header: Header }

async function document<T>(schema: z.ZodType<T>, entry: Entry): Promise<T> {
  if (entry.header.size > LARGEST_TEXT) throw damaged()
  const text = String(await buffer(entry))
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw damaged()
  }
}

async function writePart(path: string, entry: Entry): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  try {
    for await (const chunk of entry) {
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

const truncated = () => new OperationError('The backup is truncated: its end is missing.')
const damaged = () => new OperationError('The backup is damaged.')

/** The cause among the errors of both ends of a stream: our own finding, else an error of this machine, else a damaged tar. */
function reasonOf(errors: NodeJS.ErrnoException[]): unknown {
  return (
    errors.find((error) => error.name === 'OperationError') ??
    errors.find((error) => error.errno !== undefined) ??
    // tar-stream reports this for an archive truncated within a file, e.g. one of zeros.
    errors.filter((error) => error.message === 'Unexpected end of data').map(truncated)[0] ??
    new OperationError('The backup is damaged.', { cause: errors[0] })
  )
}
