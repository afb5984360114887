import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ReceiptsOfRelief, ReliefGuide, WhatIf, WhatIfAnswer } from '../../../server/api-types.ts'
import { json } from './client.ts'
import { keys } from './keys.ts'

/** What to know of a relief in a year, in the language of the screen. */
export const reliefGuideQuery = (year: number, code: string, language: string) =>
  queryOptions({
    queryKey: keys.reliefGuide(year, code, language),
    queryFn: ({ signal }) => json<ReliefGuide>(pathOf(year, code), { signal }),
    staleTime: 3_600_000,
  })

/** The receipts behind a relief, those to check first. */
export const receiptsOfReliefQuery = (year: number, code: string) =>
  infiniteQueryOptions({
    queryKey: keys.receiptsOfRelief(year, code),
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ limit: '20', ...(pageParam !== null && { cursor: pageParam }) })
      return json<ReceiptsOfRelief>(`${pathOf(year, code)}/receipts?${search}`, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** What more spending on a relief would save. */
export const whatIfQuery = (year: number, code: string, sen: number) =>
  queryOptions({
    queryKey: keys.whatIf(year, code, sen),
    queryFn: ({ signal }) =>
      json<WhatIfAnswer>(`/tax-years/${year}/claims/what-if`, {
        method: 'POST',
        json: { more: [{ relief: code, sen }] } satisfies WhatIf,
        signal,
      }),
    select: ({ now, together }) => ({ payableSen: now.payableSen, savesSen: together.savesSen }),
  })

const pathOf = (year: number, code: string) => `/tax-years/${year}/reliefs/${encodeURIComponent(code)}`
