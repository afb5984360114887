import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { v4 as uuid } from 'uuid'
import { isOriginalName, originalKey } from '../../receipts/files/keys.ts'
import { keptFile } from '../../taxpayer/statements/kept-file.ts'
import { DATABASE, FILES } from '../backup/format.ts'
import { type DamagedRecord, damagedRecord } from '../damaged-record.ts'
import { syncFolder } from '../files.ts'
import { type DatabaseCopies, OperationError } from '../ports.ts'
import { type Unpacked, unpack } from './unpack.ts'

export interface RestoreOptions {
  from: string
  /** The target folder, which is empty or does not exist yet. */
  dataDir: string
  copies: DatabaseCopies
  /** The newest schema this release knows. */
  schema: number
  /** Locks the folder against servers. @throws DataInUseError */
  lock(lockFile: string): { release(): void }
  passphrase(): Promise<string>
  now: Date
}

export interface RestoreSummary {
  /** When the backup was made. */
  createdAt: string
  receipts: number
  files: number
  /** Files that were already missing when the backup was made. */
  missing: string[]
  /** Files that were already damaged when the backup was made. */
  damaged: string[]
  /** Records that could not be read in full when the backup was made; they are restored as they were. */
  damagedRecords: DamagedRecord[]
}

/**
 * Creates a data folder from an archive, completely or not at all: it is built beside the target, checked, and then renamed
 * to it.
 * Rejects with OperationError, DataInUseError, NewerDatabaseError or a storage error.
 */
export async function restore(options: RestoreOptions): Promise<RestoreSummary> {
  const { dataDir, lock } = options
  const made = await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const lockFile = join(dataDir, 'lock')
  const held = await emptyAndHeld(dataDir, () => lock(lockFile))
  const beside = join(dirname(dataDir), `.${basename(dataDir)}-${uuid()}`)
  try {
    await mkdir(beside, { mode: 0o700 })
    const summary = await build(beside, options)
    held.release()
    await rm(lockFile)
    await takePlace(beside, dataDir)
    return summary
  } catch (error) {
    held.release()
    await rm(beside, { recursive: true, force: true })
    // A folder that something else uses by now stays as it is.
    if ((await readdir(dataDir).catch(() => [])).join() === 'lock') await rm(lockFile)
    if (made) await rmdir(dataDir).catch(() => {})
    throw error
  }
}

async function emptyAndHeld(dataDir: string, lock: () => { release(): void }) {
  const names = await readdir(dataDir)
  if (names.includes('lock')) lock().release()
  // A killed restore leaves the lock file alone.
  if (names.some((name) => name !== 'lock')) {
    throw new OperationError(
      `The folder ${dataDir} is not empty. Move it away, or name another one: DATA_DIR=... npm run restore`,
    )
  }
  const [itself, parent] = [await stat(dataDir), await stat(dirname(dataDir))]
  if (itself.dev !== parent.dev) {
    throw new OperationError(
      `The folder ${dataDir} is the root of a file system of its own, and can only be replaced as a part of one: ` +
        `set DATA_DIR to a folder in it, e.g. ${join(dataDir, 'tracker')}`,
    )
  }
  let released = false
  const held = lock()
  return {
    release() {
      if (!released) held.release()
      released = true
    },
  }
}

async function build(folder: string, options: RestoreOptions): Promise<RestoreSummary> {
  const { from, copies, schema, passphrase, now } = options
  const unpacked = await unpack({
    from,
    into: folder,
    passphrase,
    accept(head) {
      if (head.schema <= schema) return
      throw new OperationError(
        `The backup has the schema ${head.schema}, this release knows up to ${schema}: restore it with the release that made it.`,
      )
    },
  })
  const database = join(folder, DATABASE)
  if (!unpacked.parts.has(DATABASE)) throw new OperationError('The backup has no database.')
  copies.prepare(database, now)
  const counted = compare(database, copies, unpacked)
  const { createdAt } = unpacked.head
  return { createdAt, missing: unpacked.manifest.missing, ...counted }
}

/** Compares the files with their records. */
function compare(database: string, copies: DatabaseCopies, { parts, manifest }: Unpacked) {
  const known = new Set(manifest.missing)
  const counted = {
    receipts: 0,
    files: 0,
    damaged: [] as string[],
    damagedRecords: [] as DamagedRecord[],
  }
  const compared = new Set<string>()
  const compareFile = (key: string, sha256: string, isNeeded: boolean) => {
    const hash = parts.get(`${FILES}${key}`)
    if (hash) {
      compared.add(key)
      counted.files++
      if (hash !== sha256) counted.damaged.push(key)
    } else if (isNeeded && !known.has(key)) {
      throw new OperationError('The backup is damaged: a file that its database names is not in it.')
    }
  }
  const found = copies.open(database)
  try {
    for (const { receipt, damaged } of found.receipts()) {
      const { userId, id, status, files } = receipt
      counted.receipts++
      for (const file of files) {
        compareFile(originalKey(userId, id, file.id), file.sha256, status !== 'receiving')
      }
      if (damaged.length === 0) continue
      counted.damagedRecords.push(damagedRecord(userId, { kind: 'receipt', id, members: damaged }))
    }
    for (const document of found.documents()) {
      const kept = keptFile(document.userId, document)
      if (kept) compareFile(kept.key, kept.file.sha256, true)
      if (document.damage) counted.damagedRecords.push(damagedRecord(document.userId, document.damage))
    }
  } finally {
    found.close()
  }
  // Originals of damaged records, which no longer name them.
  for (const name of parts.keys()) {
    const key = name.slice(FILES.length)
    const isOriginal = name.startsWith(FILES) && isOriginalName(basename(key))
    if (isOriginal && !compared.has(key)) counted.files++
  }
  return counted
}

/** A folder that is not empty, because a server has started in it, is never replaced. */
async function takePlace(folder: string, dataDir: string) {
  try {
    await rmdir(dataDir)
    await rename(folder, dataDir)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
    throw new OperationError(`Something else has begun to use ${dataDir}; nothing was restored.`)
  }
  await syncFolder(dirname(dataDir))
}
