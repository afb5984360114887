/** A row of `GET /receipts`: the part that this app shows. /openapi.json describes all of it. */
export interface ReceiptRow {
  id: string
  status: 'reading' | 'needs_review' | 'confirmed' | 'unreadable'
  merchant: string | null
  date: string | null
  totalSen: number | null
  currency: string | null
}

export interface ReceiptPage {
  receipts: ReceiptRow[]
  nextCursor: string | null
}

const statuses: Record<ReceiptRow['status'], string> = {
  reading: 'being read',
  needs_review: 'to be checked',
  confirmed: 'confirmed',
  unreadable: 'could not be read',
}

export const statusOf = ({ status }: ReceiptRow) => statuses[status]

/** Amounts are integer sen. */
export const totalOf = ({ totalSen, currency }: ReceiptRow) =>
  totalSen === null
    ? ''
    : `${currency ?? ''} ${(totalSen / 100).toLocaleString('en-MY', { minimumFractionDigits: 2 })}`
