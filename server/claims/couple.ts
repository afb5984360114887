import { netDeposit, shareOfLimit, splitVoluntary } from '../law/amounts.ts'
import type { EarlierClaim } from '../law/frequency.ts'
import { totalIncome } from '../law/income.ts'
import { addByCode } from '../law/money.ts'
import { emptyTaxpayer, type Taxpayer } from '../law/taxpayer.ts'
import { allReliefs, codesOf, findRelief, wifeOnlyCodes } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import type { Facts, PersonFacts } from '../taxpayer/facts.ts'
import { depositsOf, schemeOf, tripsRebateOf } from '../taxpayer/reliefs.ts'
import { type Spend, spendOf } from './spend.ts'

type Amounts = Record<string, number>

/** A taxpayer and, where there is one, the spouse. */
export interface Couple {
  self: Taxpayer
  spouse: Taxpayer | null
}

const noReceipts: Spend = { spend: {}, gifts: {}, paid: {}, trips: {}, earlier: [] }

/**
 * Facts and receipts as the law's computation takes them.
 * @param spouseEarlier what the facts of earlier years say the spouse claimed
 */
export function toCouple(
  year: TaxYear,
  facts: Facts,
  receipts: Spend,
  spouseEarlier: EarlierClaim[] = [],
): Couple {
  const children = facts.children ?? []
  const spouse = facts.spouse && {
    ...toPerson(year, facts.spouse, { ...noReceipts, earlier: spouseEarlier }),
    children: children.filter(({ claimedBy }) => claimedBy === 'spouse'),
  }
  const own = toPerson(year, facts, withoutWifes(year, facts, receipts))
  const self: Taxpayer = {
    ...own,
    children: children.filter(({ claimedBy }) => claimedBy === 'self'),
    people: { child: children.length, parent: facts.parents?.living ?? 0 },
    spouse: spouse
      ? {
          disabled: spouse.disabled,
          hasIncome: totalIncome(year, spouse).totalSen > 0,
          foreignIncomeSen: facts.spouse?.foreignIncomeSen ?? 0,
        }
      : null,
  }
  return { self, spouse: spouse ?? null }
}

function toPerson(year: TaxYear, person: PersonFacts, receipts: Spend): Taxpayer {
  const stated = statedBy(year, person)
  const rebate = tripsRebateOf(year)?.code
  const { tripsSen = [], earlierTrips = 0 } = person.departureLevy ?? {}
  const paidSen = rebate ? [...tripsSen, ...(receipts.trips[rebate] ?? [])] : []
  return {
    ...emptyTaxpayer,
    income: person.income ?? {},
    disabled: person.disabled ?? false,
    spend: addByCode(receipts.spend, stated.spend),
    gifts: addByCode(receipts.gifts, stated.gifts),
    paid: addByCode(receipts.paid, stated.paid),
    trips: rebate ? { [rebate]: { paidSen, earlierTrips } } : {},
    earlier: [...receipts.earlier, ...(person.earlierClaims ?? []).map(toEarlier)],
    foreignTaxCreditSen: person.foreignTaxCreditSen ?? 0,
    taxPaidSen: person.taxPaidSen ?? 0,
  }
}

/** What is known without receipts, by code. */
export function statedBy(year: TaxYear, person: PersonFacts): Pick<Spend, 'spend' | 'gifts' | 'paid'> {
  const amounts = Object.entries(person.amounts ?? {}).map(([relief, sen]) => ({ relief, sen }))
  const stated = spendOf(year, amounts)
  const { epf, sspn, housingLoan } = person
  const scheme = schemeOf(year)
  const deposits = depositsOf(year)
  return {
    ...stated,
    spend: [
      epf && scheme ? splitVoluntary(year, scheme.code, epf) : {},
      sspn && deposits ? { [deposits.code]: netDeposit(deposits, sspn) } : {},
      housingLoan ? ownInterest(year, housingLoan) : {},
    ].reduce<Amounts>(addByCode, stated.spend),
  }
}

function ownInterest(
  year: TaxYear,
  { relief, interestSen, togetherSen }: NonNullable<PersonFacts['housingLoan']>,
) {
  const limitSen = findRelief(year, relief)?.limitSen ?? interestSen
  return { [relief]: shareOfLimit(limitSen, interestSen, togetherSen ?? interestSen) }
}

/** A relief for the wife alone is none in a husband's name. */
function withoutWifes(year: TaxYear, { sex }: Facts, receipts: Spend): Spend {
  if (sex !== 'male') return receipts
  const wifes = new Set(wifeOnlyCodes(year))
  const spend = Object.entries(receipts.spend).filter(([code]) => !wifes.has(code))
  return { ...receipts, spend: Object.fromEntries(spend) }
}

const toEarlier = ({ year, relief, amountSen }: NonNullable<PersonFacts['earlierClaims']>[number]) => ({
  year,
  code: relief,
  allowedSen: amountSen,
})

/** What the facts of earlier years say was claimed then, of reliefs that come only so often. */
export function claimedEarlier(years: { year: TaxYear | undefined; facts: PersonFacts }[]): EarlierClaim[] {
  return years.flatMap(({ year, facts }) => {
    const seldom = year ? allReliefs(year).filter(({ frequency }) => frequency.kind !== 'every-year') : []
    const spend = year ? statedBy(year, facts).spend : {}
    const codes = new Set(seldom.flatMap(codesOf))
    const stated = Object.entries(spend).filter(([code]) => codes.has(code))
    return [
      ...(facts.earlierClaims ?? []).map(toEarlier),
      ...stated.map(([code, allowedSen]) => ({ year: year?.year ?? 0, code, allowedSen })),
    ]
  })
}

/**
 * How many trips of those that come so often in a lifetime earlier years have used (departure levy), by what their
 * facts and receipts say; a year's `earlierTrips` stands for all before it.
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
