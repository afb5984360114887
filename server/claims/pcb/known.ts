import type { z } from 'zod'
import { allowedReliefs } from '../../law/allowed-reliefs.ts'
import { splitVoluntary } from '../../law/amounts.ts'
import { createJudge } from '../../law/conditions/judge.ts'
import { childReliefs, grants } from '../../law/grants.ts'
import { addByCode, sum } from '../../law/money.ts'
import type { PcbRegime } from '../../law/pcb/deduction.ts'
import { findRelief } from '../../law/tree.ts'
import { schemeOf } from '../../taxpayer/reliefs.ts'
import { assessed, mainEstimate } from '../estimate/assess.ts'
import { householdOf } from '../household.ts'
import { approvedRate, residenceOf } from '../residence.ts'
import { statedBy } from '../stated.ts'
import type { YearClaim } from '../year-claim.ts'
import { pcbRulesOf } from './deductions.ts'
import { tp1Items } from './tp1-items.ts'
import type { pcbKnownView } from './views.ts'

type Known = z.input<typeof pcbKnownView>
type Amounts = Record<string, number>

/** What the facts and receipts of a year tell an employer. */
export function toKnown(claim: YearClaim): Known {
  const { year, facts, couple } = claim
  const { firstMonth, reliefs } = pcbRulesOf(year.year)
  const { self } = couple
  const { employment } = facts.income ?? {}
  const isKnown = sum(Object.values(facts.income ?? {})) > 0
  const childSen = sum(
    self.children.flatMap((child) => childReliefs(year, child)).map(({ amountSen }) => amountSen),
  )
  const childUnits = childSen / reliefs.childUnitSen
  return {
    year: year.year,
    firstMonth,
    category: categoryOf(claim, childUnits),
    regime: regimeOf(claim),
    childUnits,
    disabled: self.disabled,
    spouseDisabled: self.spouse?.disabled ?? false,
    paySen: employment ?? null,
    epfSen: facts.epf?.compulsorySen ?? null,
    deductedSen: facts.taxPaidSen ?? null,
    payableSen: isKnown
      ? mainEstimate(assessed(year, couple, facts.assessment ?? 'separate')).payableSen
      : null,
    ...claimsByMonth(claim),
  }
}

function categoryOf({ year, facts, couple }: YearClaim, childUnits: number): Known['category'] {
  if ((grants(year, couple.self).spouse?.people ?? 0) > 0) return 2
  const { maritalStatus, spouse } = facts
  const wasMarried = spouse !== undefined || (maritalStatus !== undefined && maritalStatus !== 'single')
  return wasMarried || childUnits > 0 ? 3 : 1
}

function regimeOf({ year, facts }: YearClaim): PcbRegime {
  if (residenceOf(year, facts).resident === false) return 'non-resident'
  const approved = approvedRate(year, facts)
  return approved?.isInYears ? (approved.rate.code as PcbRegime) : 'resident'
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const ZAKAT = 'rebate-zakat-fitrah'

/** The claims of form TP1 by the month they were paid in, each within its limit, the earlier months first. */
function claimsByMonth(claim: YearClaim): Pick<Known, 'reliefs' | 'zakat'> {
  const { year, facts, receipts, couple } = claim
  const judgmentOf = createJudge(year, householdOf(year, facts))
  const counted = receipts.parts.filter(({ relief, person }) => !judgmentOf(relief, person ?? null)?.excluded)
  const monthOf = (paidOn: string | null) =>
    paidOn?.startsWith(`${year.year}-`) ? Number(paidOn.slice(5, 7)) : undefined
  const spendOf = (isWanted: (month: number | undefined) => boolean) =>
    counted
      .filter(({ row }) => isWanted(monthOf(row.paidOn)))
      .reduce<Amounts>((spend, { relief, sen }) => addByCode(spend, { [relief]: sen }), {})
  const { people, earlier, resident } = couple.self
  const allowed = (spend: Amounts) => {
    const counting = resident === false ? {} : spend
    const { lines } = allowedReliefs(year, { spend: counting, granted: {}, people, earlier })
    return new Map(lines.map((line) => [line.code, line.allowedSen]))
  }
  const upTo = [0, ...MONTHS].map((last) => allowed(spendOf((month) => month !== undefined && month <= last)))
  const all = allowed(
    addByCode(
      spendOf(() => true),
      statedSpend(claim),
    ),
  )
  const zakat = MONTHS.map((month) => spendOf((one) => one === month)[ZAKAT] ?? 0)
  return {
    reliefs: year.reliefs.flatMap((relief) => {
      const { code, en, ms, shortName, limitSen } = relief
      const totals = upTo.map((line) => line.get(code) ?? 0)
      const monthsSen = MONTHS.map((month) => (totals[month] ?? 0) - (totals[month - 1] ?? 0))
      const undatedSen = (all.get(code) ?? 0) - (totals[12] ?? 0)
      if (monthsSen.every((sen) => sen === 0) && undatedSen === 0) return []
      const item = tp1Items[year.year]?.[code] ?? null
      return [{ code, en, ms, shortName, item, limitSen, monthsSen, undatedSen }]
    }),
    zakat: { monthsSen: zakat, undatedSen: statedBy(year, facts).paid[ZAKAT] ?? 0 },
  }
}

/** Stated amounts without compulsory EPF, which the payroll knows. */
function statedSpend({ year, facts }: YearClaim): Amounts {
  const { spend } = statedBy(year, facts)
  const scheme = schemeOf(year)
  if (!facts.epf || !scheme || !findRelief(year, scheme.code)) return spend
  const { compulsorySen } = facts.epf
  const compulsory = splitVoluntary(year, scheme.code, { compulsorySen, voluntarySen: 0 })[scheme.code] ?? 0
  return { ...spend, [scheme.code]: Math.max(0, (spend[scheme.code] ?? 0) - compulsory) }
}
