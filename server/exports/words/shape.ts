import type { ClaimWarning } from '../../claims/claim-views.ts'
import type { Allocation } from '../../receipts/allocation.ts'
import type { ReceiptFile } from '../../receipts/parts.ts'
import type { Column } from '../column-names.ts'

/** A part of a receipt: what it counts for, that it does not, or that nobody has decided yet. */
export interface Part {
  state: 'counts' | 'does-not-count' | 'undecided'
  sen: number
  /** The year of assessment it counts in; null where it counts nowhere. */
  year: number | null
  person: Allocation['person']
  relief: { code: string; name: string; formItem: string | null } | null
}

/** Everything an export says that is neither the law's nor a receipt's. */
export interface Words {
  /** The name of a downloaded file, before the year. */
  file: string
  undated: string
  unnamed: string
  roles: Record<ReceiptFile['role'], string>
  columns: Record<Column, string>
  states: Record<Part['state'], string>
  people: Record<NonNullable<Allocation['person']>, string>
  sheets: { summary: string; receipts: string; notCounted: string; warnings: string }
  /** Of a line of the claim. */
  line: {
    formItem: string
    relief: string
    spent: string
    limit: string
    allowed: string
    left: string
    rule: string
  }
  verified: string
  unverified: string
  gifts: string
  rebates: string
  allReliefs: string
  warning: string
  /** null: this is the language the warnings are made in. */
  warnings: Record<ClaimWarning['code'], string> | null
  unconfirmed: string
  title: (year: number) => string
  subtitle: (form: string, day: string) => string
  typeIn: string
  typeInHint: string
  nothingYet: string
  section: (section: string) => string
  receiptsBehind: (receipts: number) => string
  toType: string
  given: string
  paid: string
  giftsHint: string
  rebatesHint: string
  attention: string
  nothingOpen: string
  undecided: (receipts: number) => string
  notConfirmed: (receipts: number) => string
  more: (receipts: number) => string
  unverifiedHint: string
  foot: string
  page: (page: number, pages: number) => string
  pack: {
    title: (year: number) => string
    lead: (receipts: number, files: number) => string
    missing: string
    noFile: string
    fileMissing: string
    fileChanged: string
    missingLead: string
    sums: string
    madeOn: (day: string) => string
    otherYears: string
  }
}
