import type { FieldReading } from '../reading.ts'
import { type FoundDate, findDates } from './date-shapes.ts'
import { best, type Candidate, type Features } from './rank.ts'
import { type Cell, type Row, union } from './rows.ts'

export interface DateCandidate extends Candidate {
  iso: string
  row: Row
  cell: Cell
}

const LABEL = /\b(?:DATE|TARIKH|TKH|DATED|DT)\b/
const DOCUMENT = /\b(?:INVOICE|INV|BILL|RECEIPT|RESIT|TRANSACTION|TRANS|TRX|ORDER|SALES?|BIL|CASHIER|TABLE)\b/
const TIME_LABEL = /\b(?:TIME|MASA)\b/
const TIME = /\d{1,2}\s?:\s?\d{2}|\d\s?[AP]\.?M\b/
const OTHER =
  /\b(?:EXP|EXPIRY|EXPIRED|EXPIRES|EXPIRE|VALID|UNTIL|DUE|BEFORE|EFFECTIVE|BORN|DOB|JOIN|SINCE|NEXT|UNTUK|TEMPOH|HINGGA|PERIOD|PROMO\w*|DELIVERY|LAST|FROM|SAMPAI|AKHIR|PREVIOUS)\b/
const PRINTED = /\b(?:PRINTED|PRINT|PRN|REPRINT|DICETAK|CETAK)\b/

interface Place {
  found: FoundDate
  row: Row
  cell: Cell
}

function placesOf(rows: Row[], lastYear: number): Place[] {
  return rows.flatMap((row) => {
    const inCells = row.cells.flatMap((cell) =>
      findDates(cell.text, lastYear).map((found) => ({ found, row, cell })),
    )
    const [cell] = row.cells
    if (inCells.length > 0 || row.cells.length < 2 || !cell) return inCells
    // A reader may split a date whose parts are far apart.
    const box = union(row.cells.map((part) => part.box))
    const joined = row.cells.map((part) => part.text).join(' ')
    return findDates(joined, lastYear).map((found) => ({ found, row, cell: { ...cell, box } }))
  })
}

/** Each distinct day on the receipt, with the features of all its occurrences. */
export function dateCandidates(rows: Row[], today: string, hinted = new Set<string>()): DateCandidate[] {
  const places = placesOf(rows, Number(today.slice(0, 4)) + 1)
  return [...Map.groupBy(places, (place) => place.found.iso)].flatMap(([iso, same]) => {
    const features: Features = { bias: 1 }
    const set = (name: string, holds: boolean | number) => {
      if (holds) features[name] = Math.max(features[name] ?? 0, Number(holds))
    }
    for (const { found, row, cell } of same) {
      const above = rows[row.index - 1]
      set(found.shape, true)
      set('fourDigitYear', found.hasFourDigitYear)
      set('repaired', found.isRepaired)
      set('label', LABEL.test(row.words))
      set('labelAbove', above !== undefined && LABEL.test(above.words) && !LABEL.test(row.words))
      set('document', DOCUMENT.test(row.words))
      set('time', TIME.test(cell.text) || TIME.test(row.text) || TIME_LABEL.test(row.words))
      set('other', OTHER.test(row.words))
      set('printed', PRINTED.test(row.words))
      set('high', 1 - row.index / Math.max(rows.length, 1))
      set('alone', found.end - found.start >= cell.text.length - 2)
    }
    set('repeated', Math.min(2, same.length - 1))
    set('first', places[0]?.found.iso === iso)
    set('hint', hinted.has(iso))
    set('future', iso > today)
    set('old', Number(today.slice(0, 4)) - Number(iso.slice(0, 4)) > 15)
    set(
      'latest',
      places.every((place) => place.found.iso <= iso),
    )
    const [shown] = same.toSorted((a, b) => Number(LABEL.test(b.row.words)) - Number(LABEL.test(a.row.words)))
    return shown ? [{ iso, row: shown.row, cell: shown.cell, features }] : []
  })
}

/** Reads the day of the receipt. */
export function readDate(rows: Row[], today: string, hinted?: Set<string>): FieldReading<string> | null {
  const found = best('date', dateCandidates(rows, today, hinted))
  if (!found) return null
  const { iso, row, cell } = found.candidate
  return { value: iso, confidence: found.chance * cell.confidence, page: row.page, box: cell.box }
}
