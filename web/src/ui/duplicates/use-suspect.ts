import { useQuery } from '@tanstack/react-query'
import type { Receipt } from '../../../../server/api-types.ts'
import { receiptQuery } from '../../api/queries.ts'

export type Suspected = 'none' | 'loading' | Receipt

/** The receipt that may be the same as this one; `none` also where it has gone meanwhile. */
export function useSuspect(receipt: Receipt | undefined): Suspected {
  const isAsked = receipt !== undefined && receipt.trashedAt === null && !receipt.damaged
  const id = isAsked ? receipt.duplicateSuspects[0]?.id : undefined
  const { data, isPending } = useQuery({ ...receiptQuery(id ?? ''), enabled: id !== undefined })
  if (id === undefined) return 'none'
  if (isPending) return 'loading'
  return data && data.trashedAt === null && !data.damaged ? data : 'none'
}
