import { infiniteQueryOptions } from '@tanstack/react-query'
import type { ReceiptList } from '../../../server/api-types.ts'
import { json } from './client.ts'
import { keys } from './keys.ts'

export interface ListFilters {
  year: number
  text?: string
  status?: string
  relief?: string
  person?: string
  minSen?: number
  maxSen?: number
  certificate?: 'missing'
  trash?: true
}

const PAGE = 100

/** Receipts of a year (or the trash), newest first, page after page. */
export const receiptListQuery = (filters: ListFilters) =>
  infiniteQueryOptions({
    queryKey: keys.list(filters),
    queryFn: ({ pageParam, signal }) =>
      json<ReceiptList>(`/receipts?${searchOf(filters, pageParam)}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

function searchOf({ year, ...filters }: ListFilters, cursor: string | null) {
  const search = new URLSearchParams({ limit: String(PAGE) })
  if (!filters.trash) search.set('yearOfAssessment', String(year))
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined) search.set(name, String(value))
  if (cursor !== null) search.set('cursor', cursor)
  return search
}
