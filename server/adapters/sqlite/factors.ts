import { seconds } from '../../clock.ts'
import type { FactorStore, Notice, NoticeKind, Passkey } from '../../identity/local/factors/ports.ts'
import { parseJson } from '../../stored-record.ts'
import { validDate } from './accounts.ts'
import type { Database } from './database.ts'

interface AppRow {
  secret: string
  added_at: string
  last_step: number
}

interface PasskeyRow {
  id: string
  account_id: string
  public_key: string
  counter: number
  transports: string
  name: string
  added_at: string
  last_used_at: string | null
}

export function createFactorStore(db: Database): FactorStore {
  const hasApp = (accountId: string) =>
    db.get('SELECT 1 FROM authenticator_apps WHERE account_id = ?', accountId) !== undefined
  const passkeys = (accountId: string) =>
    db
      .all<PasskeyRow>('SELECT * FROM passkeys WHERE account_id = ? ORDER BY added_at, id', accountId)
      .map(asPasskey)

  function putCodes(accountId: string, hashes: readonly string[]) {
    db.run('DELETE FROM recovery_codes WHERE account_id = ?', accountId)
    for (const hash of hashes)
      db.run('INSERT INTO recovery_codes (account_id, hash) VALUES (?, ?)', accountId, hash)
  }

  function putNotice(accountId: string, { kind, at }: Notice) {
    db.run(
      `INSERT INTO account_notices (account_id, kind, at) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET at = excluded.at`,
      accountId,
      kind,
      at.toISOString(),
    )
  }

  function removeApp(accountId: string) {
    db.run('DELETE FROM recovery_codes WHERE account_id = ?', accountId)
    return db.run('DELETE FROM authenticator_apps WHERE account_id = ?', accountId).changes > 0
  }

  return {
    app(accountId) {
      const row = db.get<AppRow>('SELECT * FROM authenticator_apps WHERE account_id = ?', accountId)
      return row && { secret: row.secret, addedAt: validDate(row.added_at), lastStep: row.last_step }
    },
    apps: () =>
      db
        .all<{ account_id: string; secret: string }>('SELECT account_id, secret FROM authenticator_apps')
        .map(({ account_id, secret }) => ({ accountId: account_id, secret })),
    replaceSecret: (accountId, from, to) =>
      db.run(
        'UPDATE authenticator_apps SET secret = ? WHERE account_id = ? AND secret = ?',
        to,
        accountId,
        from,
      ).changes > 0,
    addApp: (accountId, { secret, addedAt, lastStep }, codes) =>
      db.transaction(() => {
        if (hasApp(accountId)) return false
        db.run(
          'INSERT INTO authenticator_apps (account_id, secret, added_at, last_step) VALUES (?, ?, ?, ?)',
          accountId,
          secret,
          addedAt.toISOString(),
          lastStep,
        )
        putCodes(accountId, codes)
        return true
      }),
    useStep: (accountId, step) =>
      db.run(
        'UPDATE authenticator_apps SET last_step = ? WHERE account_id = ? AND last_step < ?',
        step,
        accountId,
        step,
      ).changes > 0,
    removeApp: (accountId, notice) =>
      db.transaction(() => {
        const isRemoved = removeApp(accountId)
        if (isRemoved) putNotice(accountId, notice)
        return isRemoved
      }),

    recoveryCodes: (accountId) =>
      db
        .all<{ hash: string }>('SELECT hash FROM recovery_codes WHERE account_id = ?', accountId)
        .map(({ hash }) => hash),
    replaceRecoveryCodes: (accountId, hashes) =>
      db.transaction(() => {
        if (!hasApp(accountId)) return false
        putCodes(accountId, hashes)
        return true
      }),
    useRecoveryCode: (accountId, hash) =>
      db.run('DELETE FROM recovery_codes WHERE account_id = ? AND hash = ?', accountId, hash).changes > 0,

    hasPasskeys: () => db.get('SELECT 1 FROM passkeys LIMIT 1') !== undefined,
    passkeys,
    passkey(id) {
      const row = db.get<PasskeyRow>('SELECT * FROM passkeys WHERE id = ?', id)
      return row && asPasskey(row)
    },
    addPasskey: (passkey, most) =>
      db.transaction(() => {
        if (passkeys(passkey.accountId).length >= most) return 'too_many'
        const { changes } = db.run(
          `INSERT INTO passkeys (id, account_id, public_key, counter, transports, name, added_at)
           VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
          passkey.id,
          passkey.accountId,
          passkey.publicKey,
          passkey.counter,
          JSON.stringify(passkey.transports),
          passkey.name,
          passkey.addedAt.toISOString(),
        )
        return changes > 0 ? 'added' : 'exists'
      }),
    renamePasskey: (accountId, id, name) =>
      db.run('UPDATE passkeys SET name = ? WHERE id = ? AND account_id = ?', name, id, accountId).changes > 0,
    usePasskey: (id, { from, to }, at) =>
      db.run(
        'UPDATE passkeys SET counter = ?, last_used_at = ? WHERE id = ? AND counter = ?',
        to,
        at.toISOString(),
        id,
        from,
      ).changes > 0,
    removePasskey: (accountId, id) =>
      db.run('DELETE FROM passkeys WHERE id = ? AND account_id = ?', id, accountId).changes > 0,

    addChallenge({ hash, purpose, accountId, expiresAt }, now) {
      db.run('DELETE FROM passkey_challenges WHERE expires_at <= ?', seconds(now))
      db.run(
        'INSERT INTO passkey_challenges (hash, purpose, account_id, expires_at) VALUES (?, ?, ?, ?)',
        hash,
        purpose,
        accountId ?? null,
        seconds(expiresAt),
      )
    },
    useChallenge: ({ hash, purpose, accountId }, now) =>
      db.run(
        'DELETE FROM passkey_challenges WHERE hash = ? AND purpose = ? AND account_id IS ? AND expires_at > ?',
        hash,
        purpose,
        accountId ?? null,
        seconds(now),
      ).changes > 0,

    notices: (accountId) =>
      db
        .all<{ kind: NoticeKind; at: string }>(
          'SELECT kind, at FROM account_notices WHERE account_id = ? ORDER BY at',
          accountId,
        )
        .map(({ kind, at }) => ({ kind, at: validDate(at) })),
    removeNotices(accountId) {
      db.run('DELETE FROM account_notices WHERE account_id = ?', accountId)
    },
    removeAll: (accountId, notice) =>
      db.transaction(() => {
        const hadApp = removeApp(accountId)
        const { changes } = db.run('DELETE FROM passkeys WHERE account_id = ?', accountId)
        const isRemoved = hadApp || changes > 0
        if (isRemoved) putNotice(accountId, notice)
        return isRemoved
      }),
  }
}

function asPasskey(row: PasskeyRow): Passkey {
  const transports = parseJson(row.transports)
  return {
    id: row.id,
    accountId: row.account_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: Array.isArray(transports) ? transports.map(String) : [],
    name: row.name,
    addedAt: validDate(row.added_at),
    lastUsedAt: row.last_used_at === null ? undefined : validDate(row.last_used_at),
  }
}
