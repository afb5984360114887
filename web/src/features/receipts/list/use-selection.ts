import { useCallback, useMemo, useState } from 'react'
import type { ReceiptSummary } from '../../../../../server/api-types.ts'

export interface Selection {
  /** The chosen receipts that are still in the list. */
  chosen: ReceiptSummary[]
  isChosen(id: string): boolean
  toggle(id: string): void
  clear(): void
}

export function useSelection(receipts: ReceiptSummary[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((id: string) => {
    setIds((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }, [])
  const clear = useCallback(() => setIds(new Set()), [])
  const chosen = useMemo(() => receipts.filter(({ id }) => ids.has(id)), [receipts, ids])
  return { chosen, isChosen: (id) => ids.has(id), toggle, clear }
}
