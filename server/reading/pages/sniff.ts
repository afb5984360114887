import { open } from 'node:fs/promises'
import { type PageFileType, UnusableFileError } from '../ports.ts'

const HEAD_BYTES = 1024

/** Brands of pictures coded with HEVC, and of sequences of them (ISO/IEC 23008-12, annex B). */
const HEVC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']
/** The container alone; what is in it may be coded in any way. */
const CONTAINER_BRANDS = ['mif1', 'msf1']
const AV1_BRANDS = ['avif', 'avis']

/** What the first bytes of a file say it is; null for none of the supported types. */
export function sniff(head: Buffer): PageFileType | null {
  const starts = (bytes: string) => head.toString('latin1', 0, bytes.length) === bytes
  if (starts('\xff\xd8\xff')) return 'image/jpeg'
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (starts('RIFF') && head.toString('latin1', 8, 12) === 'WEBP') return 'image/webp'
  if (starts('II*\0') || starts('MM\0*')) return 'image/tiff'
  if (isHeic(head)) return 'image/heic'
  // ISO 32000-1, annex H: readers accept the header anywhere within the first 1024 bytes.
  if (head.includes('%PDF-')) return 'application/pdf'
  return null
}

/** By the brands in its first box (ISO/IEC 14496-12, 4.3). */
function isHeic(head: Buffer): boolean {
  if (head.toString('latin1', 4, 8) !== 'ftyp') return false
  const brands = head.toString('latin1', 8, Math.min(head.readUInt32BE(0), head.length)).match(/.{4}/gs) ?? []
  // The second place is no brand but a version.
  const isOf = (family: string[]) => brands.some((brand, at) => at !== 1 && family.includes(brand))
  return isOf(HEVC_BRANDS) || (isOf(CONTAINER_BRANDS) && !isOf(AV1_BRANDS))
}

/** Rejects with UnusableFileError (`empty`, `unsupported`), or with the system's error when the file cannot be opened. */
export async function sniffFile(path: string): Promise<PageFileType> {
  await using file = await open(path)
  const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
  if (bytesRead === 0) throw new UnusableFileError('empty', 'the file is empty')
  const type = sniff(buffer.subarray(0, bytesRead))
  if (!type)
    throw new UnusableFileError(
      'unsupported',
      'not a JPEG, PNG, WebP, TIFF, HEIC or PDF file, nor an e-invoice',
    )
  return type
}
