import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { couldNotAsk } from '../../aws/diagnosis.ts'
import type { RetryPolicy } from '../../aws/retry.ts'
import { StorageUnavailableError } from '../../errors.ts'
import type { Finding } from '../../finding.ts'
import { type DamagedRecord, damagedRecord } from '../../operations/damaged-record.ts'
import { checkRecords } from '../../operations/doctor/records.ts'
import { createItemExamination } from '../../operations/doctor/stored-item.ts'
import type { ReadRecord } from '../../receipts/record.ts'
import { storedKeys } from '../../stored-keys.ts'
import { parseJson } from '../../stored-record.ts'
import type { StoredKind } from '../../taxpayer/stored-items.ts'
import { type Dynamo, openDynamo } from './database.ts'
import { FORMAT_ATTRIBUTE } from './format.ts'
import { MARKER_KEY } from './format-marker.ts'
import { unpack } from './packing.ts'
import { createParts } from './parts.ts'
import { type StoredReceipt, toReadRecord } from './receipt-items.ts'
import { createReceiptStore } from './receipt-store.ts'
import type { TableNames } from './tables.ts'

type Item = Record<string, unknown>

/** A page of 1 MB may take longer than what a server waits for. */
const RETRY_POLICY: RetryPolicy = { budget: 20_000, attempt: 10_000 }

/**
 * The records of the tables that cannot be read in full. Reads every item once, page by page, which costs read units.
 * Rejects with StorageNewerError, a storage error, or what AWS answers where `dynamodb:Scan` is not allowed.
 */
async function* damagedRecordsIn(
  region: string,
  tables: TableNames,
  kinds: readonly StoredKind[],
): AsyncGenerator<DamagedRecord> {
  const dynamo = openDynamo({ region, tables, retryPolicy: RETRY_POLICY })
  try {
    yield* receiptsIn(dynamo)
    yield* taxpayersIn(dynamo, kinds)
    yield* revocationsIn(dynamo)
  } finally {
    dynamo.close()
  }
}

/** Findings about all records of the tables. */
export async function diagnoseRecords(
  region: string,
  tables: TableNames,
  kinds: readonly StoredKind[],
): Promise<Finding[]> {
  try {
    return await checkRecords(damagedRecordsIn(region, tables, kinds))
  } catch (error) {
    if (!(error instanceof StorageUnavailableError)) throw error
    return [couldNotAsk(error.cause ?? error, 'the records of the tables', 'dynamodb:Scan')]
  }
}

async function* itemsOf({ call }: Dynamo, table: string): AsyncGenerator<Item> {
  let start: Item | undefined
  do {
    const scan = new ScanCommand({ TableName: table, ExclusiveStartKey: start })
    const page = await call((client, options) => client.send(scan, options))
    yield* page.Items ?? []
    start = page.LastEvaluatedKey
  } while (start)
}

async function* receiptsIn(dynamo: Dynamo): AsyncGenerator<DamagedRecord> {
  const { formats, tables } = dynamo
  const [parts, store] = [createParts(dynamo), createReceiptStore(dynamo)]

  /** One whose parts a server has just replaced is read once more. */
  async function read(stored: StoredReceipt): Promise<ReadRecord | undefined> {
    const record = await toReadRecord(stored, { parts, formats })
    const { owner, receipt_id: id } = stored
    return record ?? (await store.findMany(owner, [id])).get(id)
  }

  for await (const item of itemsOf(dynamo, tables.receipts)) {
    if (typeof item.owner !== 'string') {
      yield { kind: 'receipt', id: String(item.receipt_id), userId: null, members: ['owner'] }
      continue
    }
    const record = await read(item as unknown as StoredReceipt)
    if (!record || record.damaged.length === 0) continue
    const { userId, id } = record.receipt
    yield damagedRecord(userId, { kind: 'receipt', id, members: record.damaged })
  }
}

async function* taxpayersIn(dynamo: Dynamo, kinds: readonly StoredKind[]): AsyncGenerator<DamagedRecord> {
  const examine = createItemExamination(kinds)
  for await (const { user_id, item, data, expires_at: expiresAt, ...members } of itemsOf(
    dynamo,
    dynamo.tables.taxpayers,
  )) {
    const [userId, key] = [String(user_id), String(item)]
    const document = typeof data === 'string' ? parseJson(data) : undefined
    const damaged =
      (userId === MARKER_KEY.user_id && markerDamage(key, members)) ||
      (storedKeys.text.has(key) && (await textDamage(userId, key, members))) ||
      examine({ userId, item: key, document, members, expiresAt })
    if (damaged) yield damaged
  }
}

function markerDamage(item: string, { [FORMAT_ATTRIBUTE]: format }: Item): DamagedRecord | undefined {
  if (item !== MARKER_KEY.item || typeof format === 'number') return undefined
  return { kind: 'format marker', id: item, userId: null, members: [FORMAT_ATTRIBUTE] }
}

async function textDamage(userId: string, item: string, stored: Item): Promise<DamagedRecord | undefined> {
  const members: string[] = []
  for (const name of ['fields', 'pages']) {
    const packed = stored[name]
    if (packed === undefined) continue
    const isText = packed instanceof Uint8Array && (await unpack(packed).then(yes, no))
    if (!isText) members.push(name)
  }
  return members.length > 0 ? { kind: 'text for searching', id: item, userId, members } : undefined
}

async function* revocationsIn(dynamo: Dynamo): AsyncGenerator<DamagedRecord> {
  for await (const { token_jti, logout_time, expires_at } of itemsOf(dynamo, dynamo.tables.revokedTokens)) {
    const members = [
      ...(Number.isNaN(Date.parse(String(logout_time))) ? ['logout_time'] : []),
      ...(typeof expires_at === 'number' ? [] : ['expires_at']),
    ]
    const id = String(token_jti)
    const userId = storedKeys.revokedUser.has(id) ? storedKeys.revokedUser.rest(id) : null
    if (members.length > 0) yield { kind: 'revoked token', id, userId, members }
  }
}

const yes = () => true
const no = () => false
