import { keptWith } from '../kept-with.ts'
import { type AllowedReliefs, allowedReliefs, flatLines, type ReliefLine } from '../law/allowed-reliefs.ts'
import { grants } from '../law/grants.ts'
import { totalIncome } from '../law/income.ts'
import { sum } from '../law/money.ts'
import type { Taxpayer } from '../law/taxpayer.ts'
import { allReliefs } from '../law/tree.ts'
import type { FormKind, TaxYear } from '../law/year.ts'
import type { Row } from '../receipts/each-receipt.ts'
import { ringgitOf } from '../receipts/model.ts'
import { formOf } from '../taxpayer/facts.ts'
import type { ClaimLine, ClaimSummary } from './claim-views.ts'
import { claimantOf } from './estimate/assess.ts'
import { toFormItem } from './form-item-views.ts'
import type { ClaimedPart } from './spend.ts'
import { receiptWarnings } from './warnings/receipt-warnings.ts'
import { ranked } from './warnings/warning.ts'
import type { YearClaim } from './year-claim.ts'

type ReceiptsByCode = Map<string, ClaimLine['receipts']>

/** What is claimed in a year, what is still open, and what to check. */
export function summarize(claim: YearClaim): ClaimSummary {
  const { year, receipts, facts } = claim
  const { parts, rows } = receipts
  const form = formOf(facts)
  const assessment = facts.assessment ?? 'separate'
  const { claimant, people } = claimantOf(year, claim.couple, assessment)
  const allowed = allowedOf(year, claimant)
  const withSuggestions = allowedOf(year, claimantOf(year, claim.withSuggestions, assessment).claimant)
  const receiptsByCode = grouped(parts, '', () => groupByCode(parts))
  const asideOf = new Set(claim.checked.aside.flatMap(({ part }) => part ?? []))
  const counted = parts.filter((part) => !asideOf.has(part))
  const gifts = people.flatMap((person) => totalIncome(year, person).gifts.lines)
  return {
    year: year.year,
    form,
    reliefs: toLines({
      year,
      form,
      allowed,
      withSuggestions,
      receiptsByCode,
      setAside: setAsideByCode(claim),
    }),
    allowedSen: allowed.allowedSen,
    withSuggestionsSen: withSuggestions.allowedSen,
    gifts: year.gifts.heads.flatMap(({ code, en, ms, shortName, section, verified }) => {
      const lines = gifts.filter((gift) => gift.code === code)
      const givenSen = sum(lines.map((line) => line.givenSen))
      if (givenSen === 0) return []
      const allowedSen = sum(lines.map((line) => line.allowedSen))
      return [
        {
          code,
          en,
          ms,
          shortName,
          section,
          verified,
          ...toFormItem(year, form, code),
          givenSen,
          allowedSen,
          ...behind(receiptsByCode, code),
        },
      ]
    }),
    rebates: year.rebates.flatMap(({ code, en, ms, shortName, section, verified }) => {
      const paidSen = (claimant.paid[code] ?? 0) + sum(claimant.trips[code]?.paidSen ?? [])
      if (paidSen === 0) return []
      return [
        {
          code,
          en,
          ms,
          shortName,
          section,
          verified,
          ...toFormItem(year, form, code),
          paidSen,
          ...behind(receiptsByCode, code),
        },
      ]
    }),
    ...open(rows, '', () => openIn(rows)),
    warnings: ranked([...receiptWarnings({ year, receipts, counted, allowed }), ...claim.warnings]),
  }
}

type Open = Pick<ClaimSummary, 'notClaimed' | 'undecided' | 'unconfirmed'>

/** A change of the facts leaves the same rows and parts. */
const grouped = keptWith<readonly ClaimedPart[], ReceiptsByCode>()
const open = keptWith<readonly Row[], Open>()

