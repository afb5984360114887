import { createHash } from 'node:crypto'
import type { Allocation } from '../../receipts/allocation.ts'
import type { Row } from '../../receipts/each-receipt.ts'
import { merchantKey } from '../../suggestions/merchant-key.ts'
import { type Month, monthOf } from './month.ts'
import { type Billing, latestRun, type Paid, type Rhythm, rhythmOf } from './rhythm.ts'

/** What a person paid a merchant for a relief in a month. */
export interface MonthPaid extends Paid {
  /** The newest first. */
  rows: Row[]
  person: Allocation['person']
}

/** A person's payments to one merchant for one relief that come again and again. */
export interface Series {
  /** The same for this merchant and relief in every year. Says nothing of either. */
  id: string
  relief: string
  /** merchantKey of the merchant. */
  key: string
  /** As the latest receipt has it. */
  merchant: string
  rhythm: Rhythm
  /** One for each month with a payment, in their order. */
  paid: MonthPaid[]
}

/** 128 bits. */
const ID_LENGTH = 22

const idOf = (key: string, relief: string) =>
  createHash('sha256').update(`${key}\n${relief}`).digest('base64url').slice(0, ID_LENGTH)

/** As many names as the rows of years that are kept in memory (year-rows.ts). */
const MOST_NAMES = 20_000

/** Names come again with each receipt and request; the key of one takes longer than to look it up. */
export function createMerchantKeys() {
  const known = new Map<string, string>()
  return (merchant: string): string => {
    const key = known.get(merchant) ?? merchantKey(merchant)
    if (known.size >= MOST_NAMES) known.clear()
    known.set(merchant, key)
    return key
  }
}

interface Group {
  relief: string
  key: string
  byMonth: Map<Month, MonthPaid>
}

/**
 * The series among confirmed receipts. Examples are none, nor what gives money back, nor a plan paid in advance.
 * @param rows of two years, in any order
 */
export function findSeries(
  rows: readonly Row[],
  keyOf: (merchant: string) => string,
  billingOf: (relief: string) => Billing,
): Series[] {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const { merchant, paidOn, status, example, allocations } = row
    if (status !== 'confirmed' || merchant === null || paidOn === null || example) continue
    for (const { relief, sen, person, year } of allocations) {
      if (relief === null || sen <= 0 || year !== null) continue
      const key = keyOf(merchant)
      const name = `${key}\n${relief}`
      const group = groups.get(name) ?? { relief, key, byMonth: new Map() }
      groups.set(name, group)
      add(group.byMonth, monthOf(paidOn), { row, sen, person })
    }
  }
  return [...groups.values()].flatMap(({ relief, key, byMonth }) => {
    const all = [...byMonth.values()].sort((a, b) => a.month - b.month)
    const rhythm = rhythmOf(all, billingOf(relief))
    const merchant = all.at(-1)?.rows[0]?.merchant
    if (rhythm === null || merchant == null) return []
    return [{ id: idOf(key, relief), relief, key, merchant, rhythm, paid: latestRun(all, rhythm) }]
  })
}

function add(
  byMonth: Map<Month, MonthPaid>,
  month: Month,
  { row, sen, person }: { row: Row; sen: number; person: Allocation['person'] },
) {
  const found = byMonth.get(month)
  if (!found) {
    byMonth.set(month, { month, sen, person, rows: [row] })
    return
  }
  found.sen += sen
  if (!found.rows.includes(row)) found.rows.push(row)
  if (found.person !== person) found.person = null
}
