import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** A page as it was photographed or chosen; the bytes stay on the device until the server has answered for them. */
export interface StoredPage {
  blob: Blob
  name: string
  /** Hex SHA-256 of the bytes. */
  sha256: string
  sent: boolean
}

export type UploadState = 'waiting' | 'sending' | 'reading' | 'done' | 'known' | 'refused'

/** A receipt on its way to the server. */
export interface Upload {
  /** Also its Idempotency-Key: however often it is sent, it becomes one receipt. */
  id: string
  /** Whose it is: it is never sent as another person. */
  sub: string
  addedAt: string
  pages: StoredPage[]
  state: UploadState
  /** The receipt it became, or the one that was here already. */
  receiptId: string | null
  version: number | null
  /** The person wants it sent although the file was here already. */
  isWanted?: true
  /** It may have arrived although no answer did, so that the server may know the file from this very upload. */
  isTried?: true
  /** Why it was refused: a code of the API and what the server says. */
  problem: { code: string; detail: string } | null
}

interface Schema extends DBSchema {
  uploads: { key: string; value: Upload }
}

const NAME = 'tax-tracker'

export interface UploadStore {
  all(): Promise<Upload[]>
  put(upload: Upload): Promise<void>
  remove(id: string): Promise<void>
}

/** Uploads in IndexedDB, where they survive a reload, a crash of the browser and a day without a network. */
export function createUploadStore(): UploadStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined
  const database = () => {
    opened ??= openDB<Schema>(NAME, 1, {
      upgrade: (db) => void db.createObjectStore('uploads', { keyPath: 'id' }),
    })
    return opened
  }
  return {
    all: async () => (await database()).getAll('uploads'),
    put: async (upload) => void (await (await database()).put('uploads', upload)),
    remove: async (id) => (await database()).delete('uploads', id),
  }
}
