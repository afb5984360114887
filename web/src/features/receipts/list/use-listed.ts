import { useMemo, useRef } from 'react'
import type { ReceiptList } from '../../../../../server/api-types.ts'
import { type Listed, listOf, nothingListed } from './sections.ts'

/** The pages that have arrived as one list, continued page by page. */
export function useListed(pages: ReceiptList[] | undefined, isByMonth: boolean): Listed {
  const latest = useRef({ list: nothingListed, isByMonth })
  return useMemo(() => {
    const before = latest.current.isByMonth === isByMonth ? latest.current.list : nothingListed
    const arrived = (pages ?? []).map(({ receipts }) => receipts)
    const list = listOf(before, arrived, isByMonth)
    latest.current = { list, isByMonth }
    return list
  }, [pages, isByMonth])
}
