import { open, stat } from 'node:fs/promises'
import { type InvoiceFileType, UnusableFileError } from '../ports.ts'
import { LIMITS } from './limits.ts'

const HEAD_BYTES = 256

/** The syntax of an e-invoice that the first bytes of a file suggest; null for neither. */
export function sniffInvoice(head: Uint8Array): InvoiceFileType | null {
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  // A list of documents is told what it is, too.
  if (/^(?:\{|\[\s*[{["])/.test(text)) return 'application/json'
  return /^<(\?xml\s|[^!?/\s<>])/.test(text) ? 'application/xml' : null
}

/**
 * The syntax of an e-invoice that a file suggests, by its first 256 bytes; null for neither. Rejects with
 * UnusableFileError (`too_large`) when it has more bytes than an e-invoice may have.
 */
export async function sniffInvoiceFile(path: string): Promise<InvoiceFileType | null> {
  await using file = await open(path)
  const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
  const type = sniffInvoice(buffer.subarray(0, bytesRead))
  if (type && (await stat(path)).size > LIMITS.bytes) {
    throw new UnusableFileError('too_large', `An e-invoice may have at most ${LIMITS.bytes / 1e6} MB.`)
  }
  return type
}
