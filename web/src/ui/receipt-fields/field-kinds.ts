import type { ReceiptChanges } from '../../../../server/api-types.ts'
import { toDay } from '../../i18n/day.ts'
import { toSen } from '../../i18n/money.ts'

export type FieldName = Exclude<keyof ReceiptChanges, 'proposal'>
export type FieldKind = 'text' | 'day' | 'amount' | 'currency' | 'long'

export const fieldKinds: Record<FieldName, FieldKind> = {
  merchant: 'text',
  date: 'day',
  totalSen: 'amount',
  taxSen: 'amount',
  receiptNumber: 'text',
  companyNumber: 'text',
  brand: 'text',
  legalName: 'text',
  currency: 'currency',
  paidOn: 'day',
  myrSen: 'amount',
  note: 'long',
}

/** What is shown one tap away, in this order; shop, day and total always stand there. */
export const furtherFields: readonly FieldName[] = [
  'brand',
  'legalName',
  'companyNumber',
  'receiptNumber',
  'taxSen',
  'paidOn',
  'currency',
  'note',
]

export type WrongReason = 'date' | 'amount' | 'currency'
export type Parsed = { value: string | number | null } | { wrong: WrongReason }

/** What a person typed, as the API takes it; an empty field is null (a note stays text). */
export function parseTyped(kind: FieldKind, typed: string): Parsed {
  const text = typed.trim()
  if (text === '') return kind === 'long' ? { value: '' } : { value: null }
  switch (kind) {
    case 'day': {
      const day = toDay(text)
      return day === undefined ? { wrong: 'date' } : { value: day }
    }
    case 'amount': {
      const sen = toSen(text)
      return sen === undefined ? { wrong: 'amount' } : { value: sen }
    }
    case 'currency': {
      const code = text.toUpperCase() === 'RM' ? 'MYR' : text.toUpperCase()
      return /^[A-Z]{3}$/.test(code) ? { value: code } : { wrong: 'currency' }
    }
    default:
      return { value: text }
  }
}
