import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { openDynamo } from '../../server/adapters/dynamodb/database.ts'
import queueMigration from '../../server/adapters/sqlite/migrations/005-queue.ts'
import { endOf, storedKeys } from '../../server/stored-keys.ts'
import type { TestApp } from './app.ts'
import { LONG_RETRIES, REGION } from './aws.ts'

type Item = Record<string, unknown>

/** The look-up items of the queue in the store of a running server, bypassing its checks. */
export interface Lookups extends AsyncDisposable {
  queue(): Promise<Item[]>
  putBack(items: Item[]): Promise<void>
  /** Leaves the store as a release did that had no queue. */
  forget(): Promise<void>
  /** Does what the start of this release does to such a store; where there is nothing to do, nothing. */
  migrate(): Promise<void>
}

export async function lookupsOf(app: TestApp, userId: string): Promise<Lookups> {
  const { STORAGE }: Record<string, string | undefined> = app.env
  return STORAGE === 'aws' ? inDynamo(app, userId) : inSqlite(app, userId)
}

function inSqlite({ dataDir }: TestApp, userId: string): Lookups {
  const db = new DatabaseSync(join(dataDir, 'tracker.db'), { timeout: 5_000 })
  const { prefix } = storedKeys.queue
  return {
    queue: async () =>
      db
        .prepare('SELECT * FROM taxpayer_items WHERE user_id = ? AND item >= ? AND item < ?')
        .all(userId, prefix, endOf(prefix)),
    async putBack(items) {
      const put = db.prepare('INSERT OR REPLACE INTO taxpayer_items (user_id, item, data) VALUES (?, ?, ?)')
      for (const { item } of items) put.run(userId, String(item), '{}')
    },
    async forget() {
      db.prepare('DELETE FROM taxpayer_items WHERE item >= ? AND item < ?').run(prefix, endOf(prefix))
    },
    async migrate() {
      db.exec(queueMigration)
    },
    [Symbol.asyncDispose]: async () => db.close(),
  }
}

function inDynamo(app: TestApp, userId: string): Lookups {
  const env: Record<string, string | undefined> = app.env
  const { RECEIPT_TABLE: receipts = '', BLACKLIST_TOKEN_TABLE: revokedTokens = '' } = env
  const taxpayers = env.TAXPAYER_TABLE ?? ''
  const tables = { receipts, revokedTokens, taxpayers }
  const { client, close } = openDynamo({ region: REGION, tables, retryPolicy: LONG_RETRIES })
  const under = async (prefix: string): Promise<Item[]> => {
    const query = new QueryCommand({
      TableName: taxpayers,
      KeyConditionExpression: 'user_id = :user AND begins_with(#item, :prefix)',
      ExpressionAttributeNames: { '#item': 'item' },
      ExpressionAttributeValues: { ':user': userId, ':prefix': prefix },
      ConsistentRead: true,
    })
    return (await client.send(query)).Items ?? []
  }
  return {
    queue: () => under(storedKeys.queue.prefix),
    async putBack(items) {
      for (const Item of items) await client.send(new PutCommand({ TableName: taxpayers, Item }))
    },
    async forget() {
      for (const prefix of [storedKeys.queue.prefix, storedKeys.filled.prefix]) {
        for (const { user_id, item } of await under(prefix)) {
          await client.send(new DeleteCommand({ TableName: taxpayers, Key: { user_id, item } }))
        }
      }
    },
    migrate: async () => {},
    [Symbol.asyncDispose]: async () => close(),
  }
}
