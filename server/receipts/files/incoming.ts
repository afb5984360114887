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

/** What multipart hands over: at the size limit the stream just ends, and `truncated` tells. */
export type UploadStream = Readable & { truncated?: boolean }

export interface IncomingFile extends FileFacts {
  path: string
  bytes: number
  sha256: string
}

/**
 * Receives an upload into a file of this machine, looks at what it is, hands it to `work` and removes it.
 * Rejects with a Refusal for anything that is no file of its use, however the client names it.
 */
export function createReceiving(folder: string, tools: PageTools) {
  return async function withIncoming<T>(
    stream: UploadStream,
    work: (file: IncomingFile) => Promise<T>,
    use: FileUse = 'read',
  ): Promise<T> {
    const path = join(folder, uuid())
    try {
      const received = await receive(stream, path)
      return await work({ ...received, path, ...(await inspect(tools, path, use)) })
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
    // Whatever else ends a stream early is its sender: a hang-up, or a body without its end.
    throw new Refusal('bad_request', 'The upload broke off before its end.', { cause: error })
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

async function inspect(tools: PageTools, path: string, use: FileUse) {
  try {
    return await tools.inspect(path, use)
  } catch (error) {
    if (error instanceof UnusableFileError) {
      throw new Refusal(CODES[error.reason], error.message, { extra: { reason: error.reason }, cause: error })
    }
    throw new Refusal(
      'reading_unavailable',
      'The file could not be looked at. Nothing was stored; try again.',
      {
        retryAfter: 5,
        cause: error,
      },
    )
  }
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
