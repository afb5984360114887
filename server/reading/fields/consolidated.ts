import type { PageText } from '../page-text.ts'
import { layOut, type Row } from './rows.ts'

/** What the document calls itself. Firms also call a bill for several services a consolidated invoice. */
const E_INVOICE =
  /\bCONSOLIDATED\s?E\W{0,3}INVO[I1L]CES?\b|\bE\W{0,3}INVO[I1L](?:S|CE)\s?(?:YANG\s)?(?:DISATUKAN|GABUNGAN|CONSOLIDATED)\b/
const INVOICE = /\bCONSOLIDATED\s?(?:TAX\s)?INVO[I1L]CES?\b|\bINVO[I1L]S\s?(?:DISATUKAN|GABUNGAN)\b/
/** Words of a sentence about consolidated e-invoices, as shops print it below their receipts. */
const SENTENCE =
  /\b(?:WILL|SHALL|BE|IS|ARE|HAS|HAVE|BEEN|INTO|IN|OUR|YOUR|WE|THIS|ONLY|PLEASE|REQUEST\w*|AFTER|BEFORE|NOT|IF|SCAN|VISIT|WITHIN|CANNOT|UNDER|APPL(?:Y|IES)|AUTOMATIC\w*|SUBMIT\w*|AKAN|DALAM|KE|SELEPAS|SEBELUM|SILA|MOHON|PERMINTAAN|JIKA|TIDAK|BAGI|TELAH|IMBAS|LAYARI)\b/
const LONGEST_TITLE = 60
/** Rows at the top in which a title stands, and in which nothing else does. */
const HEAD_ROWS = 12
const TOP_ROWS = 5

const BUYER =
  /\b(?:BUYER|CUSTOMER|CLIENT|RECIPIENT|BILL(?:ED)?\s?TO|SOLD\s?TO|INVOICE\s?TO|TO|PEMBELI|PELANGGAN|PENERIMA|KEPADA)(?:'?S)?\b/
const EVERYBODY = /\b(?:GENERAL\s?PUBLIC|ORANG\s?(?:AWAM|RAMAI)|CONSOLIDATED\s?BUYER\w*)\b/
/** How many rows below its label a buyer's name may stand, as in a block of two columns. */
const BELOW = 3
const ANYBODY =
  /\b(?:(?:VARIOUS|WALK\W?IN|CASH)\s?(?:BUYER|CUSTOMER|CLIENT|SALE)S?|(?:PELANGGAN|JUALAN)\s?TUNAI|PELBAGAI\s?PEMBELI)\b/

/** EI00000000010, the general TIN; a reader may take letters for digits, or drop a zero. */
const GENERAL_TIN = /\bE[I1L|][0OQD]{7,10}1[0OQD]\b/
/** The class of consolidated e-invoices on a line of one. */
const CLASS = /(?:^|\s)004\s?[-:–(]?\s?(?:CONSOLIDATED|E?\W{0,3}INVOI(?:S|CE)\s?DISATUKAN)/
const INVOICE_MARKS =
  /\bSUPPLIER'?S?\s?TIN\b|\bTIN\s?PEMBEKAL\b|\bMSIC\b|\bMYINVOIS\b|\bE\W?INVOI(?:S|CE)\s?(?:CODE|TYPE|VERSION|NO|UUID|KOD|JENIS|VERSI)|\bVALIDATED?\b|\bUUID\b/
/** What one sale has and a month's sales have not: somebody paid and got change. */
const TENDERED = /\b(?:CHANGE|BAKI|TENDERED|CASH\s?PAID|BAYARAN\s?TUNAI|APPR\w*\s?CODE|WANG\s?DITERIMA)\b/

/**
 * Whether the pages of a document show a consolidated e-invoice: one made out to the general public for the sales of a
 * month (IRBM e-Invoice Specific Guideline, 3.6 and appendix 2). A receipt that says how to ask for an e-invoice, or that
 * its sale will be consolidated, is none.
 */
export function isConsolidated(pages: PageText[]): boolean {
  const rows = layOut(pages)
  const anywhere = (what: RegExp) => rows.some(({ text }) => what.test(text))
  const hasTin = anywhere(GENERAL_TIN)
  const isToEverybody = isBuyer(rows, EVERYBODY)
  const titles = rows.filter((row) => isTitle(row, E_INVOICE))
  const hasTitleWithin = (head: number) => titles.some(({ index }) => index < head)
  if (hasTitleWithin(TOP_ROWS) || anywhere(CLASS)) return true
  if (anywhere(TENDERED)) return false
  if (hasTitleWithin(HEAD_ROWS)) return true
  const isCalledSo = titles.length > 0 || rows.some((row) => isTitle(row, INVOICE))
  if ((isToEverybody && (hasTin || isCalledSo)) || (hasTin && isCalledSo)) return true
  return hasTin && isBuyer(rows, ANYBODY) && anywhere(INVOICE_MARKS)
}

/** A title is short and no sentence. */
const isTitle = ({ text }: Row, title: RegExp) =>
  title.test(text) && text.length <= LONGEST_TITLE && !SENTENCE.test(text)

/** Whether the buyer is named so: behind the label, or below it. */
const isBuyer = (rows: Row[], name: RegExp) =>
  rows.some(
    ({ text, index }) =>
      name.test(text) &&
      rows.slice(Math.max(0, index - BELOW), index + 1).some((row) => BUYER.test(row.text)),
  )
