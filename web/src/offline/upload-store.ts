import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** A page as it was photographed or chosen; the bytes stay on the device until the server has answered for them. */
export interface StoredPage {
  blob: Blob
  name: string
  /** Hex SHA-256 of the bytes; null until it is about to be sent. */
  sha256: string | null
  sent: boolean
}

export type UploadState = 'waiting' | 'reading' | 'done' | 'known' | 'refused'

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
  /** What is known of the receipt that was here already. */
  known?: { merchant: string | null; paidOn: string | null }
  /** The person wants it sent although the file was here already. */
  isWanted?: true
  /** When it was first tried: it may have arrived although no answer did, so the server may know the file from this upload. */
  triedAt?: string
  /** The part that was sent when the network broke off, 0 to 1. */
  stoppedAt?: number
  /** Its reading has found nothing. */
  isUnreadable?: boolean
  /** Why it was refused, or why it has to wait: a code of the API and what the server says. */
  problem: { code: string; detail: string } | null
}

/** An earlier release stored the state `sending` too, and of the first try only that there was one. */
type StoredUpload = Omit<Upload, 'state'> & { state: UploadState | 'sending'; isTried?: true }

function upToDate({ isTried, ...stored }: StoredUpload): Upload {
  return {
    ...stored,
    state: stored.state === 'sending' ? 'waiting' : stored.state,
    ...(isTried && stored.triedAt === undefined && { triedAt: stored.addedAt }),
  }
}

interface Schema extends DBSchema {
  uploads: { key: string; value: StoredUpload }
}

// A window of an earlier release may have it open, so that no other version of it could be opened beside.
const NAME = 'tax-tracker'

export interface UploadStore {
  all(): Promise<Upload[]>
  put(upload: Upload): Promise<void>
  /** Changes what is stored by now, so that two windows do not undo each other's changes. Undefined where it is gone. */
  update(id: string, change: (upload: Upload) => Upload): Promise<Upload | undefined>
  remove(id: string): Promise<void>
}

/** Uploads in IndexedDB, where they survive a reload, a crash of the browser and a day without a network. */
export function createUploadStore(): UploadStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined
  function database() {
    opened ??= openDB<Schema>(NAME, 1, {
      upgrade: (db) => void db.createObjectStore('uploads', { keyPath: 'id' }),
      terminated: () => {
        opened = undefined
      },
    }).catch((error) => {
      opened = undefined
      throw error
    })
    return opened
  }
  return {
    all: async () => (await (await database()).getAll('uploads')).map(upToDate),
    put: async (upload) => void (await (await database()).put('uploads', upload)),
    async update(id, change) {
      const transaction = (await database()).transaction('uploads', 'readwrite')
      const stored = await transaction.store.get(id)
      const changed = stored && change(upToDate(stored))
      if (changed) await transaction.store.put(changed)
      await transaction.done
      return changed
    },
    remove: async (id) => (await database()).delete('uploads', id),
  }
}
