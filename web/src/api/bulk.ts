import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { BulkAnswer, BulkResult, ReceiptList } from '../../../server/api-types.ts'
import { json } from './client.ts'
import { keys } from './keys.ts'

export type BulkAction = 'confirm' | 'unconfirm' | 'trash' | 'restore'

export interface Bulk {
  action: BulkAction
  /** Each with the version the change is based on. */
  receipts: readonly { id: string; version: number }[]
  /** With `trash`: until when they must be kept, where the person has seen that. */
  acknowledgedUntil?: string
}

/** As many as one request takes. */
const AT_ONCE = 100

/** Does the same to several receipts, with a result for each. Those that leave the list leave it at once. */
export function useBulk() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ action, receipts, acknowledgedUntil }: Bulk) => {
      const results: BulkResult[] = []
      for (let at = 0; at < receipts.length; at += AT_ONCE) {
        const part = receipts.slice(at, at + AT_ONCE).map(({ id, version }) => ({ id, version }))
        const body = { action, receipts: part, ...(acknowledgedUntil && { acknowledgedUntil }) }
        results.push(...(await json<BulkAnswer>('/receipts/bulk', { method: 'POST', json: body })).results)
      }
      return results
    },
    onMutate: async ({ action, receipts }) => {
      if (action === 'confirm' || action === 'unconfirm') return
      await client.cancelQueries({ queryKey: keys.lists })
      return withoutRows(client, new Set(receipts.map(({ id }) => id)))
    },
    onError: (_error, _bulk, before) => {
      for (const [key, list] of before ?? []) client.setQueryData(key, list)
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.receipts }),
        client.invalidateQueries({ queryKey: keys.years }),
      ]),
  })
}

type Pages = InfiniteData<ReceiptList>

/** Takes rows out of every list that pages through receipts. Returns the lists as they were. */
function withoutRows(client: QueryClient, ids: ReadonlySet<string>) {
  const before = client.getQueriesData<Pages | ReceiptList>({ queryKey: keys.lists })
  for (const [key, list] of before) {
    if (list && 'pages' in list)
      client.setQueryData(key, { ...list, pages: list.pages.map((page) => without(page, ids)) })
  }
  return before
}

function without(page: ReceiptList, ids: ReadonlySet<string>): ReceiptList {
  const receipts = page.receipts.filter(({ id }) => !ids.has(id))
  const gone = page.receipts.length - receipts.length
  if (gone === 0) return page
  return { ...page, receipts, total: page.total === null ? null : page.total - gone }
}
