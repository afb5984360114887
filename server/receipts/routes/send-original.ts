import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DamagedRecordError, Refusal } from '../../errors.ts'
import { download, empty } from '../../http/downloads.ts'
import { wantedRange } from '../../http/ranges.ts'
import {
  type FileType,
  fileTypes,
  isInvoiceType,
  ReaderFailedError,
  UnusableFileError,
} from '../../reading/ports.ts'
import { say } from '../../texts/index.ts'
import { EXTENSIONS } from '../files/keys.ts'
import type { ReceiptFile } from '../parts.ts'
import type { FileStore } from '../ports.ts'

/** The responses of a route that sends an original, for the API description. */
export const originalResponses = {
  200: download('The file', fileTypes),
  206: download('The range of it that was requested', fileTypes),
  304: empty('The browser has it already'),
}

export const fileSize = z
  .enum(['original', 'thumbnail', 'preview'])
  .default('original')
  .meta({
    description:
      '`preview` and `thumbnail` are WebP pictures of at most 2,000 and 400 pixels a side. Use `preview` for file types ' +
      'that browsers do not show.',
  })

export interface Original {
  /** Its key in the FileStore. */
  key: string
  file: Pick<ReceiptFile, 'sha256' | 'type' | 'bytes'>
  /** The name a browser saves it by, without extension. */
  name: string
}

/**
 * Answers with a stored file as it was uploaded, or with the range of it that was requested.
 * @throws DamagedRecordError where the file is missing
 */
export async function sendOriginal(
  request: FastifyRequest,
  reply: FastifyReply,
  files: FileStore,
  { key, file, name }: Original,
) {
  if (isKnown(request, reply, file.sha256)) return reply.code(304).send()
  reply.header('Content-Security-Policy', policyFor(file.type))
  const range = wantedRange(request, file.bytes)
  reply.header('Accept-Ranges', 'bytes')
  if (range === 'none') {
    reply.header('Content-Range', `bytes */${file.bytes}`)
    throw new Refusal(
      'range_not_satisfiable',
      say(({ refusals }) => refusals.noSuchRange),
    )
  }
  const found = await files.open(key, range)
  if (!found) throw missing(key)
  if (range) reply.code(206).header('Content-Range', `bytes ${range.start}-${range.end}/${found.bytes}`)
  reply.header('Content-Length', range ? range.end - range.start + 1 : found.bytes)
  // XML can be a page with scripts: it is downloaded, not shown.
  const shown = isInvoiceType(file.type) ? 'attachment' : 'inline'
  reply.header('Content-Disposition', `${shown}; filename="${name}.${EXTENSIONS[file.type]}"`)
  return reply.type(file.type).send(found.stream)
}

/**
 * Whether the browser has this file already. A file never changes, but who may see it does, so a browser must ask each
 * time. Sets the caching headers.
 */
export function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  const etag = `"${tag}"`
  reply.header('Cache-Control', 'private, no-cache').header('ETag', etag)
  return request.headers['if-none-match'] === etag
}

/**
 * The Content-Security-Policy of a file: it comes from a stranger, so it can run nothing. Browsers show no PDF in a
 * sandbox; their PDF viewer is a sandbox itself.
 */
export const policyFor = (type: FileType | 'image/webp') =>
  `default-src 'none'${type === 'application/pdf' ? '' : '; sandbox'}`

/**
 * Answers with a WebP picture of a file.
 * @throws Refusal where none can be made of it
 */
export async function sendPicture(
  request: FastifyRequest,
  reply: FastifyReply,
  tag: string,
  picture: () => Promise<Buffer>,
) {
  if (isKnown(request, reply, tag)) return reply.code(304).send()
  reply.header('Content-Security-Policy', policyFor('image/webp'))
  const bytes = await picture().catch(asRefusal)
  return reply.type('image/webp').send(bytes)
}

function asRefusal(cause: unknown): never {
  if (cause instanceof UnusableFileError && cause.reason === 'encrypted') {
    throw new Refusal(
      'file_locked',
      say(({ refusals }) => refusals.fileLocked),
      { cause },
    )
  }
  const isUnusable = cause instanceof UnusableFileError
  if (!isUnusable && !(cause instanceof ReaderFailedError)) throw cause
  const code = isUnusable ? 'file_damaged' : 'reading_unavailable'
  throw new Refusal(
    code,
    say(({ refusals }) => refusals.notAPicture),
    { cause, retryAfter: 5 },
  )
}

/** The store answers, and does not have a file that a record names. */
export const missing = (key: string) =>
  new DamagedRecordError('file', key.split('/').at(-1) ?? '', ['all of it'])
