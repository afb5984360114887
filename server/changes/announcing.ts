import type { Receipt } from '../receipts/model.ts'
import type { ReceiptStore } from '../receipts/ports.ts'
import { storedKeys } from '../stored-keys.ts'
import type { TaxpayerItems } from '../taxpayer/ports.ts'
import type { Change } from './ports.ts'

/** Called once a change is stored. */
export type Announce = (userId: string, change: Change) => void

/** The store, announcing every change of a receipt that people can see. */
export function announcingReceipts(store: ReceiptStore, announce: Announce): ReceiptStore {
  const tell = ({ userId, id, status }: Receipt, version: number | null) => {
    if (status !== 'receiving') announce(userId, { receipts: [{ id, version }], facts: false })
  }
  return {
    ...store,
    async create(receipt) {
      await store.create(receipt)
      tell(receipt, 1)
    },
    async save(receipt, options) {
      const saved = await store.save(receipt, options)
      tell(saved, saved.version)
      return saved
    },
    async remove(receipt) {
      const isRemoved = await store.remove(receipt)
      if (isRemoved) tell(receipt, null)
      return isRemoved
    },
  }
}

const FACTS = [storedKeys.year, storedKeys.statement, storedKeys.taxReturn, storedKeys.recurring]

/** The documents of taxpayers, announcing every change of facts, statements and answers. */
export function announcingItems(items: TaxpayerItems, announce: Announce): TaxpayerItems {
  const tell = (userId: string, item: string) => {
    if (FACTS.some((kind) => kind.has(item))) announce(userId, { receipts: [], facts: true })
  }
  return {
    ...items,
    async put(userId, item, data, based) {
      const version = await items.put(userId, item, data, based)
      tell(userId, item)
      return version
    },
    async remove(userId, item) {
      await items.remove(userId, item)
      tell(userId, item)
    },
  }
}
