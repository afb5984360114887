import type { Condition } from './condition.ts'

/** What the facts must say for a relief, and the years of assessment it holds for; or why no fact contradicts it. */
export type Row = { from?: number; until?: number } & (
  | { conditions: readonly Condition[] }
  | { none: string }
)

/** A grant follows from the facts; there is nothing that could contradict them. */
const granted: Row[] = [{ none: 'granted by the facts themselves' }]
const ownStudies: Row[] = [{ none: 'for the claimant alone; whether the course qualifies, no fact says' }]
const anybody: Row[] = [
  { none: 'for the claimant too; who else it was for is checked by the person of the expense' },
]
const payroll: Row[] = [{ none: 'the employer deducts it, and a statement proves it' }]
const youngChild = (ageUpTo: number, years: { from?: number; until?: number } = {}): Row => ({
  ...years,
  conditions: [{ needs: 'child', ageUpTo }],
})
const parentsHere: Row[] = [{ conditions: [{ needs: 'parents-in-malaysia' }] }]
const home: Row[] = [{ conditions: [{ needs: 'home-without-rent' }] }]

/**
 * Which facts a claim for a relief may not contradict, by code. The section and the sources are those of the relief in the
 * year's file; the ages stand in its names and conditions there.
 */
export const conditionTable: Readonly<Record<string, readonly Row[]>> = {
  individual: granted,
  'parents-medical': parentsHere,
  'parents-medical-treatment': parentsHere,
  'parents-special-needs': parentsHere,
  'parents-carer': parentsHere,
  'parents-dental': parentsHere,
  'parents-medical-exam': parentsHere,
  'disabled-equipment': [{ conditions: [{ needs: 'disabled-user' }] }],
  'disabled-self': granted,
  'education-self': ownStudies,
  'education-self-tertiary': ownStudies,
  'education-self-postgraduate': ownStudies,
  'education-self-upskilling': ownStudies,
  medical: anybody,
  'medical-serious-disease': anybody,
  'medical-fertility': [{ conditions: [{ needs: 'spouse' }] }],
  'medical-vaccination': anybody,
  'medical-dental': anybody,
  'medical-checkup': anybody,
  'medical-exam-full': anybody,
  'medical-covid-test': anybody,
  'medical-disease-test': anybody,
  'medical-self-test-device': anybody,
  'medical-mental-health': anybody,
  'medical-learning-disability': [youngChild(18)],
  lifestyle: anybody,
  'lifestyle-books': anybody,
  'lifestyle-devices': anybody,
  'lifestyle-internet': anybody,
  'lifestyle-sports-equipment': anybody,
  'lifestyle-gym-membership': anybody,
  'lifestyle-courses': anybody,
  sports: anybody,
  'sports-equipment': anybody,
  'sports-facility': anybody,
  'sports-competition': anybody,
  'sports-gym-training': anybody,
  'breastfeeding-equipment': [{ conditions: [{ needs: 'mother' }, { needs: 'child', ageUpTo: 2 }] }],
  'childcare-fees': [youngChild(6, { until: 2025 }), youngChild(12, { from: 2026 })],
  'childcare-centre-kindergarten': [youngChild(6)],
  'childcare-care-centre': [youngChild(12)],
  'sspn-net-deposit': [{ conditions: [{ needs: 'child' }] }],
  'spouse-alimony': [
    { none: 'a group of the spouse relief, which is granted, and alimony, which has its own row' },
  ],
  spouse: granted,
  alimony: [{ conditions: [{ needs: 'former-wife' }] }],
  'disabled-spouse': granted,
  child: granted,
  'child-under-18': granted,
  'child-18-plus-preuniversity': granted,
  'child-18-plus-higher-education': granted,
  'child-disabled': granted,
  'child-disabled-higher-education': granted,
  'life-insurance-epf': payroll,
  'epf-approved-scheme': payroll,
  'life-insurance-or-voluntary-epf': [
    { none: 'a policy on the claimant’s own life is enough; no fact contradicts it' },
  ],
  'prs-deferred-annuity': [{ none: 'for the claimant alone; a statement proves it' }],
  'education-medical-insurance': [
    { none: 'a policy for the claimant is enough; the insurer’s statement names the insured' },
  ],
  'socso-eis': payroll,
  'ev-green-home': [
    { none: 'for the claimant’s own vehicle or household; no fact says whether there is one' },
  ],
  'ev-charging': [{ none: 'for the claimant’s own vehicle; no fact says whether there is one' }],
  'food-waste-composter': [{ none: 'for the claimant’s household; every claimant has one' }],
  'food-waste-grinder': [{ none: 'for the claimant’s household; every claimant has one' }],
  'household-cctv': [{ none: 'for the claimant’s household; every claimant has one' }],
  'housing-loan-interest': home,
  'housing-loan-interest-500k': home,
  'housing-loan-interest-750k': home,
  'domestic-tourism': [{ none: 'for the claimant; whether tickets of others count, no text says' }],
}
