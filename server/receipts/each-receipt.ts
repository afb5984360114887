import type { Receipt } from './model.ts'
import type { ListQuery, ReceiptStore } from './ports.ts'
import type { summaryOf } from './record.ts'

/** A receipt as its list shows it. */
export type Row = ReturnType<typeof summaryOf>

const PAGE = 100

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
  } while (after)
}

/** The receipts of a list, each as it is stored when its turn comes; those removed meanwhile are left out. */
export async function* eachReceipt(
  store: Pick<ReceiptStore, 'list' | 'find'>,
  userId: string,
  query: Pick<ListQuery, 'view' | 'status'>,
): AsyncGenerator<Receipt> {
  for await (const { id } of eachRow(store, userId, query)) {
    const receipt = await store.find(userId, id)
    if (receipt && receipt.status !== 'receiving') yield receipt
  }
}
