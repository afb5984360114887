import { translateLabels } from './chinese.ts'
import type { Label } from './labels.ts'
import type { Money } from './money.ts'
import type { Row } from './rows.ts'

const GIVEN_BACK =
  /\b(?:REFUND(?:ED)?|BAYARAN BALIK|PULANGAN|PEMULANGAN|CREDIT NOTE|NOTA KREDIT|SALES? RETURNS?|RETURN RECEIPT)\b/
const VOIDED = /\b(?:VOID(?:ED)?|CANCELLED|CANCELED|DIBATALKAN|BATAL|PEMBATALAN|REVERSAL)\b/
/** Conditions of the shop: NO REFUND, EXCHANGE OR REFUND WITHIN 7 DAYS, DEPOSIT IS REFUNDABLE, VOID IF TORN. */
const CONDITIONS =
  /\b(?:NO|NOT|NON|TIDAK|TIADA|IF|WITHIN|DAYS?|HARI|POLICY|EXCHANGE|STRICTLY|ONLY|PLEASE|SILA|FOR|UNLESS|WITHOUT|ARE|IS|BOLEH|CANNOT|PREPAY|DEPOSIT|PERIOD)\b/
const TITLE_WORDS =
  /\b(?:RECEIPT|RESIT|SLIP|TRANSACTION|TRANSAKSI|SALES?|NOTE|NOTA|COPY|NO|NUMBER|CASH|CARD|TOTAL|JUMLAH|AMOUNT|TUNAI|RM|MYR|PAID|TO|CUSTOMER|JUALAN)\b/g

/** What a slip says instead of a sale, above or beside what was paid; null on a usual receipt. */
export function slipKindOf(rows: Row[], all: Money[]): 'refund' | 'void' | null {
  const firstTotal = all.find((money) => money.isLast && isPaid(money.label))?.row.index ?? rows.length
  const says = (what: RegExp) =>
    rows.some((row) => {
      if (!isTitle(row, what)) return false
      const amounts = all.filter((money) => money.row === row)
      return amounts.length > 0 ? amounts.some(({ sen }) => sen !== 0) : row.index < firstTotal
    })
  if (says(GIVEN_BACK)) return 'refund'
  return says(VOIDED) ? 'void' : null
}

const isPaid = (label: Label) => label !== 'none' && label !== 'code' && label !== 'balance'

/** Whether a row says it and little else: *** REFUND ***, REFUND NO: R00012, CASH REFUND 25.00. */
function isTitle({ text }: Row, what: RegExp): boolean {
  const words = translateLabels(text).replace(/[^A-Z]+/g, ' ')
  if (!what.test(words)) return false
  const rest = words.replace(what, ' ').trim()
  const isNumber = /^(?:NO|NUMBER)\b/.test(rest)
  if (CONDITIONS.test(isNumber ? rest.replace(/\b(?:NO|NUMBER)\b/, ' ') : rest)) return false
  return rest.replace(TITLE_WORDS, ' ').replace(/\s+/g, ' ').trim().length <= 8
}
