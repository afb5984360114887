import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Clock } from '../../clock.ts'
import type { Receipt } from '../../receipts/model.ts'
import type { ReceiptStore } from '../../receipts/ports.ts'
import { storedKeys } from '../../stored-keys.ts'
import type { Dynamo } from './database.ts'
import { keysOf } from './lookup-items.ts'
import { receiptIdsOf } from './receipt-ids.ts'
import { taxpayerItems } from './taxpayer-items.ts'

/** Longer than two releases run side by side: the one before may still store receipts without the keys. */
const SIDE_BY_SIDE_MS = 86_400_000
const PASSES = 2

interface Filled {
  passes: number
  /** Of the last pass, ms since 1970. */
  at: number
}

interface FillDeps {
  clock: Clock
  findMany: ReceiptStore['findMany']
  putKey(receipt: Receipt, key: string): Promise<void>
}

/**
 * Gives receipts of earlier releases the look-up keys that were added since. Done for a person when they first need them,
 * and once more after every process of the earlier release has gone. Where it is interrupted it starts again; a key that
 * was written twice, or that its receipt has lost meanwhile, does no harm.
 */
export function createLookupFill(dynamo: Dynamo, { clock, findMany, putKey }: FillDeps) {
  const { call, tables, formats } = dynamo
  const markerOf = (userId: string) => ({ user_id: userId, item: storedKeys.filled.of() })

  async function filled(userId: string): Promise<Filled> {
    const get = new GetCommand({ TableName: tables.taxpayers, Key: markerOf(userId) })
    const { Item } = await call((client, options) => client.send(get, options))
    return { passes: Number(Item?.passes ?? 0), at: Number(Item?.at ?? 0) }
  }

  async function fill(userId: string) {
    const stored = new Set<string>()
    for await (const { item } of taxpayerItems(dynamo, userId, storedKeys.queue.prefix)) stored.add(item)
    for await (const ids of receiptIdsOf(dynamo, userId)) {
      const records = await findMany(userId, ids)
      const writes = [...records.values()].flatMap(({ receipt }) =>
        [...keysOf(receipt)]
          .filter((key) => storedKeys.queue.has(key) && !stored.has(`${key}#${receipt.id}`))
          .map((key) => putKey(receipt, key)),
      )
      await Promise.all(writes)
    }
  }

  return async function fillLookups(userId: string): Promise<void> {
    const { passes, at } = await filled(userId)
    const now = clock.now().getTime()
    if (passes >= PASSES || (passes > 0 && now - at < SIDE_BY_SIDE_MS)) return
    await fill(userId)
    const Item = { ...markerOf(userId), passes: passes + 1, at: now, ...formats.stamp }
    await call((client, options) =>
      client.send(new PutCommand({ TableName: tables.taxpayers, Item }), options),
    )
  }
}
