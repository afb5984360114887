import { useCallback, useMemo, useState } from 'react'
import type { ReceiptSummary } from '../../../../../server/api-types.ts'
import type { Listed } from './sections.ts'

export interface Selection {
  /** The chosen receipts that are still in the list, in its order. */
  chosen: readonly ReceiptSummary[]
  ids: ReadonlySet<string>
  toggle(id: string): void
  /** Chooses everything that has been listed. */
  all(): void
  clear(): void
}

const NONE: ReadonlySet<string> = new Set()

export function useSelection({ sections }: Listed): Selection {
  const [ids, setIds] = useState(NONE)
  const toggle = useCallback((id: string) => {
    setIds((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }, [])
  const clear = useCallback(() => setIds(NONE), [])
  const chosen = useMemo(
    () =>
      ids.size === 0
        ? []
        : sections.flatMap(({ receipts }) => receipts.filter((receipt) => ids.has(receipt.id))),
    [sections, ids],
  )
  const all = useCallback(
    () => setIds(new Set(sections.flatMap(({ receipts }) => receipts.map(({ id }) => id)))),
    [sections],
  )
  return useMemo(() => ({ chosen, ids, toggle, all, clear }), [chosen, ids, toggle, all, clear])
}
