import { Refusal, type ValueError } from '../errors.ts'
import { claimable } from '../law/claimable.ts'
import type { Law } from '../law/law.ts'
import { findRelief } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import { say } from '../texts/index.ts'
import type { Facts, PersonFacts, SpouseFacts } from './facts.ts'
import { depositsOf, hasStatement, homeLoansOf, schemeOf } from './reliefs.ts'

/**
 * Checks facts against the law of their year, which must know every code.
 * @throws Refusal validation_failed with the path of each error, never with a value
 */
export const checkFacts = (law: Law, year: TaxYear, facts: Facts) => refuse(factErrors(law, year, facts))

/** Like checkFacts, for several facts of one request, where they stand under `facts`. */
export const checkEachFacts = (law: Law, year: TaxYear, all: Facts[]) =>
  refuse(
    all.flatMap((facts, index) =>
      factErrors(law, year, facts).map(({ path, message }) => ({ path: `/facts/${index}${path}`, message })),
    ),
  )

function factErrors(law: Law, year: TaxYear, facts: Facts): ValueError[] {
  const errors = [...errorsIn(law, year, facts, '')]
  for (const code of Object.keys(facts.amounts ?? {})) {
    if (claimable(year, code)?.kind === 'relief' && !hasStatement(year, code))
      errors.push({ path: `/amounts/${code}`, message: say(({ values }) => values.claimedWithReceipts) })
  }
  if (facts.spouse) errors.push(...errorsIn(law, year, facts.spouse, '/spouse'))
  if (facts.spouse?.until && !facts.spouse.until.startsWith(`${year.year}-`))
    errors.push({ path: '/spouse/until', message: say(({ values }) => values.inYear(year.year)) })
  facts.children?.forEach(({ bornOn, diedOn, marriedOn }, index) => {
    const path = `/children/${index}`
    if (diedOn && diedOn < bornOn)
      errors.push({ path: `${path}/diedOn`, message: say(({ values }) => values.beforeBirth) })
    if (marriedOn && !marriedOn.startsWith(`${year.year}-`))
      errors.push({ path: `${path}/marriedOn`, message: say(({ values }) => values.inYear(year.year)) })
  })
  if (facts.filedOn && facts.filedOn < `${year.year}-01-01`)
    errors.push({ path: '/filedOn', message: say(({ values }) => values.filedBeforeYear) })
  return errors
}

/** Like checkFacts, for a spouse alone. */
export const checkSpouse = (law: Law, year: TaxYear, spouse: SpouseFacts) =>
  refuse(errorsIn(law, year, spouse, '/spouse'))

function refuse(errors: ValueError[]) {
  if (errors.length > 0)
    throw new Refusal(
      'validation_failed',
      say(({ refusals }) => refusals.seeErrors),
      { errors },
    )
}

function errorsIn(law: Law, year: TaxYear, person: PersonFacts, at: string): ValueError[] {
  const memberByCode = new Map([
    [schemeOf(year)?.code, 'epf'],
    [depositsOf(year)?.code, 'sspn'],
    ...homeLoansOf(year).map(({ code }): [string, string] => [code, 'housingLoan']),
  ])
  const unknown = say(({ values }) => values.unknownIn(year.year))
  const amounts = Object.keys(person.amounts ?? {}).flatMap((code): ValueError[] => {
    const path = `${at}/amounts/${code}`
    const member = memberByCode.get(code)
    if (member) return [{ path, message: say(({ values }) => values.belongsIn(member)) }]
    const { kind = 'trip' } = claimable(year, code) ?? {}
    return kind === 'trip' ? [{ path, message: unknown }] : []
  })
  const { housingLoan, earlierClaims = [] } = person
  const loans = homeLoansOf(year).map(({ code }) => code)
  const isLoanUnknown = housingLoan && !loans.includes(housingLoan.relief)
  const isLessThanOwn =
    housingLoan?.togetherSen !== undefined && housingLoan.togetherSen < housingLoan.interestSen
  const earlier = earlierClaims.flatMap((claim, index): ValueError[] => {
    const path = `${at}/earlierClaims/${index}`
    if (claim.year >= year.year)
      return [{ path: `${path}/year`, message: say(({ values }) => values.beforeThisYear) }]
    const isKnown = law.years.some((other) => findRelief(other, claim.relief))
    return isKnown ? [] : [{ path: `${path}/relief`, message: say(({ values }) => values.notARelief) }]
  })
  return [
    ...amounts,
    ...(isLoanUnknown ? [{ path: `${at}/housingLoan/relief`, message: unknown }] : []),
    ...(isLessThanOwn
      ? [{ path: `${at}/housingLoan/togetherSen`, message: say(({ values }) => values.lessThanInterest) }]
      : []),
    ...earlier,
  ]
}
