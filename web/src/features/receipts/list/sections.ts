import type { ReceiptSummary } from '../../../../../server/api-types.ts'
import { countedSen, ringgitSen, suggestedSen } from './receipt-facts.ts'

export interface Sums {
  totalSen: number
  countedSen: number
  suggestedSen: number
}

/** Receipts that follow each other under one head. */
export interface Section {
  /** YYYY-MM; empty for receipts without a day; null: the section has no head. */
  month: string | null
  sums: Sums
  receipts: readonly ReceiptSummary[]
}

/** The pages of a list that have arrived, in sections. */
export interface Listed {
  pages: readonly (readonly ReceiptSummary[])[]
  sections: readonly Section[]
  sums: Sums
  count: number
}

const NOTHING: Sums = { totalSen: 0, countedSen: 0, suggestedSen: 0 }
export const nothingListed: Listed = { pages: [], sections: [], sums: NOTHING, count: 0 }

const plus = (sums: Sums, receipt: ReceiptSummary): Sums => ({
  totalSen: sums.totalSen + (ringgitSen(receipt) ?? 0),
  countedSen: sums.countedSen + countedSen(receipt),
  suggestedSen: sums.suggestedSen + suggestedSen(receipt),
})

/**
 * The list of these pages. A page that arrives costs the same however many stand before it: sections that are complete
 * stay the same objects.
 * @param isByMonth whether each month has a head
 */
export function listOf(before: Listed, pages: Listed['pages'], isByMonth: boolean): Listed {
  const continues = before.pages.length <= pages.length && before.pages.every((page, i) => page === pages[i])
  const start = continues ? before : nothingListed
  return pages.slice(start.pages.length).reduce((list, page) => withPage(list, page, isByMonth), start)
}

function withPage(list: Listed, page: readonly ReceiptSummary[], isByMonth: boolean): Listed {
  const sections = [...list.sections]
  const monthOf = ({ paidOn }: ReceiptSummary) => (isByMonth ? (paidOn?.slice(0, 7) ?? '') : null)
  for (let at = 0; at < page.length; ) {
    const month = monthOf(page[at] as ReceiptSummary)
    let end = at + 1
    while (end < page.length && monthOf(page[end] as ReceiptSummary) === month) end++
    const added = page.slice(at, end)
    const last = sections.at(-1)
    const same = last?.month === month ? sections.pop() : undefined
    sections.push({
      month,
      sums: added.reduce(plus, same?.sums ?? NOTHING),
      receipts: same ? [...same.receipts, ...added] : added,
    })
    at = end
  }
  return {
    pages: [...list.pages, page],
    sections,
    sums: page.reduce(plus, list.sums),
    count: list.count + page.length,
  }
}
