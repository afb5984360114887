import { buffer } from 'node:stream/consumers'
import type { PageTools } from '../reading/ports.ts'
import { originalKey, thumbnailKey } from './files.ts'
import type { Receipt } from './model.ts'
import type { FileStore } from './ports.ts'

/** Pixels of a thumbnail's longer side: sharp on a phone's list, some 10 kB. */
const SIZE = 400

/** Small WebP pictures of files, made when first asked for and kept beside the file. */
export function createThumbnails(files: FileStore, tools: PageTools) {
  /** Undefined: the file is not in the store. Rejects as PageTools does. */
  return async function thumbnail({ userId, id }: Receipt, fileId: string): Promise<Buffer | undefined> {
    const key = thumbnailKey(userId, id, fileId)
    const made = await files.open(key)
    if (made) return buffer(made.stream)
    const local = await files.local(originalKey(userId, id, fileId))
    if (!local) return undefined
    try {
      const bytes = await tools.thumbnail(local.path, SIZE)
      await files.write(key, bytes)
      return bytes
    } finally {
      await local.release()
    }
  }
}
