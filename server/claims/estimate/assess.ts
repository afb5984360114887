import { compareAssessments, jointTaxpayer } from '../../law/assessment.ts'
import { type Estimate, estimate } from '../../law/estimate.ts'
import { totalIncome } from '../../law/income.ts'
import { sum } from '../../law/money.ts'
import type { Taxpayer } from '../../law/taxpayer.ts'
import type { TaxYear } from '../../law/year.ts'
import { type Assessment, assessments } from '../../taxpayer/facts.ts'
import type { Couple } from '../couple.ts'

/** One way to be assessed. Amounts in sen. */
export interface Outcome {
  assessment: Assessment
  /** In this person's name; in a joint assessment in the spouse's name there is none. */
  own: Estimate | null
  spouse: Estimate | null
  /** What both have to pay. */
  payableSen: number
}

/** Every way these people can be assessed; separate comes first and is always there. */
export function outcomes(year: TaxYear, { self, spouse }: Couple) {
  if (!spouse) {
    const own = estimate(year, self)
    return { ways: [outcome('separate', own, null)], claimedByBoth: [] }
  }
  const { separate, joint } = compareAssessments(year, self, spouse)
  const ways = [
    outcome('separate', separate.first, separate.second),
    ...joint.map(({ assessed, estimate }) =>
      assessed === 'first'
        ? outcome('joint', estimate, null)
        : outcome('joint-in-spouse-name', null, estimate),
    ),
  ]
  return { ways, claimedByBoth: separate.claimedTwice }
}

const outcome = (assessment: Assessment, own: Estimate | null, spouse: Estimate | null): Outcome => ({
  assessment,
  own,
  spouse,
  payableSen: sum([own, spouse].map((one) => one?.payableSen ?? 0)),
})

/** How these people are assessed: as they wish where that can be, else separately. `best`: with the least to pay. */
export function assessed(year: TaxYear, couple: Couple, wish: Assessment | 'best'): Outcome {
  const { ways } = outcomes(year, couple)
  if (wish === 'best') return bestOf(ways)
  return ways.find(({ assessment }) => assessment === wish) ?? bestOf(ways.slice(0, 1))
}

/** The one with the least to pay; of equal ones the simplest, which separate is. */
export function bestOf(ways: Outcome[]): Outcome {
  const simplestFirst = assessments.flatMap((name) => ways.filter(({ assessment }) => assessment === name))
  return simplestFirst.reduce((best, way) => (way.payableSen < best.payableSen ? way : best))
}

/** Who claims in one return, and whose gifts come off: in a joint assessment both, in the name of one of them. */
export function claimantOf(year: TaxYear, { self, spouse }: Couple, wish: Assessment) {
  const alone = { claimant: self, people: [self] }
  if (!spouse || wish === 'separate') return alone
  const people = [self, spouse]
  // As in outcomes(): without total income of both there is no joint assessment.
  if (people.some((person) => totalIncome(year, person).totalSen === 0)) return alone
  const [first, second]: [Taxpayer, Taxpayer] = wish === 'joint' ? [self, spouse] : [spouse, self]
  return { claimant: jointTaxpayer(year, first, second), people }
}

/** The computation in whose name it is made: this person's, or in a joint assessment the spouse's. */
export function mainEstimate({ own, spouse }: Outcome): Estimate {
  const main = own ?? spouse
  if (!main) throw new Error('nobody is assessed')
  return main
}
