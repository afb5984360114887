import { createHash } from 'node:crypto'
import type { ReceiptFile } from '../model.ts'

/**
 * Where everything of an owner lies in the FileStore. The id comes from a provider: most are UUIDs, but any text of
 * 255 characters may be one (OpenID Connect).
 */
export const ownerFolder = (userId: string) =>
  /^[\w-]{1,64}$/.test(userId) ? userId : `~${createHash('sha256').update(userId).digest('hex')}`

/** Where everything of a receipt lies in the FileStore. */
export const folderOf = (userId: string, receiptId: string) => `${ownerFolder(userId)}/${receiptId}`

export const originalKey = (userId: string, receiptId: string, fileId: string) =>
  `${folderOf(userId, receiptId)}/${fileId}`

/** The text a reader found in a file: gzipped JSON of its PageText[]. */
export const textKey = (userId: string, receiptId: string, fileId: string) =>
  `${originalKey(userId, receiptId, fileId)}.text.json.gz`

/** What else a file is shown as: small in a list, or where a browser cannot show the original. */
export type View = 'thumbnail' | 'preview'

export const viewKey = (userId: string, receiptId: string, fileId: string, view: View) =>
  `${originalKey(userId, receiptId, fileId)}.${view}.webp`

/** What a file's name ends in, by what it was found to be. */
export const EXTENSIONS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'application/json': 'json',
} as const satisfies Record<ReceiptFile['type'], string>
