import type { IncomeKind } from '../../law/taxpayer.ts'
import type { Facts } from '../../taxpayer/facts.ts'

/** What would have to be entered for a line to have an amount: the question of the interview that asks it. */
export const missingFacts = [
  'employment',
  'other-income',
  'business',
  'tax-paid',
  'instalments',
  'foreign-tax-credit',
  'spouse',
  'spouse-income',
  'children',
  'disability',
  'epf',
  'insurance',
  'savings',
  'home',
  'zakat',
  'departure-levy',
] as const
export type MissingFact = (typeof missingFacts)[number]

const OTHER_INCOME = [
  'business',
  'partnership',
  'dividend',
  'rent',
  'other',
  'llp-profit',
] as const satisfies IncomeKind[]

/** Whether any income was entered; without it, nothing that follows from income is known. */
export const isIncomeKnown = ({ income = {} }: Facts) =>
  Object.values(income).some((sen) => sen !== undefined)

/** What is missing for a line without receipts; undefined where its amount is known, 0 included. */
export function missingFor(code: string, facts: Facts): MissingFact | undefined {
  const check = Object.hasOwn(checks, code) ? checks[code] : undefined
  return check?.(facts)
}

type Check = (facts: Facts) => MissingFact | undefined

const unless = (fact: MissingFact, isKnown: (facts: Facts) => boolean): Check => {
  return (facts) => (isKnown(facts) ? undefined : fact)
}
const states =
  (code: string) =>
  ({ amounts }: Facts) =>
    amounts?.[code] !== undefined

/** The other kinds of income are asked together: who named one has no others. */
const otherIncome = unless('other-income', ({ income = {} }) =>
  OTHER_INCOME.some((kind) => income[kind] !== undefined),
)

const business = unless('business', (facts) => facts.business !== undefined)

/** Income that no employer deducts tax from, so that LHDN may ask for instalments. */
const hasIncomeBesidesPay = ({ income = {} }: Facts) => OTHER_INCOME.some((kind) => (income[kind] ?? 0) > 0)

/** Who has pay alone pays no instalments. */
const instalments: Check = (facts) => {
  if (facts.instalmentsSen !== undefined) return undefined
  return hasIncomeBesidesPay(facts) ? 'instalments' : otherIncome(facts)
}

const agentDeductions: Check = (facts) => {
  if (facts.agentDeductionsSen !== undefined) return undefined
  return (facts.income?.business ?? 0) > 0 ? instalments(facts) : otherIncome(facts)
}

/** Who has no pay has no PCB. */
const taxPaid: Check = (facts) => {
  if (facts.taxPaidSen !== undefined) return undefined
  const hasNoPay = facts.income?.employment === 0 && hasIncomeBesidesPay(facts)
  return hasNoPay ? instalments(facts) : 'tax-paid'
}

function spouse({ maritalStatus, spouse }: Facts): MissingFact | undefined {
  if (maritalStatus === undefined && spouse === undefined) return 'spouse'
  return maritalStatus === 'married' && spouse === undefined ? 'spouse-income' : undefined
}

const children = unless('children', (facts) => facts.children !== undefined)
const home = unless('home', ({ housingLoan }) => housingLoan !== undefined)
const savings = (code: string) =>
  unless(
    'savings',
    (facts) => facts.sspn !== undefined || states('prs-deferred-annuity')(facts) || states(code)(facts),
  )

const checks: Readonly<Record<string, Check>> = {
  'income-employment': unless('employment', ({ income }) => income?.employment !== undefined),
  ...Object.fromEntries(OTHER_INCOME.map((kind) => [`income-${kind}`, otherIncome])),
  'business-losses': business,
  'current-year-losses': business,
  'tax-paid': taxPaid,
  instalments,
  'agent-deductions': agentDeductions,
  'foreign-tax-credit': unless(
    'foreign-tax-credit',
    ({ foreignTaxCreditSen }) => foreignTaxCreditSen !== undefined,
  ),
  'rebate-zakat-fitrah': unless('zakat', states('rebate-zakat-fitrah')),
  'rebate-departure-levy': unless('departure-levy', ({ departureLevy }) => departureLevy !== undefined),
  'spouse-alimony': spouse,
  spouse,
  'disabled-spouse': spouse,
  'disabled-self': unless('disability', ({ disabled }) => disabled !== undefined),
  'child-under-18': children,
  'child-18-plus-preuniversity': children,
  'child-18-plus-higher-education': children,
  'child-disabled': children,
  'child-disabled-higher-education': children,
  'sspn-net-deposit': savings('sspn-net-deposit'),
  'prs-deferred-annuity': savings('prs-deferred-annuity'),
  'epf-approved-scheme': unless('epf', ({ epf }) => epf !== undefined),
  'socso-eis': unless('epf', states('socso-eis')),
  'life-insurance-or-voluntary-epf': unless(
    'insurance',
    (facts) => states('life-insurance-or-voluntary-epf')(facts) || (facts.epf?.voluntarySen ?? 0) > 0,
  ),
  'education-medical-insurance': unless('insurance', states('education-medical-insurance')),
  'housing-loan-interest-500k': home,
  'housing-loan-interest-750k': home,
}
