import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { TaxReturn, WhatIf, WhatIfAnswer } from '../../../server/api-types.ts'
import { useLanguage } from '../i18n/index.ts'
import { json } from './client.ts'
import { keys } from './keys.ts'

/** The form whose lines are shown; left out: that of the facts. */
type Form = TaxReturn['form'] | undefined

const pathOf = (year: number, form: Form) => (path: string) =>
  `/tax-years/${year}/return${path}${form ? `?form=${form}` : ''}`

/** The form of a year, line by line, with notes in the language of the screen. */
export const taxReturnQuery = (year: number, language: string, form?: Form) =>
  queryOptions({
    queryKey: keys.taxReturn(year, language, form),
    queryFn: ({ signal }) => json<TaxReturn>(pathOf(year, form)(''), { signal }),
  })

/** Joint against separate assessment, with the least tax. */
export const assessmentsQuery = (year: number) =>
  queryOptions({
    queryKey: keys.assessments(year),
    queryFn: ({ signal }) =>
      json<WhatIfAnswer>(`/tax-years/${year}/claims/what-if`, {
        method: 'POST',
        json: { assessment: 'compare' } satisfies WhatIf,
        signal,
      }),
  })

/** By code of the line: the amount that is entered; null: it is not entered. */
export type Entered = Record<string, number | null>

/** Says which lines are entered in e-Filing; shown at once. */
export function useRecordEntered(year: number, form?: Form) {
  const client = useQueryClient()
  const { language } = useLanguage()
  const queryKey = keys.taxReturn(year, language, form)
  const mutationKey = ['record-entered', year]
  const show = (entered: Entered) =>
    client.setQueryData<TaxReturn>(
      queryKey,
      (shown) =>
        shown && {
          ...shown,
          lines: shown.lines.map((line) => {
            const enteredSen = entered[line.code]
            return enteredSen === undefined ? line : { ...line, enteredSen }
          }),
        },
    )
  return useMutation({
    mutationKey,
    // One after another: if two answers arrived out of order, the older one would take the newer tick back.
    scope: { id: `record-entered-${year}` },
    mutationFn: (entered: Entered) =>
      json<TaxReturn>(pathOf(year, form)('/entered'), { method: 'POST', json: { entered } }),
    onMutate: async (entered) => {
      await client.cancelQueries({ queryKey })
      const lines = client.getQueryData<TaxReturn>(queryKey)?.lines ?? []
      const before = lines.filter(({ code }) => code in entered)
      show(entered)
      return Object.fromEntries(before.map(({ code, enteredSen }) => [code, enteredSen]))
    },
    onError: (_error, _entered, before) => {
      if (before) show(before)
      // What was shown before may have been a tick that failed as well.
      if (client.isMutating({ mutationKey }) === 1) void client.invalidateQueries({ queryKey })
    },
    onSuccess: (saved) => {
      // What is shown may already hold the next tick.
      if (client.isMutating({ mutationKey }) === 1) client.setQueryData(queryKey, saved)
    },
  })
}
