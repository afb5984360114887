import type { Row } from './rows.ts'

const FOREIGN: [string, RegExp][] = [
  ['SGD', /\bSGD\b|S\$\s?\d/],
  ['USD', /\bUSD\b|\bUS\$\s?\d/],
  ['EUR', /\bEUR\b|€\s?\d/],
  ['GBP', /\bGBP\b|£\s?\d/],
  ['AUD', /\bAUD\b|\bA\$\s?\d/],
  ['IDR', /\bIDR\b|\bRP\.?\s?\d{1,3}[.,]\d{3}/],
  ['THB', /\bTHB\b|฿\s?\d/],
  ['JPY', /\bJPY\b|¥\s?\d/],
  ['CNY', /\bCNY\b|\bRMB\b/],
  ['HKD', /\bHKD\b|\bHK\$\s?\d/],
  ['TWD', /\bTWD\b|\bNT\$\s?\d/],
  ['INR', /\bINR\b|₹\s?\d/],
]
const RINGGIT = /\bRM|\bMYR\b|\bRINGGIT\b|(?<=\d)RM\b/
const MALAYSIAN = /\bSDN\b|\bBHD\b|\bGST ID\b|\bMALAYSIA\b|\bSELANGOR\b|\bKUALA LUMPUR\b|\bJALAN\b/

/** ISO 4217: a foreign currency if the receipt names one and not ringgit, else MYR. A bare dollar sign does not count. */
export function readCurrency(rows: Row[]): string {
  const counts = FOREIGN.map(([code, mark]) => ({
    code,
    rows: rows.filter((row) => mark.test(row.text)).length,
  }))
  const [top] = counts.toSorted((a, b) => b.rows - a.rows)
  if (!top || top.rows === 0) return 'MYR'
  const ringgit = rows.filter((row) => RINGGIT.test(row.text)).length
  const isHome = rows.some((row) => MALAYSIAN.test(row.text))
  return top.rows > (isHome ? ringgit + 1 : ringgit) ? top.code : 'MYR'
}
