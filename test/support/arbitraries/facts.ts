import { type Arbitrary, array, boolean, constantFrom, date, integer, oneof, record } from 'fast-check'
import type { z } from 'zod'
import type { TaxYear } from '../../../server/law/year.ts'
import { assessments, type factsSchema } from '../../../server/taxpayer/facts.ts'
import { upTo } from './claims.ts'

/** Facts as a client sends them. */
export type FactsInput = z.input<typeof factsSchema>

const income = record(
  {
    employment: upTo(300_000),
    business: upTo(200_000),
    partnership: upTo(100_000),
    rent: upTo(60_000),
    dividend: upTo(300_000),
    'llp-profit': upTo(200_000),
  },
  { requiredKeys: [] },
)
const business = record({
  capitalAllowancesSen: upTo(50_000),
  lossSen: upTo(80_000),
  lossesBroughtForwardSen: upTo(80_000),
})
const amounts = record(
  {
    'socso-eis': upTo(600),
    'prs-deferred-annuity': upTo(5_000),
    'education-medical-insurance': upTo(5_000),
    'rebate-zakat-fitrah': upTo(4_000),
    'gift-library': upTo(30_000),
    'gift-sports-activity': upTo(30_000),
  },
  { requiredKeys: [] },
)
const epf = record({ compulsorySen: upTo(20_000), voluntarySen: upTo(8_000) })
const sspn = record({
  depositsSen: upTo(12_000),
  withdrawalsSen: upTo(4_000),
  educationWithdrawalsSen: upTo(4_000),
})

const person = {
  income,
  business,
  amounts,
  epf,
  sspn,
  disabled: boolean(),
  taxPaidSen: upTo(30_000),
  instalmentsSen: upTo(10_000),
  agentDeductionsSen: upTo(3_000),
  deductedAtSourceSen: upTo(3_000),
  foreignTaxCreditSen: upTo(3_000),
}
const spouse = record({ ...person, foreignIncomeSen: upTo(6_000) }, { requiredKeys: [] })

const child = (year: TaxYear, claimants: ('self' | 'spouse')[]) =>
  record({
    bornOn: date({
      min: new Date(`${year.year - 30}-01-01`),
      max: new Date(`${year.year}-12-31`),
      noInvalidDate: true,
    }).map((day) => day.toISOString().slice(0, 10)),
    study: constantFrom('none' as const, 'pre-university' as const, 'higher-education' as const),
    disabled: boolean(),
    married: boolean(),
    ownIncomeSen: upTo(10_000),
    shared: boolean(),
    claimedBy: constantFrom(...claimants),
  })

const household = (year: TaxYear, claimants: ('self' | 'spouse')[]) => ({
  ...person,
  sex: constantFrom('female' as const, 'male' as const),
  children: array(child(year, claimants), { maxLength: 5 }),
  parents: record({ living: integer({ min: 0, max: 4 }), inMalaysia: boolean() }),
})

/** Facts the API takes for this year, of somebody alone or of a couple. */
export function anyFacts(year: TaxYear): Arbitrary<FactsInput> {
  const alone = record(household(year, ['self']), { requiredKeys: [] })
  const couple = record(
    { ...household(year, ['self', 'spouse']), spouse, assessment: constantFrom(...assessments) },
    { requiredKeys: ['spouse'] },
  )
  return oneof(alone, couple)
}
