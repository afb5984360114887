import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { v4 as uuid, v7 as uuidv7 } from 'uuid'
import { Refusal, storageError } from '../../errors.ts'
import {
  type FileFacts,
  type FileUse,
  type PageTools,
  UnusableFileError,
  type UnusableReason,
} from '../../reading/ports.ts'
import type { ReceiptFile } from '../parts.ts'

export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** A file as the multipart parser hands it over: at the size limit the stream ends with `truncated` set. */
export type UploadStream = Readable & { truncated?: boolean }

export interface IncomingFile extends FileFacts {
  path: string
  bytes: number
  sha256: string
}

export interface ReceiveOptions {
  /** Default: `read`. */
  use?: FileUse
  /** Aborts when nobody waits for the result any more. */
  signal?: AbortSignal
}

/**
 * Receives an upload into a temporary file, inspects it, hands it to `work` and removes it. The client's name for the
 * type is ignored. Rejects with a Refusal when the file cannot be used, or when `signal` aborts before `work` begins.
 */
export function createReceiving(folder: string, tools: PageTools) {
  return async function withIncoming<T>(
    stream: UploadStream,
    work: (file: IncomingFile) => Promise<T>,
    options: ReceiveOptions = {},
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
    throw new Refusal('file_too_large', `A file may have at most ${megabytes} MB.`, {
      extra: { maxBytes: MAX_FILE_BYTES },
    })
  }
  return { bytes, sha256: hash.digest('hex') }
}

const CODES = {
  empty: 'file_empty',
  unsupported: 'file_unsupported',
  damaged: 'file_damaged',
  encrypted: 'file_damaged',
  too_many_pixels: 'too_many_pixels',
  too_many_pages: 'too_many_pages',
  too_large: 'file_too_large',
  not_an_invoice: 'file_unsupported',
  incomplete: 'file_damaged',
  contradicting: 'file_damaged',
  consolidated: 'file_not_evidence',
  self_billed: 'file_not_evidence',
  not_valid: 'file_not_evidence',
} as const satisfies Record<UnusableReason, string>

/** Nobody is there to read it; it ends the work and its cleanup is that of any refusal. */
export const uploadBrokeOff = (cause?: unknown) =>
  new Refusal('bad_request', 'The upload broke off before it was stored.', { cause })

async function inspect(tools: PageTools, path: string, options: ReceiveOptions) {
  try {
    const facts = await tools.inspect(path, options)
    if (!options.signal?.aborted) return facts
  } catch (error) {
    if (options.signal?.aborted) throw uploadBrokeOff(error)
    if (error instanceof UnusableFileError) {
      throw new Refusal(CODES[error.reason], error.message, { extra: { reason: error.reason }, cause: error })
    }
    throw new Refusal(
      'reading_unavailable',
      'The file could not be inspected. Nothing was stored; try again.',
      {
        retryAfter: 5,
        cause: error,
      },
    )
  }
  throw uploadBrokeOff()
}

export function receiptFile(incoming: IncomingFile, role: ReceiptFile['role'], now: Date): ReceiptFile {
  const { sha256, type, bytes, pages, width, height } = incoming
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
    addedAt: now.toISOString(),
  }
}
