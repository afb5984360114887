import { open } from 'node:fs/promises'
import { type PageFileType, UnusableFileError } from '../ports.ts'

const HEAD_BYTES = 1024

/** Brands of HEVC pictures and picture sequences (ISO/IEC 23008-12, annex B). */
const HEVC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']
/** Brands of the container alone; its content may use any codec. */
const CONTAINER_BRANDS = ['mif1', 'msf1']
const AV1_BRANDS = ['avif', 'avis']

/** Detects the type of a file by its first bytes; null if it is not supported. */
export function sniff(head: Buffer): PageFileType | null {
  const starts = (bytes: string) => head.toString('latin1', 0, bytes.length) === bytes
  if (starts('\xff\xd8\xff')) return 'image/jpeg'
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (starts('RIFF') && head.toString('latin1', 8, 12) === 'WEBP') return 'image/webp'
  if (starts('II*\0') || starts('MM\0*')) return 'image/tiff'
  if (starts('GIF87a') || starts('GIF89a')) return 'image/gif'
  const container = typeOfContainer(head)
  if (container) return container
  // ISO 32000-1, annex H: readers accept the header anywhere within the first 1024 bytes.
  if (head.includes('%PDF-')) return 'application/pdf'
  return null
}

/** Looks at the brands in the first box (ISO/IEC 14496-12, 4.3). */
function typeOfContainer(head: Buffer): PageFileType | null {
  if (head.toString('latin1', 4, 8) !== 'ftyp') return null
  const brands = head.toString('latin1', 8, Math.min(head.readUInt32BE(0), head.length)).match(/.{4}/gs) ?? []
  // The second entry is a version, not a brand.
  const isOf = (family: string[]) => brands.some((brand, at) => at !== 1 && family.includes(brand))
  if (isOf(HEVC_BRANDS)) return 'image/heic'
  if (isOf(AV1_BRANDS)) return 'image/avif'
  return isOf(CONTAINER_BRANDS) ? 'image/heic' : null
}

/** Detects the type of a file. Rejects with UnusableFileError (`empty`, `unsupported`) or the system's error. */
export async function sniffFile(path: string): Promise<PageFileType> {
  await using file = await open(path)
  const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
  if (bytesRead === 0) throw new UnusableFileError('empty', 'the file is empty')
  const type = sniff(buffer.subarray(0, bytesRead))
  if (!type)
    throw new UnusableFileError(
      'unsupported',
      'not a JPEG, PNG, WebP, TIFF, HEIC, AVIF, GIF or PDF file, nor an e-invoice',
    )
  return type
}
