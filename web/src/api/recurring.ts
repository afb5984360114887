import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { EnteredMonths, RecurringAnswer, RecurringClaims } from '../../../server/api-types.ts'
import { json } from './client.ts'
import { keys } from './keys.ts'

/** More than anybody pays again and again. */
const ALL = 100

const path = (year: number) => `/tax-years/${year}/recurring`

/** Payments that come again and again in a year, with the months that are missing. */
export const recurringQuery = (year: number) =>
  queryOptions({
    queryKey: keys.recurring(year),
    queryFn: ({ signal }) => json<RecurringClaims>(`${path(year)}?limit=${ALL}`, { signal }),
    select: ({ recurring }) => recurring,
  })

function refreshReceipts(client: QueryClient) {
  void client.invalidateQueries({ queryKey: keys.lists })
  void client.invalidateQueries({ queryKey: keys.queues })
  return client.invalidateQueries({ queryKey: keys.years })
}

/** Enters missing months like the one before; their papers are still to come. */
export function useEnterMonths(year: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, months }: { id: string; months: string[] }) =>
      json<EnteredMonths>(`${path(year)}/${id}/receipts`, { method: 'POST', json: { months } }),
    // Busy until the question is gone.
    onSuccess: ({ receipts }) => {
      for (const receipt of receipts) client.setQueryData(keys.receipt(receipt.id), receipt)
      return refreshReceipts(client)
    },
  })
}

/** Takes months back that were entered a moment ago: their receipts go to the trash. */
export function useTakeBackMonths() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ receipts }: Pick<EnteredMonths, 'receipts'>) => {
      for (const { id, version } of receipts) await json(`/receipts/${id}`, { method: 'DELETE', version })
    },
    onSettled: () => refreshReceipts(client),
  })
}

/** Says that months were not paid, or that the payments have ended; or takes that back. */
export function useAnswerRecurring(year: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...answer }: { id: string } & RecurringAnswer) =>
      json(`${path(year)}/${id}/answer`, { method: 'POST', json: answer }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.years }),
  })
}
