import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { v4 as uuid, v7 as uuidv7 } from 'uuid'
import { Refusal, storageError } from '../../errors.ts'
import type { FileFacts, PageTools } from '../../reading/ports.ts'
import { say } from '../../texts/index.ts'
import type { ReceiptFile } from '../parts.ts'
import { type InspectOptions, inspect, uploadBrokeOff } from './inspect.ts'

/** The size limit of an uploaded file. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** A file as the multipart parser hands it over: at the size limit the stream ends with `truncated` set. */
export type UploadStream = Readable & { truncated?: boolean }

/** A received file, and what it was found to be. */
export interface IncomingFile extends FileFacts {
  /** Of the temporary file. */
  path: string
  bytes: number
  /** Hex SHA-256 of its bytes. */
  sha256: string
}

/**
 * Receives an upload into a temporary file, inspects it, hands it to `work` and removes it. The client's name for the
 * type is ignored. Rejects with a Refusal when the file cannot be used, or when `signal` aborts before `work` begins.
 */
export function createReceiving(folder: string, tools: PageTools) {
  return async function withIncoming<T>(
    stream: UploadStream,
    work: (file: IncomingFile) => Promise<T>,
    options: InspectOptions = {},
  ): Promise<T> {
    const path = join(folder, uuid())
    try {
      const received = await receive(stream, path)
      return await work({ ...received, path, ...(await inspect(tools, path, options)) })
    } finally {
      await rm(path, { force: true })
    }
  }
}

/** @throws Refusal bad_request, file_too_large; StorageFullError, StorageUnavailableError */
async function receive(stream: UploadStream, path: string) {
  const hash = createHash('sha256')
  let bytes = 0
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  await pipeline(
    stream,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length
        hash.update(chunk)
        yield chunk
      }
    },
    file,
  ).catch((error) => {
    if (error instanceof Refusal) throw error
    const known = storageError(error)
    if (known !== error) throw known
    // Anything else that ends a stream early comes from its sender: a closed connection or an unfinished body.
    throw uploadBrokeOff(error)
  })
  if (stream.truncated) {
    const megabytes = MAX_FILE_BYTES / 1024 / 1024
    throw new Refusal(
      'file_too_large',
      say(({ refusals }) => refusals.fileTooLarge(megabytes)),
      {
        extra: { maxBytes: MAX_FILE_BYTES },
      },
    )
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** The entry of a new file in a receipt's record, with a new id. */
export function receiptFile(incoming: IncomingFile, role: ReceiptFile['role'], now: Date): ReceiptFile {
  const { sha256, type, bytes, pages, width, height, locked } = incoming
  return {
    id: uuidv7(),
    role,
    sha256,
    type,
    bytes,
    pages,
    width,
    height,
    turned: 0,
    ...(locked && { password: 'needed' as const }),
    addedAt: now.toISOString(),
  }
}
