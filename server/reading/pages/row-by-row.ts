import { open } from 'node:fs/promises'
import type { Metadata } from 'sharp'

/**
 * Whether a picture is decoded row by row, or reduced while it is decoded, so that a large one needs little memory. The
 * others need bytes for each pixel: a progressive JPEG keeps the coefficients of all scans, an interlaced PNG, a lossless
 * or transparent WebP, an AVIF and a GIF the whole picture, and so does what has to be turned upright.
 */
export async function isDecodedByRows(path: string, header: Metadata): Promise<boolean> {
  const { format, isProgressive, orientation = 1, hasAlpha } = header
  if (format === 'jpeg') return !isProgressive
  if (orientation !== 1) return false
  if (format === 'png') return !isProgressive
  if (format === 'tiff') return true
  return format === 'webp' && !hasAlpha && (await isLossyWebp(path))
}

const MOST_CHUNKS = 20

/** Whether it is one picture in the lossy format (RFC 9649: a chunk `VP8 `). */
async function isLossyWebp(path: string): Promise<boolean> {
  await using file = await open(path)
  const head = Buffer.alloc(8)
  let at = 'RIFF....WEBP'.length
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const { bytesRead } = await file.read(head, 0, head.length, at)
    if (bytesRead < head.length) return false
    const name = head.toString('latin1', 0, 4)
    if (name === 'VP8 ') return true
    if (name === 'VP8L' || name === 'ANIM') return false
    const bytes = head.readUInt32LE(4)
    at += head.length + bytes + (bytes % 2)
  }
  return false
}
