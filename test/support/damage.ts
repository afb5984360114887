import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { openDynamo } from '../../server/adapters/dynamodb/database.ts'
import { pack, packSmall, unpack, unpackSmall } from '../../server/adapters/dynamodb/packing.ts'
import type { TestApp } from './app.ts'
import { LONG_RETRIES, REGION } from './aws.ts'

/** A record as it is stored, bypassing every check. */
export type Stored = Record<string, unknown>

/** How a stored receipt is changed; a text instead of an object is stored as it is. */
export interface Damage {
  summary?: (summary: Stored) => Stored | string
  detail?: (detail: Stored) => Stored | string
}

const textOf = (value: Stored | string) => (typeof value === 'string' ? value : JSON.stringify(value))
/** A text that is no JSON any more stays as it is. */
function changedText(text: string, change: ((data: Stored) => Stored | string) | undefined): string {
  try {
    return change ? textOf(change(JSON.parse(text))) : text
  } catch {
    return text
  }
}

export const isOnAws = (app: Pick<TestApp, 'env'>) =>
  (app.env as Record<string, string | undefined>).STORAGE === 'aws'

/** Changes a receipt in the store of a running server. */
export async function damageReceipt(app: TestApp, id: string, damage: Damage) {
  await (isOnAws(app) ? damageReceiptItem : damageReceiptRow)(app, id, damage)
}

/** Runs SQL on the database of a running server. */
export function withDatabase<T>({ dataDir }: Pick<TestApp, 'dataDir'>, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(join(dataDir, 'tracker.db'), { timeout: 5_000 })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function damageReceiptRow(app: TestApp, id: string, { summary, detail }: Damage) {
  withDatabase(app, (db) => {
    const row = db.prepare('SELECT summary, detail FROM receipts WHERE receipt_id = ?').get(id)
    const changed = [changedText(String(row?.summary), summary), changedText(String(row?.detail), detail)]
    db.prepare('UPDATE receipts SET summary = ?, detail = ? WHERE receipt_id = ?').run(...changed, id)
  })
}

type Tables = Record<'receipts' | 'revokedTokens' | 'taxpayers', string>
type Client = ReturnType<typeof openDynamo>['client']

/** The tables of a running server. */
export async function withTables<T>(
  app: Pick<TestApp, 'env'>,
  work: (client: Client, tables: Tables) => Promise<T>,
) {
  const { client, tables } = clientOf(app.env)
  return work(client, tables)
}

/** One for each server: making one takes as long as ten requests. */
const clients = new WeakMap<object, { client: Client; tables: Tables }>()

function clientOf(env: Record<string, string | undefined>) {
  const known = clients.get(env)
  if (known) return known
  const tables = {
    receipts: env.RECEIPT_TABLE ?? '',
    revokedTokens: env.BLACKLIST_TOKEN_TABLE ?? '',
    taxpayers: env.TAXPAYER_TABLE ?? '',
  }
  const made = { client: openDynamo({ region: REGION, tables, retryPolicy: LONG_RETRIES }).client, tables }
  clients.set(env, made)
  return made
}

async function damageReceiptItem(app: TestApp, id: string, { summary, detail }: Damage) {
  await damageAttributes(app, id, async (item) => {
    const row = unpackSmall(item.summary as Uint8Array, id)
    const whole = await unpack(item.detail as Uint8Array, `${item.owner}${row}`)
    const changedRow = changedText(row, summary)
    return {
      ...item,
      summary: packSmall(changedRow, id),
      detail: await pack(changedText(whole, detail), `${item.owner}${changedRow}`),
    }
  })
}

/** Changes the attributes of a receipt in DynamoDB. */
export const damageAttributes = (
  app: Pick<TestApp, 'env'>,
  id: string,
  change: (item: Stored) => Stored | Promise<Stored>,
) =>
  withTables(app, async (client, { receipts: TableName }) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: { receipt_id: id } }))
    await client.send(new PutCommand({ TableName, Item: await change(Item ?? {}) }))
  })

/**
 * Changes an item of a taxpayer: the document where it is one, else its members.
 * @param change returns a text for what is no JSON any more
 */
