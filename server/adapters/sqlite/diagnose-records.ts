import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { publicIdOf } from '../../identity/local/factors/passkeys.ts'
import { isRecoveryCodeHash } from '../../identity/local/factors/recovery-codes.ts'
import { isPasswordHash } from '../../identity/local/passwords.ts'
import { type DamagedRecord, damagedRecord } from '../../operations/damaged-record.ts'
import { createItemExamination } from '../../operations/doctor/stored-item.ts'
import { storedKeys } from '../../stored-keys.ts'
import { parseJson } from '../../stored-record.ts'
import type { StoredKind } from '../../taxpayer/stored-items.ts'
import { schemaOf } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { type StoredReceipt, toReadRecord } from './receipt-store.ts'
import { parseItem } from './taxpayer-items.ts'

/**
 * The records of a database that cannot be read in full. Opens it read-only, also while a server uses it.
 * Nothing where the schema is not this release's: a start migrates an older one, which may repair records.
 */
export function* damagedRecordsIn(path: string, kinds: readonly StoredKind[]): Generator<DamagedRecord> {
  if (!existsSync(path)) return
  const connection = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
  try {
    if (schemaOf(connection) !== migrations.length) return
    yield* receiptsIn(connection)
    yield* itemsIn(connection, kinds)
    yield* accountsIn(connection)
    yield* factorsIn(connection)
    yield* revocationsIn(connection)
    yield* providerRecordsIn(connection)
  } finally {
    connection.close()
  }
}

function* receiptsIn(connection: DatabaseSync): Generator<DamagedRecord> {
  for (const row of connection.prepare('SELECT * FROM receipts ORDER BY row').iterate()) {
    const { receipt, damaged: members } = toReadRecord(row as unknown as StoredReceipt)
    const { userId, id } = receipt
    if (members.length > 0) yield damagedRecord(userId, { kind: 'receipt', id, members })
  }
}

function* itemsIn(connection: DatabaseSync, kinds: readonly StoredKind[]): Generator<DamagedRecord> {
  const examine = createItemExamination(kinds)
  for (const row of connection
    .prepare('SELECT user_id, item, data, expires_at FROM taxpayer_items')
    .iterate()) {
    const [item, data] = [String(row.item), String(row.data)]
    const damaged = examine({
      userId: String(row.user_id),
      item,
      document: parseItem({ item, data }).data,
      members: parseJson(data),
      expiresAt: row.expires_at,
    })
    if (damaged) yield damaged
  }
}

function* accountsIn(connection: DatabaseSync): Generator<DamagedRecord> {
  for (const row of connection.prepare('SELECT id, password_hash, created_at FROM accounts').iterate()) {
    const members = [
      ...(isPasswordHash(String(row.password_hash)) ? [] : ['password_hash']),
      ...(isInstant(row.created_at) ? [] : ['created_at']),
    ]
    const id = String(row.id)
    if (members.length > 0) yield damagedRecord(id, { kind: 'account', id, members })
  }
}

/** Whether a secret can be opened depends on SECRET_KEY; here it only has to look like a sealed one. */
function* factorsIn(connection: DatabaseSync): Generator<DamagedRecord> {
  for (const row of connection
    .prepare('SELECT account_id, secret, added_at FROM authenticator_apps')
    .iterate()) {
    const id = String(row.account_id)
    const members = [
      ...(isCompactJwe(String(row.secret)) ? [] : ['secret']),
      ...(isInstant(row.added_at) ? [] : ['added_at']),
    ]
    if (members.length > 0) yield damagedRecord(id, { kind: 'authenticator app', id, members })
  }
  for (const row of connection.prepare('SELECT account_id, hash FROM recovery_codes').iterate()) {
    const id = String(row.account_id)
    if (isRecoveryCodeHash(String(row.hash))) continue
    yield damagedRecord(id, { kind: 'recovery code', id, members: ['hash'] })
  }
  for (const row of connection.prepare('SELECT * FROM passkeys').iterate()) {
    const members = [
      ...(isBase64Url(row.public_key) ? [] : ['public_key']),
      ...(Array.isArray(parseJson(String(row.transports))) ? [] : ['transports']),
      ...(isInstant(row.added_at) ? [] : ['added_at']),
      ...(row.last_used_at === null || isInstant(row.last_used_at) ? [] : ['last_used_at']),
    ]
    const id = publicIdOf(String(row.id))
    if (members.length > 0) yield damagedRecord(String(row.account_id), { kind: 'passkey', id, members })
  }
}

/** With a key that is used directly, the second of the five parts is empty. */
const isCompactJwe = (text: string) => /^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/.test(text)

const isBase64Url = (value: unknown) => typeof value === 'string' && /^[\w-]+$/.test(value)

function* revocationsIn(connection: DatabaseSync): Generator<DamagedRecord> {
  for (const row of connection.prepare('SELECT token_jti, logout_time FROM revoked_tokens').iterate()) {
    if (isInstant(row.logout_time)) continue
    yield revokedTokenDamage(String(row.token_jti))
  }
}

const revokedTokenDamage = (id: string): DamagedRecord => ({
  kind: 'revoked token',
  id,
  userId: storedKeys.revokedUser.has(id) ? storedKeys.revokedUser.rest(id) : null,
  members: ['logout_time'],
})

function* providerRecordsIn(connection: DatabaseSync): Generator<DamagedRecord> {
  for (const row of connection
    .prepare('SELECT model, id, payload, account_id FROM provider_records')
    .iterate()) {
    const payload = parseJson(String(row.payload))
    if (typeof payload === 'object' && payload !== null) continue
    yield {
      kind: 'record of the sign-in service',
      id: `${row.model} ${row.id}`,
      userId: row.account_id === null ? null : String(row.account_id),
      members: ['payload'],
    }
  }
}

const isInstant = (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value))
