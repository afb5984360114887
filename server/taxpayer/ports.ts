import { DamagedRecordError } from '../errors.ts'

/** The stored document has another version than the change was based on. */
export class ItemChangedError extends Error {
  override name = 'ItemChangedError'
  readonly current: number
  constructor(current: number) {
    super('the document was changed in the meantime')
    this.current = current
  }
}

/** A stored document cannot be read. */
export class DamagedItemError extends DamagedRecordError {
  readonly version: number
  readonly #data: unknown
  constructor(kind: string, { item, version, data }: TaxpayerItem, members: string[]) {
    super(kind, item, members)
    this.version = version
    this.#data = data
  }

  /** What is stored; undefined where it is no JSON. A getter, so that no log prints it. */
  get data() {
    return this.#data
  }
}

/** A stored JSON document. */
export interface TaxpayerItem {
  item: string
  /** Counts writes. */
  version: number
  data: unknown
}

/** The documents of a list, by name: those that can be read, and those that cannot. */
export interface ItemList {
  items: TaxpayerItem[]
  damaged: DamagedItemError[]
}

/**
 * Documents of a taxpayer other than receipts, by name: `year#2026` for facts, `merchant#<key>` for past decisions.
 * Rejects with StorageFullError or StorageUnavailableError when the storage does.
 */
export interface TaxpayerItems {
  /** Rejects with DamagedItemError. */
  find(userId: string, item: string): Promise<TaxpayerItem | undefined>
  /** The documents whose name begins with `prefix`, ordered by name. `prefix` ends with `#`. */
  list(userId: string, prefix: string): Promise<ItemList>
  /**
   * Stores a document and returns its new version. Rejects with ItemChangedError, and with InvalidRecordError. Replaces
   * a damaged document.
   * @param based the version the change is based on, 0 for a new document; `any` accepts every version
   */
  put(userId: string, item: string, data: unknown, based: number | 'any'): Promise<number>
  /** Does nothing if there is no such document. */
  remove(userId: string, item: string): Promise<void>
}
