import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { QueuedReceipt } from '../../../../server/api-types.ts'
import { queueQuery } from '../../api/queries.ts'

/**
 * The receipts of this sitting in a fixed order: one that is done keeps its place, so that "2 of 3" and the segments
 * do not jump. New ones come last.
 */
export function useCheckQueue(year: number) {
  const query = useQuery(queueQuery(year))
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  const [sitting, setSitting] = useState<QueuedReceipt[]>([])
  const waiting = query.data?.receipts

  useEffect(() => {
    if (!waiting) return
    setSitting((before) => {
      const fresh = new Map(waiting.map((receipt) => [receipt.id, receipt]))
      const kept = before.map((receipt) => fresh.get(receipt.id) ?? receipt)
      const known = new Set(before.map(({ id }) => id))
      return [...kept, ...waiting.filter(({ id }) => !known.has(id))]
    })
  }, [waiting])

  const open = useMemo(() => new Set(waiting?.map(({ id }) => id)), [waiting])
  return {
    query,
    sitting,
    isOpen: (id: string) => open.has(id) && !answered.has(id),
    /** Answered here and now, whether or not the server has heard of it yet; taken back when it refuses. */
    setAnswered(id: string, isAnswered: boolean) {
      setAnswered((before) => {
        const after = new Set(before)
        if (isAnswered) after.add(id)
        else after.delete(id)
        return after
      })
    },
  }
}

/** The next receipt that still waits after this one, else the first that waits. */
export function nextOpen(sitting: QueuedReceipt[], isOpen: (id: string) => boolean, id: string | undefined) {
  const at = sitting.findIndex((receipt) => receipt.id === id)
  const after = [...sitting.slice(at + 1), ...sitting.slice(0, Math.max(0, at))]
  return after.find((receipt) => receipt.id !== id && isOpen(receipt.id))
}