export async function damageItem(
  app: TestApp,
  { userId, item }: { userId: string; item: string },
  change: (data: Stored) => Stored | string,
) {
  if (isOnAws(app)) {
    await withTables(app, async (client, { taxpayers: TableName }) => {
      const Key = { user_id: userId, item }
      const { Item = {} } = await client.send(new GetCommand({ TableName, Key }))
      const { data, f, expires_at, ...members } = Item
      const changed = typeof data === 'string' ? undefined : change(members)
      const broken = typeof changed === 'string' ? { device: 7, receiptId: 7, signedInAt: changed } : changed
      const now =
        typeof data === 'string'
          ? { ...Item, data: changedText(data, change) }
          : { ...Key, f, expires_at, ...broken, ...Key }
      await client.send(new PutCommand({ TableName, Item: now }))
    })
    return
  }
  withDatabase(app, (db) => {
    const where = 'WHERE user_id = ? AND item = ?'
    const row = db.prepare(`SELECT data FROM taxpayer_items ${where}`).get(userId, item)
    const text = changedText(String(row?.data), (stored) => {
      if (!('data' in stored)) return change(stored)
      const changed = change(stored.data as Stored)
      return typeof changed === 'string' ? changed : { ...stored, data: changed }
    })
    db.prepare(`UPDATE taxpayer_items SET data = ? ${where}`).run(text, userId, item)
  })
}

/** The names of a taxpayer's items that begin with `prefix`. */
export async function itemsOf(app: TestApp, userId: string, prefix: string): Promise<string[]> {
  if (!isOnAws(app)) {
    const sql = 'SELECT item FROM taxpayer_items WHERE user_id = ? AND substr(item, 1, ?) = ? ORDER BY item'
    return withDatabase(app, (db) => db.prepare(sql).all(userId, prefix.length, prefix)).map(({ item }) =>
      String(item),
    )
  }
  return withTables(app, async (client, { taxpayers: TableName }) => {
    const query = new QueryCommand({
      TableName,
      KeyConditionExpression: 'user_id = :user AND begins_with(#item, :prefix)',
      ExpressionAttributeNames: { '#item': 'item' },
      ExpressionAttributeValues: { ':user': userId, ':prefix': prefix },
    })
    return ((await client.send(query)).Items ?? []).map(({ item }) => String(item))
  })
}

/** All records of a person, to be put back as they are. */
export interface Snapshot {
  receipts: Stored[]
  items: Stored[]
}

export async function snapshotOf(app: TestApp, userId: string, receiptIds: string[]): Promise<Snapshot> {
  if (isOnAws(app)) {
    return withTables(app, async (client, tables) => {
      const found = receiptIds.map((id) =>
        client.send(new GetCommand({ TableName: tables.receipts, Key: { receipt_id: id } })),
      )
      const query = new QueryCommand({
        TableName: tables.taxpayers,
        KeyConditionExpression: 'user_id = :user',
        ExpressionAttributeValues: { ':user': userId },
      })
      const receipts = (await Promise.all(found)).flatMap(({ Item }) => (Item ? [Item] : []))
      return { receipts, items: (await client.send(query)).Items ?? [] }
    })
  }
  return withDatabase(app, (db) => ({
    receipts: receiptIds.flatMap((id) => db.prepare('SELECT * FROM receipts WHERE receipt_id = ?').all(id)),
    items: db.prepare('SELECT * FROM taxpayer_items WHERE user_id = ?').all(userId),
  }))
}

/** Puts back what has changed since. */
export async function restoreSnapshot(app: TestApp, userId: string, snapshot: Snapshot) {
  const ids = snapshot.receipts.map(({ receipt_id: id }) => String(id))
  const now = await snapshotOf(app, userId, ids)
  const has = (all: Stored[], one: Stored) => all.some((other) => isDeepStrictEqual(other, one))
  await putBack(app, {
    receipts: snapshot.receipts.filter((one) => !has(now.receipts, one)),
    items: snapshot.items.filter((one) => !has(now.items, one)),
  })
}

async function putBack(app: TestApp, { receipts, items }: Snapshot) {
  if (isOnAws(app)) {
    await withTables(app, async (client, tables) => {
      const put = (TableName: string, all: Stored[]) =>
        all.map((Item) => client.send(new PutCommand({ TableName, Item })))
      await Promise.all([...put(tables.receipts, receipts), ...put(tables.taxpayers, items)])
    })
    return
  }
  withDatabase(app, (db) => {
    const put = (table: string, row: Stored) => {
      const names = Object.keys(row)
      const sql = `INSERT OR REPLACE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
      db.prepare(sql).run(...(Object.values(row) as SQLInputValue[]))
    }
    for (const row of receipts) put('receipts', row)
    for (const row of items) put('taxpayer_items', row)
  })
}
