import { constants, createReadStream } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { v4 as uuid } from 'uuid'
import { storageError } from '../../errors.ts'
import type { FileStore } from '../../receipts/ports.ts'

/** Keys are made by the server of ids; anything else is a mistake, not a path to follow. */
const KEY = /^[\w~-]+(\/[\w-][\w.-]*)+$/
/** What may be removed as a whole. */
const FOLDER = /^[\w~-]+(\/[\w-][\w.-]*)*$/

/**
 * Files under `folder`, each put under a temporary name first and then renamed.
 * @param folder and `incoming` lie on the same file system
 */
export function createDiskFileStore(folder: string, incoming: string): FileStore {
  const pathOf = (key: string, shape = KEY) => {
    if (!shape.test(key)) throw new Error('not a key of a file')
    return join(folder, key)
  }

  return {
    keep: (key, path) =>
      stored(async () => {
        await sync(path)
        await place(path, pathOf(key))
      }),

    write: (key, bytes) =>
      stored(async () => {
        const temporary = join(incoming, uuid())
        try {
          await writeDurably(temporary, bytes)
          await place(temporary, pathOf(key))
        } catch (error) {
          await rm(temporary, { force: true })
          throw error
        }
      }),

    copy: (from, to) =>
      stored(async () => {
        const temporary = join(incoming, uuid())
        try {
          // A file that is stored is never written to, only replaced, so both names can share it.
          await link(pathOf(from), temporary).catch((error: NodeJS.ErrnoException) => {
            if (error.code === 'ENOENT') throw error
            return copyFile(pathOf(from), temporary, constants.COPYFILE_EXCL)
          })
          await sync(temporary)
          await place(temporary, pathOf(to))
          return true
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
          throw error
        } finally {
          // It is left over where both names were of the same file already.
          await rm(temporary, { force: true })
        }
      }),

    open: (key, range) =>
      stored(async () => {
        const path = pathOf(key)
        const found = await stat(path).catch(absent)
        return found && { stream: createReadStream(path, range), bytes: found.size }
      }),

    local: (key) =>
      stored(async () => {
        const path = pathOf(key)
        return (await stat(path).catch(absent)) && { path, release: async () => {} }
      }),

    list: (prefix) =>
      stored(async () => {
        const found = (await readdir(pathOf(prefix, FOLDER), { withFileTypes: true }).catch(absent)) ?? []
        return found
          .filter((entry) => entry.isFile())
          .map((entry) => `${prefix}/${entry.name}`)
          .sort()
      }),

    removeAll: (prefix) =>
      stored(async () => {
        // A folder that a reading writes to meanwhile is not empty when its turn comes.
        await rm(pathOf(prefix, FOLDER), { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
        return null
      }),

    // Whoever may write to the folder may remove from it.
    lockUntil: null,

    check: () =>
      stored(async () => {
        const probe = join(incoming, uuid())
        try {
          await writeDurably(probe, Buffer.from('ok'))
        } finally {
          // A full disk has room for the file, but not for its content.
          await rm(probe, { force: true })
        }
      }),
  }
}

async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw storageError(error)
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

async function sync(path: string) {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function writeDurably(path: string, bytes: Uint8Array) {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A rename is durable once the folder that names the file is. */
async function place(from: string, to: string) {
  const made = await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await rename(from, to)
  const oldest = made ? dirname(made) : dirname(to)
  for (let folder = dirname(to); ; folder = dirname(folder)) {
    await syncFolder(folder)
    if (folder === oldest) break
  }
}

async function syncFolder(path: string) {
  // Windows cannot open a folder; its file system keeps the order by itself.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
