import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query'
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
    // What is listed stays until what is searched for has arrived, but never under the name of another year.
    placeholderData: (listed, query) => {
      const before = query?.queryKey[2] as ListFilters | undefined
      return before?.year === filters.year && before.trash === filters.trash ? listed : undefined
    },
    structuralSharing: (before, now) => sharedPages(before as Pages | undefined, now as Pages),
  })

type Pages = InfiniteData<ReceiptList, string | null>

/**
 * The pages of a list, with those that did not change as the objects they were. A row's version tells whether it changed:
 * comparing 10,000 rows in full would hold the screen up.
 */
function sharedPages(before: Pages | undefined, now: Pages): Pages {
  if (!before) return now
  const pages = now.pages.map((page, index) => {
    const old = before.pages[index]
    return old && isSamePage(old, page) ? old : page
  })
  const isSame = pages.length === before.pages.length && pages.every((page, i) => page === before.pages[i])
  return isSame ? before : { ...now, pages }
}

const isSamePage = (one: ReceiptList, other: ReceiptList) =>
  one === other ||
  (one.nextCursor === other.nextCursor &&
    one.total === other.total &&
    one.receipts.length === other.receipts.length &&
    one.receipts.every((row, index) => {
      const same = other.receipts[index]
      return row.id === same?.id && row.version === same.version && row.damaged === same.damaged
    }))

function searchOf({ year, ...filters }: ListFilters, cursor: string | null) {
  const search = new URLSearchParams({ limit: String(PAGE) })
  if (!filters.trash) search.set('yearOfAssessment', String(year))
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined) search.set(name, String(value))
  if (cursor !== null) search.set('cursor', cursor)
  return search
}
