import { buffer } from 'node:stream/consumers'
import type { Events } from '../../events.ts'
import type { PageTools } from '../../reading/ports.ts'
import { findRecord } from '../damaged.ts'
import type { Receipt } from '../model.ts'
import type { FileStore, ReceiptStore } from '../ports.ts'
import { originalKey, type Shown, type View, viewKey } from './keys.ts'

/** Pixels of the longer side. A thumbnail (about 10 kB) is sharp in a list, a preview (about 200 kB) legible throughout. */
const SIZES = { thumbnail: 400, preview: 2000 } as const satisfies Record<View, number>

export interface ThumbnailDeps {
  store: ReceiptStore
  files: FileStore
  tools: PageTools
  events: Events
}

/** A receipt or a statement, whose files stand in a folder of its own. */
type Owned = Pick<Receipt, 'userId' | 'id'>

interface ThumbnailOptions extends Shown {
  /** Whether the record is still there: if it was removed meanwhile, nothing else would remove the picture. */
  isThere?: (record: Owned) => Promise<boolean>
}

/** RIFF, its size, WEBP: a stored picture that was truncated or overwritten is made again. */
const isWebp = (bytes: Buffer) =>
  bytes.length > 12 &&
  bytes.toString('latin1', 0, 4) === 'RIFF' &&
  bytes.toString('latin1', 8, 12) === 'WEBP' &&
  bytes.readUInt32LE(4) + 8 === bytes.length

/**
 * Makes every picture of a file that was opened with a password, while it is there: later nobody can. They are kept next
 * to the file and removed with it.
 */
export async function keepPictures(
  { files, tools }: Pick<ThumbnailDeps, 'files'> & { tools: Pick<PageTools, 'thumbnail'> },
  { userId, id }: Owned,
  { fileId, path, pages, password }: { fileId: string; path: string; pages: number; password: string },
) {
  const make = async (view: View, page: number) => {
    const bytes = await tools.thumbnail(path, SIZES[view], { page, password, person: userId })
    await files.write(viewKey(userId, id, fileId, view, { page }), bytes)
  }
  await make('thumbnail', 1)
  for (let page = 1; page <= pages; page++) await make('preview', page)
}

/** WebP pictures of files, made on the first request and stored next to the file. */
export function createThumbnails({ store, files, tools, events }: ThumbnailDeps) {
  async function isReceipt({ userId, id }: Owned) {
    const now = await findRecord(store, userId, id)
    return now !== undefined && now.receipt.status !== 'receiving'
  }

  /** Undefined: the file is not in the store. Rejects as PageTools.thumbnail does. */
  return async function thumbnail(
    record: Owned,
    fileId: string,
    view: View,
    { isThere = isReceipt, ...shown }: ThumbnailOptions = {},
  ): Promise<Buffer | undefined> {
    const { userId, id } = record
    const keep = async (bytes: Buffer) => {
      await files.write(key, bytes)
      if (!(await isThere(record))) await files.removeAll(key)
    }
    const key = viewKey(userId, id, fileId, view, shown)
    const made = await files.open(key)
    const stored = made && (await buffer(made.stream))
    if (stored && isWebp(stored)) return stored
    const local = await files.local(originalKey(userId, id, fileId))
    if (!local) return undefined
    try {
      const bytes = await tools.thumbnail(local.path, SIZES[view], { ...shown, person: userId })
      // A picture that cannot be stored can still be shown.
      await keep(bytes).catch(events.workFailed)
      return bytes
    } finally {
      await local.release()
    }
  }
}
