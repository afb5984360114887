import type { FieldReading } from '../reading.ts'
import { isStreetNumber } from './addresses.ts'
import { translateLabels } from './chinese.ts'
import { findDates } from './date-shapes.ts'
import { kindOf } from './line-kinds.ts'
import type { Row } from './rows.ts'

const KIND =
  '(?:INVOICE|INV|RECEIPT|RCPT|REC|RESIT|INVOIS|BILL|BIL|DOCUMENT|DOC|CHECK|CHK|TRANSACTION|TRANS|TRX|TXN|TRANSAKSI|SLIP|CB|CS|SALES|REFUND)'
const NO = '(?:NO|NUMBER|NUM|NOMBOR|#|ID|NBR)'
const VALUE = String.raw`[\s.:#=-]{0,6}(?<value>[A-Z0-9][A-Z0-9/_-]{0,28}(?:\s\d{3,12})?)`
/** Most reliable first. */
const PATTERNS: [number, RegExp][] = [
  [0.9, new RegExp(String.raw`\b${KIND}\s?\.?\s?${NO}\b${VALUE}`)],
  [0.9, new RegExp(String.raw`\b${KIND}\s?#${VALUE}`)],
  [0.9, new RegExp(String.raw`\b${NO}\.?\s?(?:RESIT|INVOIS|BIL|SIRI|RUJUKAN|TRANSAKSI)\b${VALUE}`)],
  [
    0.7,
    new RegExp(String.raw`\b(?:REF|RUJUKAN|SERIAL|SIRI|ORDER|ORD|PESANAN)\s?\.?\s?(?:${NO}\b|#)${VALUE}`),
  ],
  [0.7, new RegExp(String.raw`\b(?:INV|RCPT|CHK|TRX|TRANS|BILL|INVOICE|RECEIPT|RESIT)\s?[:#]${VALUE}`)],
]
/** A number without a kind, as in a receipt book. It is as often the number of a house. */
const BARE: [number, RegExp] = [0.5, new RegExp(String.raw`^(?:NO|№)\.?\s?:?${VALUE}\s*$`)]
const LEAST_BARE = 3
const NOT_OURS =
  /\b(?:GST|SST|ROC|CO\.?\s?REG|COMPANY|SYARIKAT|PENDAFTARAN|TEL|FAX|ACCOUNT|AKAUN|APPROVAL|MEMBER|AHLI|CARD|KAD|TERMINAL|TABLE|MEJA|REG\.?\s?NO|POLICY|POLISI|ORIGINAL|ASAL)\b/

/** Reads the number of the receipt or invoice as printed. It has at least one digit and is not a date. */
export function readReceiptNumber(rows: Row[], lastYear: number): FieldReading<string> | null {
  let chosen: FieldReading<string> | null = null
  for (const row of rows) {
    const text = labelled(row)
    const mayBeBare = /^(?:NO|№)/.test(text) && !isAddress(text, rows[row.index + 1])
    for (const [chance, pattern] of mayBeBare ? [...PATTERNS, BARE] : PATTERNS) {
      const value = pattern.exec(text)?.groups?.value?.replace(/[-/_]+$/, '')
      if (!value || !/\d/.test(value) || value.length < (chance === BARE[0] ? LEAST_BARE : 2)) continue
      if (NOT_OURS.test(text.slice(0, text.indexOf(value))) || findDates(value, lastYear).length > 0) continue
      const cell = row.cells.find((part) => part.text.includes(value)) ?? row.cells[0]
      if (!cell || (chosen && chosen.confidence >= chance * cell.confidence)) break
      chosen = { value, confidence: chance * cell.confidence, page: row.page, box: cell.box }
      break
    }
  }
  return chosen
}

/** The text of a row with its labels in English letters: a zero between letters is an O. */
const labelled = (row: Row) =>
  translateLabels(row.cells.map((cell) => cell.text).join(' '))
    .replace(/(?<=[A-Z]{2})0(?=[A-Z]{2})|(?<=\bN)0(?=\b)/g, 'O')
    .replace(/\s+/g, ' ')
    .trim()

/** Whether a row, or its end in the row below, is an address. */
function isAddress(text: string, below: Row | undefined): boolean {
  if (isStreetNumber(text) || kindOf(text).isAddress) return true
  return below !== undefined && /^\W*(?:JALAN|JLN|LORONG|LRG|TAMAN|TMN|PERSIARAN|LEBUH)\b/.test(below.text)
}
