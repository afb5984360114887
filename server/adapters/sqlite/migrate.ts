import type { DatabaseSync } from 'node:sqlite'
import { StorageNewerError } from '../../errors.ts'

/** A newer release has migrated the database to a schema this release does not know. */
export class NewerDatabaseError extends StorageNewerError {
  override name = 'NewerDatabaseError'
  constructor(found: number, known: number) {
    super(
      `the database has schema ${found}, this release knows up to ${known}: ` +
        'start the newer release again, or restore a backup made before it',
    )
  }
}

/** The number of migrations a database has been through. */
export const schemaOf = (connection: DatabaseSync) =>
  Number(connection.prepare('PRAGMA user_version').get()?.user_version)

/** SQL, or a change of stored documents that SQL cannot make. */
export type Migration = string | ((connection: DatabaseSync) => void)

/** Runs the pending migrations, each in its own transaction. `user_version` counts them. */
export function migrate(connection: DatabaseSync, migrations: readonly Migration[]) {
  const version = () => schemaOf(connection)
  if (version() > migrations.length) throw new NewerDatabaseError(version(), migrations.length)
  for (const [index, migration] of migrations.entries()) {
    if (version() > index) continue
    connection.exec('BEGIN IMMEDIATE')
    try {
      // Another process may have run it while this one was waiting for the lock.
      if (version() === index) {
        if (typeof migration === 'string') connection.exec(migration)
        else migration(connection)
        connection.exec(`PRAGMA user_version = ${index + 1}`)
      }
      connection.exec('COMMIT')
    } catch (error) {
      if (connection.isTransaction) connection.exec('ROLLBACK')
      throw error
    }
  }
}
