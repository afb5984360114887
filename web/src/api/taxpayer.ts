import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { FactEffects, Facts, Taxpayer } from '../../../server/api-types.ts'
import { json } from './client.ts'
import { keys } from './keys.ts'
import { Problem } from './problem.ts'

const path = (year: number) => `/tax-years/${year}/taxpayer`

export const taxpayerQuery = (year: number) =>
  queryOptions({
    queryKey: keys.taxpayer(year),
    queryFn: ({ signal }) => json<Taxpayer>(path(year), { signal }),
  })

/** The tax with each of these facts instead of the stored ones. */
export const factEffectsQuery = (year: number, facts: Facts[]) =>
  queryOptions({
    queryKey: keys.factEffects(year, facts),
    queryFn: ({ signal }) =>
      json<FactEffects>(`/tax-years/${year}/estimate`, { method: 'POST', json: { facts }, signal }),
    // What somebody only weighed need not be remembered for long.
    gcTime: 60_000,
  })

export interface FactChange {
  /** Makes the new facts from the stored ones; everything that it leaves alone stays as it is. */
  change(facts: Facts): Facts
  /** Whether it still makes sense after somebody else was faster, with what they stored. Default: never. */
  mayRepeat?(facts: Facts): boolean
}

const put = (year: number, version: number, facts: Facts) =>
  json<Omit<Taxpayer, 'fromEarlierYear'>>(path(year), {
    method: 'PUT',
    json: facts,
    ...(version === 0 ? { headers: { 'If-None-Match': '*' } } : { version }),
  })

/**
 * Changes the facts of a year: shown at once, one change after the other, each on condition of the version before.
 * Fails with version_conflict where somebody else changed the same facts.
 */
export function useSaveFacts(year: number) {
  const client = useQueryClient()
  const queryKey = keys.taxpayer(year)
  const mutationKey = ['save-facts', year]
  const update = (next: (shown: Taxpayer) => Partial<Taxpayer>) =>
    client.setQueryData<Taxpayer>(queryKey, (shown) => shown && { ...shown, ...next(shown) })
  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join() },
    mutationFn: async ({ change, mayRepeat = () => false }: FactChange) => {
      const shown = client.getQueryData<Taxpayer>(queryKey) ?? (await json<Taxpayer>(path(year)))
      try {
        return await put(year, shown.version, change(shown.facts))
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'version_conflict') throw error
        const latest = await json<Taxpayer>(path(year))
        if (!mayRepeat(latest.facts)) throw error
        return await put(year, latest.version, change(latest.facts))
      }
    },
    onMutate: async ({ change }) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData<Taxpayer>(queryKey)
      update(({ facts }) => ({ facts: change(facts) }))
      return before
    },
    onSuccess: (saved) => {
      const isLast = client.isMutating({ mutationKey }) === 1
      // What is shown may already hold the next change.
      update(({ facts }) => ({ ...saved, facts: isLast ? saved.facts : facts }))
    },
    onError: async (_error, _change, before) => {
      client.setQueryData(queryKey, before)
      await client.invalidateQueries({ queryKey })
    },
    onSettled: () => {
      if (client.isMutating({ mutationKey }) === 1) void client.invalidateQueries({ queryKey: keys.years })
    },
  })
}

/** Says what a person earns as an employee in a year; everything else that is known of them stays as it is. */
export function useSetIncome(year: number) {
  const { mutate, ...rest } = useSaveFacts(year)
  const change = (employment: number) => (facts: Facts) => ({
    ...facts,
    income: { ...facts.income, employment },
  })
  return {
    ...rest,
    mutate: (employmentSen: number) => mutate({ change: change(employmentSen), mayRepeat: () => true }),
  }
}

/** Says on which day the return of a year was filed; undefined: it was not. */
export function useSetFiledOn(year: number) {
  const { mutate, ...rest } = useSaveFacts(year)
  const change = (filedOn: string | undefined) => (facts: Facts) => ({ ...facts, filedOn })
  return {
    ...rest,
    mutate: (filedOn: string | undefined) => mutate({ change: change(filedOn), mayRepeat: () => true }),
  }
}
