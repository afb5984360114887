import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { schemaOf } from './migrate.ts'

/** The database is gone or empty, while the files of its receipts are there. */
class DatabaseLostError extends Error {
  override name = 'DatabaseLostError'
}

/** What is done about it, for a person. */
export const LOST_DATABASE_FIX =
  'restore the newest backup (npm run restore -- FILE), or put tracker.db back from where it was moved to. To begin ' +
  'with no receipts, move the folder files away first'

/**
 * Why a database must not be created at `path`: the folder beside it has the files of receipts that only the old one names.
 * A new one would hide that they were ever there.
 * @param files the folder of the files
 */
export function lostDatabase(path: string, files: string): string | undefined {
  const people = foldersIn(files)
  if (people === 0 || hasSchema(path)) return undefined
  const state = existsSync(path) ? 'is empty' : 'is missing'
  return `the database ${path} ${state}, but ${files} has the files of ${people === 1 ? 'one person' : `${people} people`}`
}

/** @throws DatabaseLostError */
export function assertNotLost(path: string, files: string) {
  const lost = lostDatabase(path, files)
  if (lost) throw new DatabaseLostError(`${lost}; ${LOST_DATABASE_FIX}`)
}

function hasSchema(path: string): boolean {
  if (!existsSync(path)) return false
  let connection: DatabaseSync | undefined
  try {
    connection = new DatabaseSync(path, { readOnly: true, timeout: 0 })
    return schemaOf(connection) > 0
  } catch {
    // Damaged, busy or closed to this user is not empty; opening it says which.
    return true
  } finally {
    connection?.close()
  }
}

const foldersIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter(
        (entry) => entry.isDirectory() && readdirSync(join(folder, entry.name)).length > 0,
      ).length
    : 0
