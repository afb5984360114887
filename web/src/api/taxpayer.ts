import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Taxpayer } from '../../../server/api-types.ts'
import { json } from './client.ts'
import { keys } from './keys.ts'

const path = (year: number) => `/tax-years/${year}/taxpayer`

export const taxpayerQuery = (year: number) =>
  queryOptions({
    queryKey: keys.taxpayer(year),
    queryFn: ({ signal }) => json<Taxpayer>(path(year), { signal }),
  })

/** Says what a person earns as an employee in a year; everything else that is known of them stays as it is. */
export function useSetIncome(year: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (employmentSen: number) => {
      const { facts, version } = await json<Taxpayer>(path(year))
      const income = { ...facts.income, employment: employmentSen }
      return json<Taxpayer>(path(year), {
        method: 'PUT',
        json: { ...facts, income },
        ...(version === 0 ? { headers: { 'If-None-Match': '*' } } : { version }),
      })
    },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.taxpayer(year) }),
        client.invalidateQueries({ queryKey: keys.years }),
      ]),
  })
}
