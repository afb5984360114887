import { sniff } from '../../reading/pages/sniff.ts'
import { sniffInvoice } from '../../reading/ubl/sniff.ts'

/** The media type of a file, from its bytes alone. */
export function contentType(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  const isGzip = head[0] === 0x1f && head[1] === 0x8b
  return sniff(head) ?? sniffInvoice(head) ?? (isGzip ? 'application/gzip' : 'application/octet-stream')
}
