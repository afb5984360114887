import type { FieldReading } from '../reading.ts'
import type { Label } from './labels.ts'
import type { Money } from './money.ts'
import { best, type Candidate, type Features } from './rank.ts'

export interface TotalCandidate extends Candidate {
  sen: number
  /** The occurrence to show: the one with the strongest label. */
  shown: Money
}

const STRENGTH: Label[] = ['rounded', 'payable', 'inclusive', 'total', 'sum', 'card', 'cash', 'subtotal']
const isTotal = (money: Money) =>
  money.isLast && !money.inSummary && ['rounded', 'payable', 'inclusive', 'total'].includes(money.label)
const rank = (money: Money) =>
  (STRENGTH.includes(money.label) ? STRENGTH.indexOf(money.label) : 99) + (money.inSummary ? 20 : 0)

/** Sums that hold for the right total if the receipt shows the cash, the tax or the rounding. */
function proofsOf(all: Money[]) {
  const of = (...labels: Label[]) =>
    new Set(all.filter((m) => labels.includes(m.label) && !m.inSummary).map((m) => m.sen))
  const [cash, change] = [of('cash', 'card'), of('change')]
  const [tax, service, rounding] = [of('tax'), of('service'), of('rounding')]
  const [before, sub] = [of('before', 'subtotal'), of('subtotal', 'total', 'inclusive', 'payable')]
  const pairs = (a: Set<number>, b: Set<number>, sum: (x: number, y: number) => number) =>
    new Set([...a].slice(0, 12).flatMap((x) => [...b].slice(0, 12).map((y) => sum(x, y))))
  const nonZero = new Set([...rounding].filter((sen) => sen !== 0 && Math.abs(sen) <= 4))
  return {
    cashLessChange: pairs(cash, change, (x, y) => x - Math.abs(y)),
    paidExactly: change.size === 0 || change.has(0) ? cash : new Set<number>(),
    withTax: pairs(before, new Set([...tax].filter((sen) => sen > 0)), (x, y) => x + y),
    withService: pairs(before, new Set([...service].filter((sen) => sen > 0)), (x, y) => x + y),
    afterRounding: pairs(sub, nonZero, (x, y) => x + y),
    beforeRounding: sub,
    roundings: nonZero,
  }
}

/** Each distinct amount on the receipt, with the features of all its occurrences. */
export function totalCandidates(
  all: Money[],
  rowCount: number,
  hinted = new Set<number>(),
): TotalCandidate[] {
  const proofs = proofsOf(all)
  const values = Map.groupBy(all, (money) => money.sen)
  // Cash less change is the amount paid; no other evidence is needed.
  const isProven = [...values.keys()].some((sen) => proofs.cashLessChange.has(sen))
  const largest = Math.max(
    0,
    ...all
      .filter((m) => !m.inSummary && !['cash', 'change', 'balance', 'count'].includes(m.label))
      .map((m) => m.sen),
  )
  const lastTotal = all.findLast(isTotal)
  const heights = all.map((m) => m.cell.bottom - m.cell.top).toSorted((a, b) => a - b)
  const usualHeight = heights[heights.length >> 1] ?? 1
  const hasTotal = lastTotal !== undefined
  return [...values].map(([sen, places]) => {
    const features: Features = { bias: 1 }
    const set = (name: string, holds: boolean | number = true) => {
      if (holds) features[name] = Math.max(features[name] ?? Number.NEGATIVE_INFINITY, Number(holds))
    }
    for (const place of places) {
      const zone = place.inSummary ? 'summary.' : ''
      set(`${zone}${place.label}`)
      if (place.labelAt !== 'row') set('labelApart')
      if (!place.isLast) set(`${place.label}.notLast`)
      if (place.shape !== 'plain') set(place.shape)
      set('marked', place.marked)
      set('low', place.row.index / Math.max(rowCount, 1))
      set('tall', Math.min(1, Math.max(0, (place.cell.bottom - place.cell.top) / usualHeight - 1.15)))
    }
    set('repeated', Math.min(3, places.length - 1))
    set('labels', Math.min(3, new Set(places.map((p) => p.label)).size - 1))
    set('cashLessChange', proofs.cashLessChange.has(sen))
    set('paidExactly', proofs.paidExactly.has(sen))
    set('withTax', proofs.withTax.has(sen))
    set('withService', proofs.withService.has(sen))
    set('afterRounding', proofs.afterRounding.has(sen) && values.has(sen))
    set(
      'roundedAway',
      [...proofs.roundings].some((r) => values.has(sen + r)) && proofs.beforeRounding.has(sen),
    )
    set('hint', !isProven && hinted.has(sen))
    set('fiveSen', sen % 5 === 0)
    set('zero', sen === 0)
    set('negative', sen < 0)
    set('largest', sen === largest)
    set('lastTotal', lastTotal?.sen === sen)
    set('only', values.size === 1)
    set('noTotalAtAll', !hasTotal && sen === largest)
    const [shown = all[0]] = places.toSorted((a, b) => rank(a) - rank(b) || b.row.index - a.row.index)
    return { sen, shown: shown as Money, features }
  })
}

/** Reads the amount paid in sen, after 5-sen rounding if the receipt shows both. */
export function readTotal(all: Money[], rowCount: number, hinted?: Set<number>): FieldReading<number> | null {
  const found = best('total', totalCandidates(all, rowCount, hinted))
  if (!found) return null
  const { sen, shown } = found.candidate
  return {
    value: sen,
    confidence: found.chance * shown.cell.confidence,
    page: shown.row.page,
    box: shown.cell.box,
  }
}
