import { netDeposit, shareOfLimit, splitVoluntary } from '../law/amounts.ts'
import { addByCode } from '../law/money.ts'
import { findRelief } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import type { PersonFacts } from '../taxpayer/facts.ts'
import { depositsOf, schemeOf } from '../taxpayer/reliefs.ts'
import { type Spend, spendOf } from './spend.ts'

type Amounts = Record<string, number>

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
