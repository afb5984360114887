import { open, stat } from 'node:fs/promises'
import { type InvoiceFileType, UnusableFileError } from '../ports.ts'
import { MAX_BYTES } from './limits.ts'

const HEAD_BYTES = 256

/** Which syntax of an e-invoice the first bytes of a file could be; null for neither. */
export function sniffInvoice(head: Uint8Array): InvoiceFileType | null {
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (text.startsWith('{')) return 'application/json'
  return /^<(\?xml\s|[^!?/\s<>])/.test(text) ? 'application/xml' : null
}

/** Which of the two a file could be. Rejects with UnusableFileError (`too_large`) where it is too large for one. */
export async function sniffInvoiceFile(path: string): Promise<InvoiceFileType | null> {
  await using file = await open(path)
  const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
  const type = sniffInvoice(buffer.subarray(0, bytesRead))
  if (type && (await stat(path)).size > MAX_BYTES) {
    throw new UnusableFileError('too_large', `An e-invoice may have at most ${MAX_BYTES / 1e6} MB.`)
  }
  return type
}
