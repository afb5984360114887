import { type Clock, systemClock } from '../../clock.ts'
import { StorageUnavailableError } from '../../errors.ts'
import type { Receipt } from '../../receipts/model.ts'
import { intact, type LookupEntry, type ReceiptStore, VersionConflictError } from '../../receipts/ports.ts'
import { type ReadRecord, toRecord } from '../../receipts/record.ts'
import type { Dynamo } from './database.ts'
import { assign, bind } from './expressions.ts'
import { createLists } from './lists.ts'
import { createLookupFill } from './lookup-fill.ts'
import { createLookupItems, keysOf } from './lookup-items.ts'
import { createParts } from './parts.ts'
import {
  attributesOf,
  newWrite,
  partsOf,
  type StoredReceipt,
  toReadRecord,
  workAttributes,
  workOf,
} from './receipt-items.ts'
import { createReceiptTable, MOST_KEYS } from './receipt-table.ts'
import { createSearchTexts } from './search-texts.ts'
import { taxpayerItems } from './taxpayer-items.ts'
import { createWorkIndex } from './work-index.ts'

/**
 * Missing parts were removed by a later write, which the next attempt reads; where there is none, they are lost. Ten such
 * writes in a row do not happen.
 */
const MOST_ATTEMPTS = 10

export function createReceiptStore(dynamo: Dynamo, clock: Clock = systemClock): ReceiptStore {
  const { formats } = dynamo
  const table = createReceiptTable(dynamo)
  const lookups = createLookupItems(dynamo)
  const parts = createParts(dynamo)
  const texts = createSearchTexts(dynamo, clock)
  const fillLookups = createLookupFill(dynamo, { clock, findMany, putKey: lookups.putKey })

  async function findStored(userId: string, id: string) {
    let last: string | undefined
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const stored = await table.get(id)
      if (stored?.owner !== userId) return undefined
      const areLost = attempt > 0 && stored.write === last
      const record = await toReadRecord(stored, { parts, formats, areLost })
      if (record) return { stored, record, receipt: record.receipt }
      last = stored.write
    }
    throw new StorageUnavailableError('a receipt in DynamoDB is written faster than it can be read')
  }

  async function findMany(userId: string, ids: string[]) {
    const found = new Map<string, ReadRecord>()
    for (let at = 0; at < ids.length; at += MOST_KEYS) {
      const stored = await table.getMany(ids.slice(at, at + MOST_KEYS))
      for (const [id, item] of stored) {
        const isOwn = item.owner === userId
        const record = isOwn ? await toReadRecord(item, { parts, formats }) : undefined
        const read = record ?? (isOwn ? (await findStored(userId, id))?.record : undefined)
        if (read) found.set(id, read)
      }
    }
    return found
  }

  async function removeParts(stored: StoredReceipt) {
    if (stored.parted !== undefined) await parts.remove(partsOf(stored))
  }

  /** What the receipts of a person are searched by may have changed, even if the write failed. */
  const forgetting =
    <Rest extends unknown[], Result>(write: (receipt: Receipt, ...rest: Rest) => Promise<Result>) =>
    async (receipt: Receipt, ...rest: Rest): Promise<Result> => {
      let isMade = false
      try {
        const result = await write(receipt, ...rest)
        isMade = result !== false
        return result
      } finally {
        texts.forget(receipt.userId)
        // Others are told of what was made by whoever made it. An error is not kept waiting for this.
        if (!isMade) void texts.tellOthers(receipt.userId)
      }
    }

  const store: ReceiptStore = {
    async create(receipt) {
      const record = toRecord(receipt)
      await lookups.put(undefined, receipt)
      const attributes = await attributesOf(receipt, record, { write: newWrite(), parts, formats })
      const item = { receipt_id: receipt.id, ...attributes, ...workAttributes(receipt.id, receipt.work) }
      if (!(await table.insert(item))) throw new Error('a receipt of this id exists')
    },

    async find(userId, id) {
      const found = await findStored(userId, id)
      return found && intact(found.record)
    },

    async save(receipt, { pageText, work } = {}) {
      const found = await findStored(receipt.userId, receipt.id)
      if (found?.receipt.version !== receipt.version) {
        throw new VersionConflictError(found && intact(found.record))
      }
      const { stored, receipt: current } = found
      const next: Receipt = { ...receipt, version: receipt.version + 1 }
      const record = toRecord(next)
      await lookups.put(current, next, pageText)

      const write = newWrite()
      const attributes = await attributesOf(next, record, { write, parts, formats })
      const { update, values } = assign({
        ...attributes,
        ...(work !== undefined && workAttributes(receipt.id, work)),
      })
      const names = [
        ...Object.keys(attributes),
        ...(work === undefined ? [] : Object.keys(workAttributes('', null))),
      ]
      const written = await table.update(receipt.id, {
        UpdateExpression: update,
        ...isStill(stored, names, values),
      })

      const winner = written ?? (await table.get(receipt.id))
      // The winner may be our own write, from an attempt whose response was lost.
      if (winner?.write !== write) {
        if (attributes.parted) await parts.remove({ owner: receipt.userId, id: receipt.id, write })
        const now = await findStored(receipt.userId, receipt.id)
        if (now) await lookups.repair(now.receipt)
        throw new VersionConflictError(now && intact(now.record))
      }
      await lookups.deleteOutdated(current, next)
      await removeParts(stored)
      return { ...next, work: workOf(winner) }
    },

    async remove(receipt) {
      const found = await findStored(receipt.userId, receipt.id)
      if (found?.receipt.version !== receipt.version) return false
      const putBack = await lookups.deleteAll(found.receipt)
      if (!(await table.remove(found.stored))) {
        await putBack()
        return false
      }
      await removeParts(found.stored)
      return true
    },

    async withKey(userId, key) {
      const ids: string[] = []
      for await (const { item } of taxpayerItems(dynamo, userId, `${key}#`, { consistent: true })) {
        ids.push(String(item).slice(key.length + 1))
      }
      // The receipt may have changed since: it decides itself.
      const receipts = await Promise.all(ids.map((id) => findStored(userId, id)))
      return receipts.flatMap((found) => (found && keysOf(found.receipt).has(key) ? [found.receipt.id] : []))
    },

    async lookups(userId, prefix) {
      await fillLookups(userId)
      const entries: LookupEntry[] = []
      for await (const { item, version } of taxpayerItems(dynamo, userId, prefix, { consistent: true })) {
        const at = item.lastIndexOf('#')
        entries.push({ key: item.slice(0, at), id: item.slice(at + 1), version: Number(version) })
      }
      return entries
    },

    removeLookup: (userId, { key, id, version }) => lookups.dropKey({ userId, id, version }, key),

    findMany,

    ...createLists(dynamo, table, parts, texts),
    ...createWorkIndex(dynamo, table, parts),
  }
  return {
    ...store,
    create: forgetting(store.create),
    save: forgetting(store.save),
    remove: forgetting(store.remove),
  }
}

/** The condition that the stored receipt is still the one that was read. Its version may be damaged. */
function isStill({ version }: StoredReceipt, names: string[], values: Record<string, unknown>) {
  const isVersion = version === undefined ? 'attribute_not_exists(#version)' : '#version = :before'
  return {
    ConditionExpression: `${isVersion} AND #owner = :owner`,
    ...bind(names, { ...values, ...(version !== undefined && { before: version }) }),
  }
}
