import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BulkAnswer } from '../../../server/api-types.ts'
import { json } from './client.ts'
import { keys } from './keys.ts'

export type BulkAction = 'confirm' | 'trash' | 'restore'

/** Does the same to several receipts; the answer has a result for each. */
export function useBulk() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { action: BulkAction; receipts: { id: string; version: number }[] }) =>
      json<BulkAnswer>('/receipts/bulk', {
        method: 'POST',
        json: { action: body.action, receipts: body.receipts.map(({ id, version }) => ({ id, version })) },
      }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.receipts }),
        client.invalidateQueries({ queryKey: keys.years }),
      ]),
  })
}
