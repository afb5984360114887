import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { ReceiptSummary } from '../../../server/api-types.ts'

/** What a row says without a network. */
export type KeptReceipt = Pick<
  ReceiptSummary,
  'id' | 'merchant' | 'paidOn' | 'status' | 'currency' | 'totalSen' | 'myrSen'
>

/** Receipts of a year as they were when the server was last asked. */
export interface KeptList {
  /** Whose they are. */
  sub: string
  year: number
  /** The instant they were asked for. */
  asOf: string
  /** KeptReceipt[] as JSON, a text for each page: copying thousands of objects would hold up the screen. */
  pages?: string[]
  /** In its place in lists of earlier releases. */
  receipts?: KeptReceipt[]
  /** How many there are, where that is more than are kept. */
  total: number
}

/** Who may work until when, in ms since 1970. */
export interface Lease {
  name: string
  owner: string
  until: number
}

interface Schema extends DBSchema {
  /** The receipts of a year, for reading without a network; one list a person. */
  lists: { key: string; value: KeptList }
  leases: { key: string; value: Lease }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

/** What the app keeps on the device beside the uploads. */
export function deviceDatabase(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('tax-tracker-device', 1, {
    upgrade(db) {
      db.createObjectStore('lists', { keyPath: 'sub' })
      db.createObjectStore('leases', { keyPath: 'name' })
    },
    // A window of a later release changes the format: this one makes way, and opens it again when it is needed.
    blocking: (_current, _blocked, { target }) => {
      opened = undefined
      ;(target as unknown as IDBDatabase).close()
    },
    terminated: () => {
      opened = undefined
    },
  }).catch((error) => {
    opened = undefined
    throw error
  })
  return opened
}
