import type { MissingFact } from '../../claims/tax-return/missing.ts'
import type { Allocation } from '../../receipts/allocation.ts'
import type { ReceiptFile } from '../../receipts/parts.ts'
import type { Texts } from '../../texts/index.ts'
import type { Column } from '../column-names.ts'
import type { WithItem } from '../item-text.ts'

/** A part of a receipt: what it is claimed for, that it is not claimed, or that it is undecided. */
export interface Part {
  state: 'counts' | 'does-not-count' | 'undecided' | 'unconfirmed' | 'trashed'
  sen: number
  /** The year of assessment in which it is claimed; null if it is not. */
  year: number | null
  person: Allocation['person']
  relief: ({ code: string; name: string } & WithItem) | null
}

/** All texts of exports, except those of the law and of receipts. */
export interface Words {
  /** The name of a downloaded file, before the year. */
  file: string
  /** The name of a downloaded selection of receipts, before the day. */
  selection: string
  undated: string
  /** Of a receipt whose record cannot be read in full. */
  damaged: string
  unnamed: string
  roles: Record<ReceiptFile['role'], string>
  columns: Record<Column, string>
  states: Record<Part['state'], string>
  people: Texts['people']
  sheets: { taxReturn: string; summary: string; receipts: string; notCounted: string; warnings: string }
  /** The column titles of a claim's lines. */
  line: {
    formItem: string
    relief: string
    spent: string
    limit: string
    allowed: string
    /** The title of the allowed amount where it is copied into the form. */
    toType: string
    remaining: string
    withSuggestions: string
    rule: string
  }
  /** Marks the number of an item that follows from another form or year. */
  derived: (item: string) => string
  /** Where the answer is given that a line of the return lacks. */
  enterIn: Record<MissingFact, string>
  keep: (papers: string) => string
  notEntered: string
  by: Record<'person' | 'form' | 'nobody', string>
  /** The column titles of the return. */
  returnLine: {
    name: string
    amount: string
    by: string
    counts: string
    doesNotCount: string
    keep: string
    number: string
  }
  /** The parts of the return. */
  tax: string
  reliefs: string
  computedHint: string
  /** What is left to pay or comes back, with the days. */
  toPay: (amount: string, dueOn: string, eFilingUntil: string) => string
  refund: (amount: string, eFilingUntil: string) => string
  balanceUnknown: string
  alsoAsked: (lines: string) => string
  /** Amounts in ringgit; null: nothing of it is left. */
  carriedForward: (left: { losses: string | null; allowances: string | null }) => string
  notEnteredYet: (lines: string) => string
  derivedHint: string
  unknownItemHint: string
  verified: string
  unverified: string
  gifts: string
  rebates: string
  allReliefs: string
  warning: string
  /** Marks an example receipt in a table. */
  example: string
  /** The notice on an export that contains example receipts. */
  examples: (receipts: number) => string
  title: (year: number) => string
  /** Of the sheet of reliefs, as earlier releases named it. */
  reliefsTitle: (year: number) => string
  subtitle: (form: string, day: string) => string
  typeInHint: string
  nothingYet: string
  section: (section: string) => string
  receiptsBehind: (receipts: number) => string
  toType: string
  given: string
  giftsHint: string
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
    recordDamaged: string
    missingLead: string
    sums: string
    madeOn: (day: string) => string
    otherYears: string
    examplesLeftOut: (receipts: number) => string
  }
}
