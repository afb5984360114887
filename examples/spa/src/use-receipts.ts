import { useCallback, useEffect, useState } from 'react'
import type { ReceiptPage } from './receipt.ts'
import type { Tracker } from './tracker.ts'

/** Milliseconds between two looks at receipts that are being read. */
const POLL_MS = 2_000

/** The receipts of whoever is signed in, newest first, page by page. */
export function useReceipts(tracker: Tracker) {
  const [shown, setShown] = useState<ReceiptPage>()
  const [problem, setProblem] = useState<string>()

  const load = useCallback(
    async (cursor?: string) => {
      try {
        const query = new URLSearchParams({ limit: '20', ...(cursor && { cursor }) })
        const page = (await (await tracker.call(`/receipts?${query}`)).json()) as ReceiptPage
        setShown((before) => (cursor ? withNext(before, page) : withNewest(before, page)))
        setProblem(undefined)
      } catch (error) {
        setProblem((error as Error).message)
      }
    },
    [tracker],
  )
  const reload = useCallback(() => load(), [load])

  useEffect(() => void reload(), [reload])

  const isReading = shown?.receipts.some(({ status }) => status === 'reading') ?? false
  useEffect(() => {
    if (!isReading) return
    const timer = setInterval(() => void reload(), POLL_MS)
    return () => clearInterval(timer)
  }, [isReading, reload])

  const nextCursor = shown?.nextCursor
  return {
    receipts: shown?.receipts,
    problem,
    reload,
    /** Undefined after the last page. */
    loadMore: nextCursor ? () => load(nextCursor) : undefined,
  }
}

const withNext = (before: ReceiptPage | undefined, page: ReceiptPage): ReceiptPage => ({
  receipts: [...(before?.receipts ?? []), ...page.receipts],
  nextCursor: page.nextCursor,
})

/** The first page once more; what was loaded after it stays. */
function withNewest(before: ReceiptPage | undefined, page: ReceiptPage): ReceiptPage {
  if (!before) return page
  const fresh = new Set(page.receipts.map(({ id }) => id))
  return {
    receipts: [...page.receipts, ...before.receipts.filter(({ id }) => !fresh.has(id))],
    nextCursor: before.nextCursor,
  }
}
