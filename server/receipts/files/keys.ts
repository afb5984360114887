import { createHash } from 'node:crypto'
import type { Box } from '../../reading/page-text.ts'
import type { ReceiptFile } from '../parts.ts'

/**
 * The folder of an owner in the FileStore. The id comes from an OpenID provider: usually a UUID, but any text of up to
 * 255 characters is allowed (OpenID Connect Core, section 2).
 */
export const ownerFolder = (userId: string) =>
  /^[\w-]{1,64}$/.test(userId) ? userId : `~${createHash('sha256').update(userId).digest('hex')}`

/** The folder of a receipt in the FileStore: its originals, and what was made from them. */
export const folderOf = (userId: string, receiptId: string) => `${ownerFolder(userId)}/${receiptId}`

/** A file as it was uploaded. */
export const originalKey = (userId: string, receiptId: string, fileId: string) =>
  `${folderOf(userId, receiptId)}/${fileId}`

/** Whether a name in a receipt's folder is that of an original: what was made from one has its name and an extension. */
export const isOriginalName = (name: string) => /^[\w-]+$/.test(name)

/** The text a reader found in a file: gzipped JSON of its PageText[]. */
export const textKey = (userId: string, receiptId: string, fileId: string) =>
  `${originalKey(userId, receiptId, fileId)}.text.json.gz`

/** Pictures made from a file: small for a list, large where a browser cannot show the original. */
export type View = 'thumbnail' | 'preview'

/** What of a file is shown. */
export interface Shown {
  /** Of the file, from 1. Default: the first. */
  page?: number
  /** A part of the page, as the file shows it. Default: all of it. */
  area?: Box | undefined
}

/** The name of a picture made of a file: other parts of it are other pictures. */
export function viewName(view: View, { page = 1, area }: Shown = {}) {
  const name = page === 1 ? view : `${view}-${page}`
  if (!area) return name
  const { left, top, width, height } = area
  return `${name}-of-${[left, top, width, height].map((share) => Math.round(share * 1000)).join('-')}`
}

export const viewKey = (userId: string, receiptId: string, fileId: string, view: View, shown?: Shown) =>
  `${originalKey(userId, receiptId, fileId)}.${viewName(view, shown)}.webp`

/** The extension of a file's name, by the type it was found to have. */
export const EXTENSIONS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
  'image/heic': 'heic',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'application/json': 'json',
} as const satisfies Record<ReceiptFile['type'], string>
