import { setImmediate } from 'node:timers/promises'
import { findRecord } from './damaged.ts'
import type { ListQuery, ReceiptStore } from './ports.ts'
import type { ReadRecord, Summary } from './record.ts'

/** A receipt as its list shows it. */
export type Row = Summary

/** Read at once, in a few milliseconds; others are answered in between. */
const PAGE = 500

/** The rows of a list in its order, read page by page. Receipts may change meanwhile. */
export async function* eachRow(
  store: Pick<ReceiptStore, 'list'>,
  userId: string,
  query: Pick<ListQuery, 'view' | 'status'>,
): AsyncGenerator<Row> {
  let after: ListQuery['after']
  do {
    const page = await store.list(userId, { ...query, words: [], limit: PAGE, after })
    for (const row of page.rows) yield JSON.parse(row)
    after = page.next ?? undefined
    if (after) await setImmediate()
  } while (after)
}

/**
 * The receipts of a list, each as it is stored when its turn comes, and as far as it can be read; those removed
 * meanwhile are left out.
 */
export async function* eachRecord(
  store: Pick<ReceiptStore, 'list' | 'find'>,
  userId: string,
  query: Pick<ListQuery, 'view' | 'status'>,
): AsyncGenerator<ReadRecord> {
  for await (const { id } of eachRow(store, userId, query)) {
    const record = await findRecord(store, userId, id)
    if (record && record.receipt.status !== 'receiving') yield record
  }
}
