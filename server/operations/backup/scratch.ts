import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { v4 as uuid } from 'uuid'

const NAME = /^backup-[\da-f-]{36}$/
/** Of the file in a scratch folder that says where its backup writes the archive. */
const NOTE = 'archive-path'
const LOCK = 'lock'
const UNFINISHED = /^\..+\.[\da-f-]{36}$/

export type Lock = (lockFile: string) => { release(): void }

export interface Scratch {
  /** For the plain copy of the database. It is in the data folder, which is as private as the database itself. */
  copy: string
  /** For the archive until it is complete, beside its place. */
  archive: string
  close(): Promise<void>
}

/**
 * A place for what a backup writes on its way. A backup that is killed leaves it behind: the next one, or the next start of
 * the server, removes it with the unfinished archive.
 * @param to where the archive belongs
 */
export async function openScratch(dataDir: string, to: string, lock: Lock): Promise<Scratch> {
  // What cannot be removed is logged when the server starts; it is no reason to go without a backup.
  await removeAbandonedScratch(dataDir, lock).catch(() => undefined)
  const folder = join(dataDir, `backup-${uuid()}`)
  await mkdir(folder, { mode: 0o700 })
  const held = lock(join(folder, LOCK))
  const archive = join(dirname(to), `.${basename(to)}.${uuid()}`)
  await writeFile(join(folder, NOTE), archive, { mode: 0o600 })
  return {
    copy: join(folder, 'copy.db'),
    archive,
    async close() {
      await rm(archive, { force: true })
      held.release()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Removes what killed backups have left, on both sides. Those that run hold their lock. */
export async function removeAbandonedScratch(dataDir: string, lock: Lock) {
  for (const entry of await readdir(dataDir, { withFileTypes: true })) {
    if (!entry.isDirectory() || !NAME.test(entry.name)) continue
    const folder = join(dataDir, entry.name)
    const held = lockIfFree(() => lock(join(folder, LOCK)))
    if (!held) continue
    const archive = await readFile(join(folder, NOTE), 'utf8').catch(() => '')
    held.release()
    if (UNFINISHED.test(basename(archive))) await rm(archive, { force: true })
    await rm(folder, { recursive: true, force: true })
  }
}

/** Undefined while another process holds it. */
function lockIfFree(lock: () => { release(): void }) {
  try {
    return lock()
  } catch (error) {
    if ((error as Error).name === 'DataInUseError') return undefined
    throw error
  }
}
