import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../errors.ts'
import { wantedRange } from '../../http/ranges.ts'
import { type FileType, isInvoiceType } from '../../reading/ports.ts'
import { EXTENSIONS } from '../files/keys.ts'
import type { ReceiptFile } from '../model.ts'
import type { FileStore } from '../ports.ts'

export interface Original {
  /** Where it lies in the store. */
  key: string
  file: Pick<ReceiptFile, 'sha256' | 'type' | 'bytes'>
  /** What a browser calls it, without its ending. */
  name: string
}

/** Answers with a kept file as it was uploaded, or the part of it that was asked for. */
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
  if (range === 'none') return reply.code(416).header('Content-Range', `bytes */${file.bytes}`).send()
  const found = await files.open(key, range)
  if (!found) throw missing()
  if (range) reply.code(206).header('Content-Range', `bytes ${range.start}-${range.end}/${found.bytes}`)
  reply.header('Content-Length', range ? range.end - range.start + 1 : found.bytes)
  // XML can be a page that does things; it is for keeping, not for looking at.
  const shown = isInvoiceType(file.type) ? 'attachment' : 'inline'
  reply.header('Content-Disposition', `${shown}; filename="${name}.${EXTENSIONS[file.type]}"`)
  return reply.type(file.type).send(found.stream)
}

/** Whether the browser has it already. It never changes, but whether it may be seen does: a browser asks each time. */
export function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  const etag = `"${tag}"`
  reply.header('Cache-Control', 'private, no-cache').header('ETag', etag)
  return request.headers['if-none-match'] === etag
}

/**
 * A file of a stranger's making is opened as what we found it to be, and can run nothing. Browsers show no PDF in a
 * sandbox; their viewer is one of its own.
 */
export const policyFor = (type: FileType | 'image/webp') =>
  `default-src 'none'${type === 'application/pdf' ? '' : '; sandbox'}`

export const missing = () => new Refusal('storage_unavailable', 'The file is not in the store.')
