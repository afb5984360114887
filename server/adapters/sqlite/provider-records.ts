import type { Clock } from '../../clock.ts'
import { seconds } from '../../clock.ts'
import type { ProviderRecord, ProviderRecords } from '../../identity/local/ports.ts'
import type { Database } from './database.ts'

interface RecordRow {
  payload: string
  expires_at: number
  consumed_at: number | null
}

const CLEANED_EVERY_SECONDS = 300

export function createProviderRecords(db: Database, clock: Clock): ProviderRecords {
  let cleanedAt = 0

  function cleanUp() {
    const now = seconds(clock.now())
    if (now - cleanedAt < CLEANED_EVERY_SECONDS) return
    cleanedAt = now
    db.run('DELETE FROM provider_records WHERE expires_at <= ?', now)
  }

  return {
    put(model, id, { payload, expiresAt, uid, grantId, accountId }) {
      cleanUp()
      db.run(
        `INSERT INTO provider_records (model, id, payload, expires_at, uid, grant_id, account_id)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET payload = excluded.payload, expires_at = excluded.expires_at,
           uid = excluded.uid, grant_id = excluded.grant_id, account_id = excluded.account_id`,
        model,
        id,
        payload,
        seconds(expiresAt),
        uid ?? null,
        grantId ?? null,
        accountId ?? null,
      )
    },
    find: (model, id) =>
      asRecord(
        db.get<RecordRow>(
          'SELECT payload, expires_at, consumed_at FROM provider_records WHERE model = ? AND id = ?',
          model,
          id,
        ),
      ),
    findByUid: (model, uid) =>
      asRecord(
        db.get<RecordRow>(
          'SELECT payload, expires_at, consumed_at FROM provider_records WHERE model = ? AND uid = ?',
          model,
          uid,
        ),
      ),
    consume(model, id, at) {
      db.run(
        'UPDATE provider_records SET consumed_at = coalesce(consumed_at, ?) WHERE model = ? AND id = ?',
        at.getTime(),
        model,
        id,
      )
    },
    remove(model, id) {
      db.run('DELETE FROM provider_records WHERE model = ? AND id = ?', model, id)
    },
    removeGrant(grantId) {
      db.run('DELETE FROM provider_records WHERE grant_id = ?', grantId)
    },
    removeAccount(accountId, except = '') {
      return db
        .all<{ model: string; grant_id: string | null }>(
          `DELETE FROM provider_records WHERE account_id = ? AND grant_id IS NOT ?
           RETURNING model, grant_id`,
          accountId,
          except,
        )
        .flatMap((row) => (row.model === 'Grant' && row.grant_id ? [row.grant_id] : []))
    },
  }
}

function asRecord(row: RecordRow | undefined): ProviderRecord | undefined {
  return (
    row && {
      payload: row.payload,
      expiresAt: new Date(row.expires_at * 1000),
      consumedAt: row.consumed_at === null ? null : new Date(row.consumed_at),
    }
  )
}
