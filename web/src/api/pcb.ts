import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PcbKnown, PcbPlan, PcbTable } from '../../../server/api-types.ts'
import { json } from './client.ts'
import { keys } from './keys.ts'

const path = (year: number) => `/tax-years/${year}/pcb`

/** What is known of a year for the monthly deduction. */
export const pcbKnownQuery = (year: number) =>
  queryOptions({
    queryKey: keys.pcbKnown(year),
    queryFn: ({ signal }) => json<PcbKnown>(path(year), { signal }),
  })

/** The deductions of a year; its words are in the language of the screen. */
export const pcbQuery = (year: number, plan: PcbPlan, language: string) =>
  queryOptions({
    queryKey: keys.pcb(year, plan, language),
    queryFn: ({ signal }) => json<PcbTable>(path(year), { method: 'POST', json: plan, signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
