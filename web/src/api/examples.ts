import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, json } from './client.ts'
import { keys } from './keys.ts'

/** The ids of the example receipts there are. */
export const examplesQuery = queryOptions({
  queryKey: keys.examples,
  queryFn: ({ signal }) => json<{ receipts: string[] }>('/me/examples', { signal }),
  select: ({ receipts }) => receipts,
})

/** Adds the ten example receipts; they are read one after another like any others. */
export function useAddExamples() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => json<{ receipts: string[]; year: number }>('/me/examples', { method: 'POST' }),
    onSettled: () => invalidate(client),
  })
}

export function useRemoveExamples() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('/me/examples', { method: 'DELETE' }),
    onSettled: () => invalidate(client),
  })
}

const invalidate = (client: ReturnType<typeof useQueryClient>) =>
  Promise.all([
    client.invalidateQueries({ queryKey: keys.receipts }),
    client.invalidateQueries({ queryKey: keys.years }),
  ])
