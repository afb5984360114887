import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe } from 'node:test'
import { type Database, openDatabase } from '../../server/adapters/sqlite/database.ts'
import { createRevokedTokens } from '../../server/adapters/sqlite/revoked-tokens.ts'
import { revokedTokensContract } from './revoked-tokens.ts'

describe('revoked tokens in SQLite', () => {
  let folder: string
  let db: Database
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tracker-revoked-'))
    db = openDatabase(join(folder, 'tracker.db'))
  })
  after(async () => {
    db.close()
    await rm(folder, { recursive: true })
  })
  revokedTokensContract(() => createRevokedTokens(db))
})
