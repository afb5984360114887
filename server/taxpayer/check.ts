import { Refusal } from '../errors.ts'
import { claimable } from '../law/claimable.ts'
import type { Law } from '../law/law.ts'
import { findRelief } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import type { Facts, PersonFacts, SpouseFacts } from './facts.ts'
import { depositsOf, hasStatement, homeLoansOf, schemeOf } from './reliefs.ts'

interface Wrong {
  path: string
  message: string
}

/**
 * Holds facts against the law of their year: every code must have a place in it.
 * @throws Refusal validation_failed naming each place that has none, never a value
 */
export function checkFacts(law: Law, year: TaxYear, facts: Facts) {
  const errors = [...wrongIn(law, year, facts, '')]
  for (const code of Object.keys(facts.amounts ?? {})) {
    if (claimable(year, code)?.kind === 'relief' && !hasStatement(year, code))
      errors.push({ path: `/amounts/${code}`, message: 'is claimed with its receipts' })
  }
  if (facts.spouse) errors.push(...wrongIn(law, year, facts.spouse, '/spouse'))
  if (facts.filedOn && facts.filedOn < `${year.year}-01-01`)
    errors.push({ path: '/filedOn', message: 'lies before the year' })
  refuse(errors)
}

/** As checkFacts, for a spouse alone. */
export const checkSpouse = (law: Law, year: TaxYear, spouse: SpouseFacts) =>
  refuse(wrongIn(law, year, spouse, '/spouse'))

function refuse(errors: Wrong[]) {
  if (errors.length > 0)
    throw new Refusal('validation_failed', 'See errors for each value.', { extra: { errors } })
}

function wrongIn(law: Law, year: TaxYear, person: PersonFacts, at: string): Wrong[] {
  const elsewhere = new Map([
    [schemeOf(year)?.code, 'epf'],
    [depositsOf(year)?.code, 'sspn'],
    ...homeLoansOf(year).map(({ code }): [string, string] => [code, 'housingLoan']),
  ])
  const none = `has no place in ${year.year}; see GET /tax-years/${year.year}/reliefs`
  const amounts = Object.keys(person.amounts ?? {}).flatMap((code): Wrong[] => {
    const path = `${at}/amounts/${code}`
    const member = elsewhere.get(code)
    if (member) return [{ path, message: `is told as ${member}` }]
    const { kind = 'trip' } = claimable(year, code) ?? {}
    return kind === 'trip' ? [{ path, message: none }] : []
  })
  const { housingLoan, earlierClaims = [] } = person
  const loans = homeLoansOf(year).map(({ code }) => code)
  const isLoanUnknown = housingLoan && !loans.includes(housingLoan.relief)
  const isLessThanOwn =
    housingLoan?.togetherSen !== undefined && housingLoan.togetherSen < housingLoan.interestSen
  const earlier = earlierClaims.flatMap((claim, index): Wrong[] => {
    const path = `${at}/earlierClaims/${index}`
    if (claim.year >= year.year) return [{ path: `${path}/year`, message: 'is not earlier than this year' }]
    const isKnown = law.years.some((known) => findRelief(known, claim.relief))
    return isKnown ? [] : [{ path: `${path}/relief`, message: 'is no code of a relief' }]
  })
  return [
    ...amounts,
    ...(isLoanUnknown ? [{ path: `${at}/housingLoan/relief`, message: none }] : []),
    ...(isLessThanOwn
      ? [{ path: `${at}/housingLoan/togetherSen`, message: 'is less than interestSen' }]
      : []),
    ...earlier,
  ]
}
