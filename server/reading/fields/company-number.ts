import type { FieldReading } from '../reading.ts'
import { digitise } from './date-shapes.ts'
import type { Row } from './rows.ts'

// 201901000005: year, type 01 to 06, running number (Companies Commission of Malaysia, since 11 October 2019).
const NEW = /(?<!\d)((?:19|20)\d{2}0[1-6]\d{6})(?!\d)/
// 867388-U, 1312525-A, 65351 M; a business: 002043319-W, or with a state prefix JM0325955-V.
const OLD = /(?<![\dA-Z-])(?:([A-Z]{2})\s?)?(\d{4,10})\s?[-–—._]\s?([A-Z])(?![A-Z0-9])/
const IN_BRACKETS = /\(\s?(?:([A-Z]{2})\s?)?(\d{4,10})\s?([A-Z])\s?\)/
const TAX_NUMBER = /\b(?:GST|SST|TIN|TAX)\b/
const STREET = /\b(?:LOT|UNIT|JALAN|BLOK|BLOCK|P\.?T)[\s.:#]*$/
const LABEL = /\b(?:ROC|ROB|REG|REGN|REGISTRATION|CO|COMPANY|SSM|SYARIKAT|PENDAFTARAN|BRN)\b/
const OTHER_NUMBER = /\b(?:TEL|FAX|INV|INVOICE|BILL|RECEIPT|ACC|ACCOUNT|MEMBER|CARD|IC)\b/

export interface CompanyNumber {
  value: string
  kind: 'new' | 'old'
}

/** Finds the registration number in an upper-case text: `201901000005` or `867388-U`. Tax registrations do not count. */
export function companyNumberIn(text: string): CompanyNumber | null {
  const clean = digitise(text)
  const fresh = NEW.exec(clean.replace(/(?<=\d)[ -](?=\d)/g, ''))
  const isTax = TAX_NUMBER.test(text) && !LABEL.test(text.replace(/(?:GST|SST|TAX)\s?(?:REG|ID)/g, ''))
  if (fresh?.[1] && !isTax) return { value: fresh[1], kind: 'new' }
  const old = OLD.exec(clean) ?? IN_BRACKETS.exec(clean)
  if (!old || isTax || STREET.test(clean.slice(0, old.index))) return null
  const [, prefix = '', figures, letter] = old
  return { value: `${prefix}${figures}-${letter}`, kind: 'old' }
}

/** Reads the company's registration number, preferably in its 12-digit form. */
export function readCompanyNumber(rows: Row[]): FieldReading<string> | null {
  let chosen: { reading: FieldReading<string>; score: number } | null = null
  for (const row of rows) {
    for (const cell of row.cells) {
      const number = companyNumberIn(cell.text)
      if (!number) continue
      const score =
        (number.kind === 'new' ? 2 : 1) +
        (LABEL.test(cell.text) || /\(/.test(cell.text) ? 1 : 0) +
        (row.index < 12 ? 1 : 0) -
        (OTHER_NUMBER.test(cell.text) ? 2 : 0) -
        row.index / 1000
      if (score < 0.5 || (chosen && chosen.score >= score)) continue
      const confidence = Math.min(0.97, 0.3 + 0.2 * score) * cell.confidence
      chosen = { score, reading: { value: number.value, confidence, page: row.page, box: cell.box } }
    }
  }
  return chosen?.reading ?? null
}
