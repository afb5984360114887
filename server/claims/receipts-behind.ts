import type { z } from 'zod'
import { sum } from '../law/money.ts'
import type { TaxYear } from '../law/year.ts'
import type { Row } from '../receipts/each-receipt.ts'
import { ringgitOf } from '../receipts/model.ts'
import { shownStatus } from '../receipts/routes/schemas.ts'
import type { receiptsBehindView } from './receipts-behind-views.ts'
import { partsIn, type YearReceipts } from './spend.ts'

/** A receipt with the part of it that counts for a relief; of an unconfirmed one, that would count. */
export interface ReceiptBehind {
  row: Row
  sen: number
}

type ReceiptBehindView = z.input<typeof receiptsBehindView>['receipts'][number]

export function toReceiptBehind({ row, sen }: ReceiptBehind): ReceiptBehindView {
  const { id, merchant, paidOn, files, einvoice } = row
  return { id, merchant, paidOn, status: shownStatus.parse(row.status), files, einvoice, sen }
}

/** What an unconfirmed receipt may count for: the user's own allocation takes precedence over the suggestion. */
export function expectedParts(year: number, row: Row): { relief: string; sen: number }[] {
  if (row.status === 'confirmed' || ringgitOf(row) === null) return []
  return row.allocations.length > 0 ? partsIn(year, year, row) : row.suggested
}

/** The receipts with a part for one of the codes: those to check first, then the newest. */
export function receiptsBehind(
  year: TaxYear,
  { rows, parts }: YearReceipts,
  codes: ReadonlySet<string>,
): ReceiptBehind[] {
  const expected = rows.flatMap((row) => {
    const found = expectedParts(year.year, row).filter(({ relief }) => codes.has(relief))
    return found.length === 0 ? [] : [{ row, sen: sum(found.map(({ sen }) => sen)) }]
  })
  const counted = new Map<string, ReceiptBehind>()
  for (const { relief, sen, row } of parts) {
    if (!codes.has(relief)) continue
    const found = counted.get(row.id)
    if (found) found.sen += sen
    else counted.set(row.id, { row, sen })
  }
  return [...expected, ...counted.values()]
}
