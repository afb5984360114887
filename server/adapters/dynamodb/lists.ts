import { QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import {
  type ListQuery,
  MOST_SCANNED,
  type Page,
  type Position,
  type ReceiptStore,
} from '../../receipts/ports.ts'
import { readRow } from '../../receipts/record.ts'
import type { Dynamo } from './database.ts'
import { bind } from './expressions.ts'
import type { Parts } from './parts.ts'
import { partitionOf, rowOf, type StoredReceipt } from './receipt-items.ts'
import type { ReceiptTable } from './receipt-table.ts'
import { createSearch } from './search.ts'
import type { SearchTexts } from './search-texts.ts'
import { BY_USER, BY_YEAR } from './tables.ts'
import { listOf, type Row, type View } from './views.ts'

type IndexedReceipt = Pick<StoredReceipt, 'receipt_id' | 'day_receipt' | 'summary'>

/** Page size of a query whose rows are filtered afterwards. */
const FILTERED_PAGE = 200

export function createLists(
  dynamo: Dynamo,
  table: ReceiptTable,
  parts: Parts,
  texts: SearchTexts,
): Pick<ReceiptStore, 'list' | 'owners'> {
  /** The rows of a view in its order. An index is updated shortly after its table. */
  async function* rowsOf(userId: string, view: View, after: Position | undefined, pageSize: number) {
    const list = listOf(view)
    const [IndexName, partition, sort] =
      list === undefined ? [BY_USER, 'user_id', 'receipt_id'] : [BY_YEAR, 'user_year', 'day_receipt']
    const of = list === undefined ? userId : partitionOf(userId, list)
    const position = after && (list === undefined ? after.id : `${after.day}#${after.id}`)
    let start: Record<string, unknown> | undefined
    do {
      const page = await dynamo.call((client, options) =>
        client.send(
          new QueryCommand({
            TableName: dynamo.tables.receipts,
            IndexName,
            // The owner comes from the token; a cursor only says where to continue.
            KeyConditionExpression: `#${partition} = :of${position ? ` AND #${sort} < :position` : ''}`,
            ...bind(position ? [partition, sort] : [partition], { of, ...(position && { position }) }),
            ScanIndexForward: false,
            Limit: pageSize,
            ExclusiveStartKey: start,
          }),
          options,
        ),
      )
      for (const item of (page.Items ?? []) as IndexedReceipt[]) {
        const row: Row = {
          id: item.receipt_id,
          day: item.day_receipt?.split('#')[0] ?? '',
          summary: readRow(item.receipt_id, rowOf(item, dynamo.formats)),
        }
        yield row
      }
      start = page.LastEvaluatedKey
    } while (start)
  }

  const search = createSearch({
    dynamo,
    table,
    parts,
    texts,
    rowsOf: (userId, view, after) => rowsOf(userId, view, after, FILTERED_PAGE),
  })

  return {
    async owners() {
      const found = new Set<string>()
      let start: Record<string, unknown> | undefined
      do {
        const page = await dynamo.call((client, options) =>
          client.send(
            new ScanCommand({
              TableName: dynamo.tables.receipts,
              IndexName: BY_USER,
              ProjectionExpression: '#user_id',
              ...bind(['user_id']),
              ExclusiveStartKey: start,
            }),
            options,
          ),
        )
        for (const { user_id } of page.Items ?? []) found.add(user_id)
        start = page.LastEvaluatedKey
      } while (start)
      return [...found]
    },

    async list(userId, query) {
      const { view, status, words, values = [], only, scan = MOST_SCANNED, limit, after } = query
      const isSome = status !== undefined || only !== undefined
      const isSearch = words.length > 0 || values.length > 0
      // One extra row shows whether there is a next page.
      const rows = isSearch
        ? search(userId, query)
        : rowsOf(userId, view, after, isSome ? FILTERED_PAGE : limit + 1)
      const found: Row[] = []
      let scanned = 0
      for await (const row of rows) {
        if (!isSome || isListed(row, status, only)) found.push(row)
        if (found.length > limit) return toPage(found.slice(0, limit), found[limit - 1])
        if (isSome && ++scanned === scan) return toPage(found, row)
      }
      return toPage(found)
    },
  }
}

function isListed({ summary }: Row, status: ListQuery['status'], only: ListQuery['only']): boolean {
  const row = JSON.parse(summary)
  return (status === undefined || row.status === status) && (only === undefined || only(row))
}

const toPage = (rows: Row[], last?: Row): Page => ({
  rows: rows.map(({ summary }) => summary),
  next: last ? { day: last.day, id: last.id } : null,
})
