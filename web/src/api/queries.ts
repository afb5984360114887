import { queryOptions } from '@tanstack/react-query'
import type {
  Box,
  Claims,
  Estimate,
  Overview,
  Receipt,
  ReceiptList,
  ReceiptQueue,
  Refunds,
  Reliefs,
  Reminder,
  TaxYear,
} from '../../../server/api-types.ts'
import { json } from './client.ts'
import { keys } from './keys.ts'
import { claimsPath, overviewPath, queuePath, reliefsPath } from './start.ts'

const HOUR = 3_600_000

export const taxYearsQuery = queryOptions({
  queryKey: keys.taxYears,
  queryFn: ({ signal }) => json<{ taxYears: TaxYear[] }>('/tax-years', { signal }),
  select: ({ taxYears }) => taxYears,
  staleTime: HOUR,
})

/** What the law allows in a year, the same for everybody. */
export const reliefsQuery = (year: number) =>
  queryOptions({
    queryKey: keys.reliefs(year),
    queryFn: ({ signal }) => json<Reliefs>(reliefsPath(year), { signal }),
    staleTime: HOUR,
  })

/** The claim without its lists of receipts: a year may have thousands. */
export const claimsQuery = (year: number) =>
  queryOptions({
    queryKey: keys.claims(year),
    queryFn: ({ signal }) => json<Claims>(claimsPath(year), { signal }),
  })

export const estimateQuery = (year: number) =>
  queryOptions({
    queryKey: keys.estimate(year),
    queryFn: ({ signal }) => json<Estimate>(`/tax-years/${year}/estimate`, { signal }),
  })

/** Everything the home screen says about a year, in one answer. */
export const overviewQuery = (year: number) =>
  queryOptions({
    queryKey: keys.overview(year),
    queryFn: ({ signal }) => json<Overview>(overviewPath(year), { signal }),
  })

export const receiptQuery = (id: string) =>
  queryOptions({
    queryKey: keys.receipt(id),
    queryFn: ({ signal }) => json<Receipt>(`/receipts/${id}`, { signal }),
  })

/** What a receipt gives money back for, and what gives money back for it. */
export const refundsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.refundsOf(id),
    queryFn: ({ signal }) => json<Refunds>(`/receipts/${id}/refunds`, { signal }),
  })

/** Receipts of any year with an amount above zero, the latest first. */
export const purchasesQuery = (text: string) =>
  queryOptions({
    queryKey: keys.purchases(text),
    queryFn: ({ signal }) =>
      json<ReceiptList>(
        `/receipts?${new URLSearchParams({ limit: '20', minSen: '1', ...(text && { text }) })}`,
        {
          signal,
        },
      ),
    select: ({ receipts }) => receipts,
  })

/** How many receipts need a person, of every year. */
export const queueCountQuery = queryOptions({
  queryKey: keys.queue({ limit: 1 }),
  queryFn: ({ signal }) => json<ReceiptQueue>('/receipts/queue?limit=1', { signal }),
  select: ({ count }) => count,
})

/** What needs a person in a year: its receipts and those without a date. */
export const queueQuery = (year: number) =>
  queryOptions({
    queryKey: keys.queue({ year }),
    queryFn: ({ signal }) => json<ReceiptQueue>(queuePath(year), { signal }),
  })

const areBeingRead = ({ receipts }: ReceiptList) =>
  receipts.filter(({ status }) => status === 'reading').length

/** How many receipts are being read: among the newest, as a reading begins right after the upload. */
export const beingReadQuery = queryOptions({
  queryKey: keys.newest,
  queryFn: ({ signal }) => json<ReceiptList>('/receipts?limit=20', { signal }),
  select: areBeingRead,
  // Soon again while that is so, as a person is waiting for it.
  refetchInterval: ({ state }) => (state.data && areBeingRead(state.data) > 0 ? 1_500 : false),
})

export interface ReceiptText {
  pages: { fileId: string; page: number; lines: { text: string; confidence: number; box: Box }[] }[]
}

/** The text of a receipt's pages, line by line. */
export const textQuery = (id: string) =>
  queryOptions({
    queryKey: keys.text(id),
    queryFn: ({ signal }) => json<ReceiptText>(`/receipts/${id}/text`, { signal }),
    staleTime: HOUR,
  })

export const remindersQuery = queryOptions({
  queryKey: keys.reminders,
  queryFn: ({ signal }) => json<{ reminders: Reminder[] }>('/me/reminders', { signal }),
  select: ({ reminders }) => reminders,
})
