import { daysInMalaysia } from '../law/residence.ts'
import type { TaxYear } from '../law/year.ts'
import type { Facts } from '../taxpayer/facts.ts'

/** What the facts say of residence. Without an answer, enough counted days make a resident; undefined: not known. */
export function residenceOf(
  { year, residence }: Pick<TaxYear, 'year' | 'residence'>,
  { resident, stays }: Pick<Facts, 'resident' | 'stays'>,
) {
  const days = stays?.length ? daysInMalaysia(year, stays) : undefined
  const isEnough = days !== undefined && days >= residence.days
  return { days, isEnough, resident: resident ?? (isEnough ? true : undefined) }
}

/** The rate that this person's employment income was approved for, if the year is one of those it lasts. */
export function approvedRate(
  { year, employmentRates }: Pick<TaxYear, 'year' | 'employmentRates'>,
  { employmentRate }: Pick<Facts, 'employmentRate'>,
) {
  const rate = employmentRates.find(({ code }) => code === employmentRate?.scheme)
  if (!rate || !employmentRate) return undefined
  const { firstYear } = employmentRate
  const isOver = rate.years !== undefined && firstYear !== undefined && year >= firstYear + rate.years
  const isToCome = firstYear !== undefined && year < firstYear
  return { rate, firstYear, isInYears: !isOver && !isToCome }
}
