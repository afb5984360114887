/** A document was changed since the version a change was based on. */
export class ItemChangedError extends Error {
  override name = 'ItemChangedError'
  readonly current: number
  constructor(current: number) {
    super('the document was changed in the meantime')
    this.current = current
  }
}

/** A stored JSON document. */
export interface TaxpayerItem {
  item: string
  /** Counts writes. */
  version: number
  data: unknown
}

/**
 * Documents of a taxpayer that are no receipts, by name: `year#2026` facts, `merchant#<key>` past decisions.
 * Rejects with StorageFullError or StorageUnavailableError when the storage does.
 */
export interface TaxpayerItems {
  find(userId: string, item: string): Promise<TaxpayerItem | undefined>
  /** All whose name begins with `prefix`, whose last character is `#`, by name. */
  list(userId: string, prefix: string): Promise<TaxpayerItem[]>
  /**
   * Stores a document and returns its new version. Rejects with ItemChangedError.
   * @param based the version it was made from, 0 for a new one; `any`: whatever it is now
   */
  put(userId: string, item: string, data: unknown, based: number | 'any'): Promise<number>
  /** Missing is fine. */
  remove(userId: string, item: string): Promise<void>
}
