import type { FieldReading } from '../reading.ts'
import type { Label } from './labels.ts'
import type { Money } from './money.ts'
import { best, type Candidate, type Features } from './rank.ts'
import { slipKindOf } from './refund-slip.ts'
import type { Row } from './rows.ts'
import { proofsOf, type TotalProofs } from './total-proofs.ts'

export interface TotalCandidate extends Candidate {
  sen: number
  /** The occurrence to show: the one with the strongest label. */
  shown: Money
}

const STRENGTH: Label[] = [
  'own',
  'rounded',
  'payable',
  'inclusive',
  'total',
  'sum',
  'card',
  'cash',
  'deposit',
  'subtotal',
]
const TOTALS: Label[] = ['own', 'rounded', 'payable', 'inclusive', 'total']
const isTotal = (money: Money) => money.isLast && !money.inSummary && TOTALS.includes(money.label)
const rank = (money: Money) =>
  (STRENGTH.includes(money.label) ? STRENGTH.indexOf(money.label) : 99) + (money.inSummary ? 20 : 0)
/** Labels of what is no price and no sum of prices. */
const NO_PRICE: Label[] = ['cash', 'change', 'balance', 'count', 'assured', 'covered', 'code']

/** Each distinct amount on the receipt, with the features of all its occurrences. */
export function totalCandidates(
  all: Money[],
  rowCount: number,
  hinted = new Set<number>(),
  proofs: TotalProofs = proofsOf(all),
): TotalCandidate[] {
  const values = Map.groupBy(all, (money) => money.sen)
  // Cash less change is the amount paid; no other evidence is needed.
  const isProven = [...values.keys()].some((sen) => proofs.cashLessChange.has(sen))
  const largest = Math.max(
    0,
    ...all.filter((m) => !m.inSummary && !NO_PRICE.includes(m.label)).map((m) => m.sen),
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
    set('withArrears', proofs.withArrears.has(sen))
    set('withService', proofs.withService.has(sen))
    set('afterRounding', proofs.afterRounding.has(sen) && values.has(sen))
    set(
      'roundedAway',
      sen % 5 !== 0 &&
        proofs.beforeRounding.has(sen) &&
        [...proofs.roundings].some((r) => values.has(sen + r) || values.has(sen - r)),
    )
    set('afterDiscount', proofs.afterDiscount.has(sen) && proofs.paid.has(sen) && !proofs.discounts.has(sen))
    set(
      'discountedAway',
      proofs.beforeRounding.has(sen) && [...proofs.discounts].some((part) => proofs.paid.has(sen - part)),
    )
    set('afterCover', proofs.afterCover.has(sen))
    set(
      'coveredAway',
      [...proofs.covers].some((part) => values.has(sen - part)) && proofs.beforeRounding.has(sen),
    )
    set('part', proofs.parts?.paid === sen)
    set('otherPart', proofs.parts?.other === sen || proofs.parts?.whole === sen)
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

/** The share of the confidence that is kept where another amount may be the one that was paid. */
const DOUBT = 0.75
/** The share where cash less change is another amount, or where neither a label nor a sum says that it is the total. */
const WEAK = 0.88
/** Features that outweigh cash and change, of which one may be misread. */
const CONFIRMED = [
  'repeated',
  'withTax',
  'withService',
  'afterRounding',
  'afterCover',
  'afterDiscount',
  'part',
]
/** Features that each are enough to believe a total. */
const EVIDENCE = [
  ...['own', 'rounded', 'payable', 'inclusive', 'total', 'card', 'hint', 'part'],
  ...['cashLessChange', 'withTax', 'withService', 'afterRounding', 'afterCover', 'afterDiscount'],
]
/** A slip that voids a sale says nothing about what was paid in the end. */
const VOID_DOUBT = 0.6
/** What a sum of the items is worth on a receipt whose total is missing or cut off. */
const SUM_OF_ITEMS = 0.35

/**
 * Reads what was paid with this paper, in sen: after 5-sen rounding if the receipt shows both, without what an insurer
 * or an earlier payment covers, and negative on a refund.
 */
export function readTotal(all: Money[], rows: Row[], hinted?: Set<number>): FieldReading<number> | null {
  const proofs = proofsOf(all)
  const found = best('total', totalCandidates(all, rows.length, hinted, proofs))
  if (!found) return null
  const { sen, shown } = found.candidate
  const at = { page: shown.row.page, box: shown.cell.box }
  // Printed several times, it is as certain as where it is clearest.
  const clearest = Math.max(...all.filter((money) => money.sen === sen).map(({ cell }) => cell.confidence))
  const confidence = found.chance * clearest
  const items = isSaid(all, hinted) ? [] : all.filter((money) => money.isLast && isItem(money))
  if (items.length > 1 && items.some((item) => item.sen === sen)) {
    const sum = items.reduce((total, item) => total + item.sen, 0)
    if (sum !== 2 * sen) return { value: sum, confidence: SUM_OF_ITEMS * confidence, ...at }
  }
  const isDoubtful = !isSaid(all, hinted) || (proofs.parts?.paid === sen && !proofs.parts.isCertain)
  const holds = (name: string) => found.candidate.features[name]
  const isWeak = (isDenied(sen, proofs) && !CONFIRMED.some(holds)) || !EVIDENCE.some(holds)
  const doubt = isDoubtful ? DOUBT : isWeak ? WEAK : 1
  const slip = slipKindOf(rows, all)
  if (slip === null || sen <= 0) return { value: sen, confidence: doubt * confidence, ...at }
  const back = slip === 'void' ? VOID_DOUBT : DOUBT
  return { value: -sen, confidence: Math.min(doubt, back) * confidence, ...at }
}

/** Whether cash and change were read and make another amount. */
const isDenied = (sen: number, { cashLessChange }: TotalProofs) =>
  cashLessChange.size > 0 && ![...cashLessChange].some((paid) => Math.abs(paid - sen) < 5)

/** Whether any label says what was paid. */
const isSaid = (all: Money[], hinted?: Set<number>) =>
  all.some((m) => !m.inSummary && (STRENGTH.includes(m.label) || m.label === 'change')) ||
  (hinted !== undefined && hinted.size > 0)

/** An amount beside a description. */
const isItem = ({ label, row, inSummary }: Money) =>
  label === 'none' &&
  !inSummary &&
  row.words.replace(/\b(?:RM|MYR)\b/g, '').replace(/[^A-Z]/g, '').length >= 3
