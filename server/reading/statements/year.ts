import type { Row } from '../fields/rows.ts'

const OF_YEAR =
  /\b(?:TAHUN|YEAR|DISEMBER|DECEMBER|DIS|DEC|ENDED|BERAKHIR|YA|TAKSIRAN|ASSESSMENT)\b[^0-9]{0,30}(20\d{2})\b/
const DAY = /\b31[ /.-](?:12|DIS\w*|DEC\w*)[ /.-](20\d{2})\b/

/** The year a statement says it is for; null where it says none. */
export function yearOn(rows: Row[]): number | null {
  for (const pattern of [DAY, OF_YEAR]) {
    for (const { text } of rows) {
      const year = pattern.exec(text)?.[1]
      if (year) return Number(year)
    }
  }
  return null
}
