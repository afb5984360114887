import type { Household } from '../law/conditions/household.ts'
import { createJudge } from '../law/conditions/judge.ts'
import type { EarlierClaim } from '../law/frequency.ts'
import type { Spouse } from '../law/grants.ts'
import { totalIncome } from '../law/income.ts'
import { addByCode } from '../law/money.ts'
import { emptyTaxpayer, type Taxpayer } from '../law/taxpayer.ts'
import { allReliefs, codesOf } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import { type Facts, type PersonFacts, type SpouseFacts, spouseOfYear } from '../taxpayer/facts.ts'
import { tripsRebateOf } from '../taxpayer/reliefs.ts'
import { householdOf, householdOfSpouse } from './household.ts'
import { approvedRate } from './residence.ts'
import type { Spend } from './spend.ts'
import { spousePayments } from './spouse-payments.ts'
import { statedBy } from './stated.ts'

type Amounts = Record<string, number>

/** A taxpayer and the spouse, if there is one. */
export interface Couple {
  self: Taxpayer
  spouse: Taxpayer | null
}

const noReceipts: Spend = { spend: {}, gifts: {}, paid: {}, trips: {}, earlier: [] }

/**
 * Turns facts and receipts into the input of the law's computation.
 * @param spouseEarlier the spouse's claims, from the facts of earlier years
 */
export function toCouple(
  year: TaxYear,
  facts: Facts,
  receipts: Spend,
  spouseEarlier: EarlierClaim[] = [],
): Couple {
  const children = facts.children ?? []
  const spouseFacts = spouseOfYear(facts)
  const spouse = spouseFacts && {
    ...toPerson(year, spouseFacts, { ...noReceipts, earlier: spouseEarlier }, householdOfSpouse(year, facts)),
    children: children.filter(({ claimedBy }) => claimedBy === 'spouse'),
  }
  const own = toPerson(year, facts, receipts, householdOf(year, facts))
  const asSpouse = spouse && spouseFacts ? toSpouse(year, spouse, spouseFacts) : null
  const payments = spousePayments(year, spouseFacts, asSpouse)
  const ownRate = approvedRate(year, facts)
  const self: Taxpayer = {
    ...own,
    spend: addByCode(own.spend, payments.counted),
    children: children.filter(({ claimedBy }) => claimedBy === 'self'),
    employmentRate: ownRate?.isInYears ? ownRate.rate.code : undefined,
    people: { child: children.length, parent: facts.parents?.living ?? 0 },
    spouse: asSpouse,
  }
  return { self, spouse: spouse ? { ...spouse, spend: without(spouse.spend, payments.counted) } : null }
}

/** What of a spouse decides the reliefs of the other. */
export const toSpouse = (
  year: TaxYear,
  person: Pick<Taxpayer, 'income' | 'business' | 'gifts' | 'disabled'>,
  { foreignIncomeSen = 0, until }: SpouseFacts,
): Spouse => ({
  disabled: person.disabled,
  hasIncome: totalIncome(year, person).totalSen > 0,
  foreignIncomeSen,
  endedInYear: until !== undefined,
})

/** Nobody claims twice what the other claims. */
const without = (spend: Amounts, claimed: Amounts): Amounts =>
  Object.fromEntries(Object.entries(spend).filter(([code]) => !Object.hasOwn(claimed, code)))

function toPerson(year: TaxYear, person: PersonFacts, receipts: Spend, household: Household): Taxpayer {
  const stated = countedOf(year, statedBy(year, person), household)
  const rebate = tripsRebateOf(year)?.code
  const { tripsSen = [], earlierTrips = 0 } = person.departureLevy ?? {}
  const paidSen = rebate ? [...tripsSen, ...(receipts.trips[rebate] ?? [])] : []
  return {
    ...emptyTaxpayer,
    ...earningsOf(person),
    resident: household.resident !== false,
    disabled: person.disabled ?? false,
    spend: addByCode(receipts.spend, stated.spend),
    gifts: addByCode(receipts.gifts, stated.gifts),
    paid: addByCode(receipts.paid, stated.paid),
    trips: rebate ? { [rebate]: { paidSen, earlierTrips } } : {},
    earlier: [...receipts.earlier, ...(person.earlierClaims ?? []).map(toEarlier)],
    foreignTaxCreditSen: person.foreignTaxCreditSen ?? 0,
    taxPaidSen: person.taxPaidSen ?? 0,
    instalmentsSen: person.instalmentsSen ?? 0,
    agentDeductionsSen: person.agentDeductionsSen ?? 0,
    deductedAtSourceSen: person.deductedAtSourceSen ?? 0,
  }
}

/** What a person earned, and what a business deducts of it. */
export const earningsOf = ({
  income = {},
  business,
}: PersonFacts): Pick<Taxpayer, 'income' | 'business'> => ({
  income,
  business: { ...emptyTaxpayer.business, ...business },
})

/** Stated amounts without those that the law excludes on the facts. */
function countedOf<Stated extends { spend: Amounts }>(
  year: TaxYear,
  stated: Stated,
  household: Household,
): Stated {
  const judgmentOf = createJudge(year, household)
  const spend = Object.entries(stated.spend).filter(([code]) => !judgmentOf(code, null)?.excluded)
  return { ...stated, spend: Object.fromEntries(spend) }
}

const toEarlier = ({ year, relief, amountSen }: NonNullable<PersonFacts['earlierClaims']>[number]) => ({
  year,
  code: relief,
  allowedSen: amountSen,
})

/** From the facts of earlier years: the claims for reliefs that may not be claimed every year. */
export function claimedEarlier(years: { year: TaxYear | undefined; facts: PersonFacts }[]): EarlierClaim[] {
  return years.flatMap(({ year, facts }) => {
    const notEveryYear = year
      ? allReliefs(year).filter(({ frequency }) => frequency.kind !== 'every-year')
      : []
    const spend = year ? statedBy(year, facts).spend : {}
    const codes = new Set(notEveryYear.flatMap(codesOf))
    const stated = Object.entries(spend).filter(([code]) => codes.has(code))
    return [
      ...(facts.earlierClaims ?? []).map(toEarlier),
      ...stated.map(([code, allowedSen]) => ({ year: year?.year ?? 0, code, allowedSen })),
    ]
  })
}

/**
 * The number of trips that earlier years have claimed, from their facts and receipts. The departure levy is limited to a number
 * of trips in a lifetime. `earlierTrips` of a year covers all years before it.
 */
export function tripsBefore(
  code: string,
  years: { ya: number; facts: PersonFacts }[],
  receipts: EarlierClaim[],
): number {
  const ofReceipts = receipts.filter((claim) => claim.code === code)
  const all = new Set([...years.map(({ ya }) => ya), ...ofReceipts.map(({ year }) => year)])
  return [...all]
    .sort((a, b) => a - b)
    .reduce((before, ya) => {
      const levy = years.find((one) => one.ya === ya)?.facts.departureLevy
      const paid = ofReceipts.find(({ year }) => year === ya)?.times ?? 0
      return Math.max(before, levy?.earlierTrips ?? 0) + (levy?.tripsSen.length ?? 0) + Math.max(0, paid)
    }, 0)
}
