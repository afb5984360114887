import { union } from '../boxes.ts'
import type { FieldReading } from '../reading.ts'
import type { MonthFirst } from './currency.ts'
import { type DateContext, isUnlikelyDay, type SettledDate, settleOrder } from './date-order.ts'
import { orderStatedFor, ordersOn } from './date-patterns.ts'
import { findDates } from './date-shapes.ts'
import { kindOf } from './line-kinds.ts'
import { best, type Candidate, type Features } from './rank.ts'
import type { Cell, Row } from './rows.ts'
import { hasTime } from './times.ts'

export interface DateCandidate extends Candidate {
  iso: string
  row: Row
  cell: Cell
  isDoubtful: boolean
}

const LABEL = /\b(?:DATE|TARIKH|TKH|DATED|DT)\b/
const DOCUMENT = /\b(?:INVOICE|INV|BILL|RECEIPT|RESIT|TRANSACTION|TRANS|TRX|ORDER|SALES?|BIL|CASHIER|TABLE)\b/
const TIME_LABEL = /\b(?:TIME|MASA)\b/
const OTHER =
  /\b(?:EXP|EXPIRY|EXPIRED|EXPIRES|EXPIRE|VALID|UNTIL|DUE|BEFORE|EFFECTIVE|BORN|DOB|JOIN|SINCE|NEXT|UNTUK|TEMPOH|HINGGA|SEHINGGA|LUPUT|TAMAT|PERIOD|PROMO\w*|DELIVERY|LAST|FROM|SAMPAI|AKHIR|PREVIOUS|AS AT|AS OF|SETAKAT|POINTS?|WARRANTY|JAMINAN|APPOINTMENT|TEMUJANJI)\b/
const PRINTED = /\b(?:PRINTED|PRINT|PRN|REPRINT|DICETAK|CETAK)\b/
const GST = /\bGST\b/
/** Words that sentences are made of: a day in terms and notices is nobody's day of payment. */
const SENTENCE =
  /\b(?:OF|THE|AND|OR|ARE|IS|WILL|MAY|OUR|YOUR|THEM|BETWEEN|APPLY|DI|KE|DAN|ATAU|YANG|OLEH|KAMI|ANDA|ANTARA|AKAN|BOLEH|TERPAKAI)\b/g

/** The share of the confidence that is kept where the order of the figures or the year is in doubt. */
const DOUBT = 0.75

interface Place {
  found: SettledDate
  row: Row
  cell: Cell
}

function placesOf(rows: Row[], context: DateContext): Place[] {
  const lastYear = Number(context.today.slice(0, 4)) + 1
  const isOrdered = context.orders.size > 0
  const dated = new Set(isOrdered ? rows.filter(({ text }) => findDates(text, lastYear).length > 0) : [])
  const orderAt = (row: Row, at: { left: number; right: number }) =>
    isOrdered ? orderStatedFor(rows, row, at, dated) : null
  const places = rows.flatMap((row) => {
    const inCells = row.cells.flatMap((cell) =>
      findDates(cell.text, lastYear, orderAt(row, cell)).map((found) => ({ found, row, cell })),
    )
    const [cell] = row.cells
    if (inCells.length > 0 || row.cells.length < 2 || !cell) return inCells
    // A reader may split a date whose parts are far apart.
    const box = union(row.cells.map((part) => part.box))
    const joined = row.cells.map((part) => part.text).join(' ')
    const order = orderAt(row, { left: cell.left, right: row.cells.at(-1)?.right ?? cell.right })
    return findDates(joined, lastYear, order).map((found) => ({ found, row, cell: { ...cell, box } }))
  })
  const settled = settleOrder(
    places.map(({ found }) => found),
    context,
  )
  return places.flatMap((place, i) => (settled[i] ? [{ ...place, found: settled[i] }] : []))
}

/** What all of the receipt says about its dates. */
const contextOf = (rows: Row[], options: DateOptions): DateContext => ({
  today: options.today,
  monthFirst: options.monthFirst ?? null,
  isGst: rows.some((row) => GST.test(row.words)),
  orders: ordersOn(rows),
})

export interface DateOptions {
  /** YYYY-MM-DD in Malaysia. */
  today: string
  monthFirst?: MonthFirst
  /** The days a reader itself took for the receipt's. */
  hinted?: Set<string>
  /** Those that the reader found in two places. */
  hintedTwice?: Set<string>
}

/** Whether a text is part of an address or a telephone number. */
function isContact(text: string): boolean {
  const { isAddress, isPhone } = kindOf(text)
  return isAddress || isPhone
}

/** Each distinct day on the receipt, with the features of all its occurrences. */
export function dateCandidates(rows: Row[], options: DateOptions): DateCandidate[] {
  const { today, hinted, hintedTwice } = options
  const context = contextOf(rows, options)
  const places = placesOf(rows, context)
  return [...Map.groupBy(places, (place) => place.found.iso)].flatMap(([iso, same]) => {
    const features: Features = { bias: 1 }
    const set = (name: string, holds: boolean | number) => {
      if (holds) features[name] = Math.max(features[name] ?? 0, Number(holds))
    }
    for (const { found, row, cell } of same) {
      const above = rows[row.index - 1]
      const isLabelled = LABEL.test(row.words)
      const isInSentence = !isLabelled && (cell.text.match(SENTENCE)?.length ?? 0) >= 2
      set(found.shape, true)
      set('fourDigitYear', found.hasFourDigitYear)
      set('repaired', found.isRepaired)
      set('label', isLabelled)
      set('labelAbove', above !== undefined && LABEL.test(above.words) && !isLabelled)
      set('document', DOCUMENT.test(row.words))
      set('sentence', isInSentence)
      const isTimed = hasTime(cell.text) || hasTime(row.text) || TIME_LABEL.test(row.words)
      set('time', isTimed && !isInSentence)
      set('other', OTHER.test(row.words))
      set('printed', PRINTED.test(row.words))
      set('elsewhere', !isLabelled && found.shape !== 'named' && isContact(cell.text))
      set('high', 1 - row.index / Math.max(rows.length, 1))
      set('alone', found.end - found.start >= cell.text.length - 2)
    }
    set('repeated', Math.min(2, same.length - 1))
    set('first', places[0]?.found.iso === iso)
    set('hint', hinted?.has(iso) ?? false)
    set('hintTwice', hintedTwice?.has(iso) ?? false)
    set('future', iso > today)
    set('old', Number(today.slice(0, 4)) - Number(iso.slice(0, 4)) > 15)
    set(
      'latest',
      places.every((place) => place.found.iso <= iso),
    )
    const [shown] = same.toSorted((a, b) => Number(LABEL.test(b.row.words)) - Number(LABEL.test(a.row.words)))
    const isDoubtful = same.every(({ found }) => found.isDoubtful) || isUnlikelyDay(iso, context)
    return shown ? [{ iso, row: shown.row, cell: shown.cell, features, isDoubtful }] : []
  })
}

/** Reads the day of the receipt. */
export function readDate(rows: Row[], options: DateOptions): FieldReading<string> | null {
  const found = best('date', dateCandidates(rows, options))
  if (!found) return null
  const { iso, row, cell, isDoubtful } = found.candidate
  const confidence = found.chance * cell.confidence * (isDoubtful ? DOUBT : 1)
  return { value: iso, confidence, page: row.page, box: cell.box }
}
