import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReceiptList } from '../../../../../server/api-types.ts'
import { sessionQuery } from '../../../api/session.ts'
import { keepList } from '../../../offline/kept-list.ts'

/** A longer list is kept when the app starts (refreshKeptList): copying it here would hold up the scroll that fetched it. */
const MOST_PAGES = 5

/**
 * Keeps the list that is shown on the device, to be read without a network.
 * @param pages undefined while it is not the whole year
 */
export function useKeepList(year: number, pages: ReceiptList[] | undefined) {
  const { data: profile } = useQuery(sessionQuery)
  const sub = profile?.sub
  useEffect(() => {
    if (!sub || !pages || pages.length > MOST_PAGES) return
    const receipts = pages.flatMap((page) => page.receipts)
    // It is a convenience: a browser that keeps nothing does without.
    keepList(sub, year, receipts).catch(() => {})
  }, [sub, year, pages])
}
