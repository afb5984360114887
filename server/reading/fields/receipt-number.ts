import type { FieldReading } from '../reading.ts'
import { findDates } from './date-shapes.ts'
import type { Row } from './rows.ts'

const KIND =
  '(?:INVOICE|INV|RECEIPT|RCPT|REC|RESIT|INVOIS|BILL|BIL|DOCUMENT|DOC|CHECK|CHK|TRANSACTION|TRANS|TRX|TXN|SLIP|CB|CS|SALES)'
const NO = '(?:NO|NUMBER|NUM|#|ID|NBR)'
const VALUE = String.raw`[\s.:#=-]{0,6}(?<value>[A-Z0-9][A-Z0-9/_-]{0,28}(?:\s\d{3,12})?)`
/** Most reliable first. */
const PATTERNS: [number, RegExp][] = [
  [0.9, new RegExp(String.raw`\b${KIND}\s?\.?\s?${NO}\b${VALUE}`)],
  [0.9, new RegExp(String.raw`\b${KIND}\s?#${VALUE}`)],
  [0.9, new RegExp(String.raw`\b${NO}\.?\s?(?:RESIT|INVOIS|BIL|SIRI|RUJUKAN)\b${VALUE}`)],
  [0.7, new RegExp(String.raw`\b(?:REF|RUJUKAN|SERIAL|SIRI|ORDER|ORD)\s?\.?\s?(?:${NO}\b|#)${VALUE}`)],
  [0.7, new RegExp(String.raw`\b(?:INV|RCPT|CHK|TRX|TRANS|BILL|INVOICE|RECEIPT|RESIT)\s?[:#]${VALUE}`)],
  [0.5, new RegExp(String.raw`^NO\.?\s?:?${VALUE}`)],
]
const NOT_OURS =
  /\b(?:GST|SST|ROC|CO\.?\s?REG|COMPANY|TEL|FAX|ACCOUNT|APPROVAL|MEMBER|CARD|TERMINAL|TABLE|REG\.?\s?NO)\b/

/** Reads the number of the receipt or invoice as printed. It has at least one digit and is not a date. */
export function readReceiptNumber(rows: Row[], lastYear: number): FieldReading<string> | null {
  let chosen: FieldReading<string> | null = null
  for (const row of rows) {
    const text = row.cells.map((cell) => cell.text).join(' ')
    for (const [chance, pattern] of PATTERNS) {
      const value = pattern.exec(text)?.groups?.value?.replace(/[-/_]+$/, '')
      if (!value || !/\d/.test(value) || value.length < 2) continue
      if (NOT_OURS.test(text.slice(0, text.indexOf(value))) || findDates(value, lastYear).length > 0) continue
      const cell = row.cells.find((part) => part.text.includes(value)) ?? row.cells[0]
      if (!cell || (chosen && chosen.confidence >= chance * cell.confidence)) break
      chosen = { value, confidence: chance * cell.confidence, page: row.page, box: cell.box }
      break
    }
  }
  return chosen
}