/** What of the receipts counts for nothing, or not yet. */
function openIn(rows: readonly Row[]): Open {
  const notClaimed = { receipts: 0, sen: 0 }
  const undecided: Open['undecided'] = { receipts: [], sen: 0 }
  const unconfirmed: Open['unconfirmed'] = { receipts: [], sen: 0 }
  for (const row of rows) {
    const { id, allocations, suggested = [] } = row
    if (row.status !== 'confirmed') {
      unconfirmed.receipts.push({ id, sen: ringgitOf(row), suggested })
      unconfirmed.sen += ringgitOf(row) ?? 0
      continue
    }
    const claimedForNothing = allocations.filter(({ relief }) => relief === null)
    if (claimedForNothing.length > 0) notClaimed.receipts++
    notClaimed.sen += sum(claimedForNothing.map(({ sen }) => sen))
    const sen = undecidedSen(row)
    if (sen === 0) continue
    undecided.receipts.push({ id, sen })
    undecided.sen += sen
  }
  return { notClaimed, undecided, unconfirmed }
}

/** Whether there is one or several is all that a warning's cure asks. */
const SHOWN_OF_WARNING = 2

/**
 * A summary without the receipts behind each line, and with the first two of each warning, for a year with very many;
 * what waits for a person stays.
 */
export function withoutReceipts(summary: ClaimSummary): ClaimSummary {
  const bare = (line: ClaimLine): ClaimLine => ({ ...line, receipts: [], children: line.children.map(bare) })
  return {
    ...summary,
    reliefs: summary.reliefs.map(bare),
    gifts: summary.gifts.map((gift) => ({ ...gift, receipts: [] })),
    rebates: summary.rebates.map((rebate) => ({ ...rebate, receipts: [] })),
    warnings: summary.warnings.map((warning) => ({
      ...warning,
      receipts: warning.receipts.slice(0, SHOWN_OF_WARNING),
    })),
  }
}

export const allowedOf = (year: TaxYear, claimant: Taxpayer): AllowedReliefs =>
  allowedReliefs(year, { ...claimant, granted: grants(year, claimant) })

/** The part of a receipt's ringgit amount that no allocation covers. */
function undecidedSen(row: Row): number {
  let sen = ringgitOf(row) ?? 0
  for (const allocation of row.allocations) sen -= allocation.sen
  return sen
}

function groupByCode(parts: readonly ClaimedPart[]): ReceiptsByCode {
  const receipts: ReceiptsByCode = new Map()
  for (const { relief, sen, row } of parts) {
    const found = receipts.get(relief)
    if (found) found.push({ id: row.id, sen })
    else receipts.set(relief, [{ id: row.id, sen }])
  }
  return receipts
}

function setAsideByCode({ checked }: YearClaim): Map<string, number> {
  const byCode = new Map<string, number>()
  for (const { code, sen } of checked.aside) byCode.set(code, (byCode.get(code) ?? 0) + sen)
  return byCode
}

function behind(receiptsByCode: ReceiptsByCode, code: string) {
  const receipts = receiptsByCode.get(code) ?? []
  return { receiptsSen: sum(receipts.map(({ sen }) => sen)), receipts }
}

function toLines(claim: {
  year: TaxYear
  form: FormKind
  allowed: AllowedReliefs
  withSuggestions: AllowedReliefs
  receiptsByCode: ReceiptsByCode
  setAside: ReadonlyMap<string, number>
}): ClaimLine[] {
  const { year, form, allowed, withSuggestions, receiptsByCode, setAside } = claim
  const reliefs = new Map(allReliefs(year).map((relief) => [relief.code, relief]))
  const suggested = new Map(flatLines(withSuggestions.lines).map((line) => [line.code, line.allowedSen]))
  const toLine = (line: ReliefLine): ClaimLine[] => {
    const relief = reliefs.get(line.code)
    if (!relief) return []
    const { code, section, verified, spentSen, allowedSen, limitSen, remainingSen } = line
    return [
      {
        code,
        en: relief.en,
        ms: relief.ms,
        shortName: relief.shortName,
        section,
        verified,
        ...toFormItem(year, form, code),
        spentSen,
        allowedSen,
        limitSen,
        remainingSen,
        withSuggestionsSen: suggested.get(code) ?? 0,
        alternativeUsed: line.alternativeUsed,
        blockedByYear: line.blockedBy?.year ?? null,
        setAsideSen: setAside.get(code) ?? 0,
        ...behind(receiptsByCode, code),
        children: line.children.flatMap(toLine),
      },
    ]
  }
  return allowed.lines.flatMap(toLine)
}
