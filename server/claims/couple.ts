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
  const spouse = facts.spouse && {
    ...toPerson(year, facts.spouse, { ...noReceipts, earlier: spouseEarlier }),
    children: children.filter(({ claimedBy }) => claimedBy === 'spouse'),
  }
  const own = toPerson(year, facts, withoutWifeOnly(year, facts, receipts))
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

/** The amounts that the facts state, by code. They need no receipts. */
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

/** A husband cannot claim the reliefs that only a wife may claim. */
function withoutWifeOnly(year: TaxYear, { sex }: Facts, receipts: Spend): Spend {
  if (sex !== 'male') return receipts
  const wifeOnly = new Set(wifeOnlyCodes(year))
  const spend = Object.entries(receipts.spend).filter(([code]) => !wifeOnly.has(code))
  return { ...receipts, spend: Object.fromEntries(spend) }
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
