import { DatabaseSync } from 'node:sqlite'

/** Another server is using this data folder. */
export class DataInUseError extends Error {
  override name = 'DataInUseError'
}

/**
 * Locks a folder for this process. The lock is the operating system's on an open file, so it ends with the process, and
 * no stale lock can be left behind.
 * @throws DataInUseError when another process holds it
 */
export function lockFolder(lockFile: string): { release(): void } {
  const lock = new DatabaseSync(lockFile, { timeout: 0 })
  try {
    lock.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    const busy = (Number((error as { errcode?: number }).errcode) & 0xff) === 5
    throw busy ? new DataInUseError('another server uses this data folder', { cause: error }) : error
  }
  return { release: () => lock.close() }
}
