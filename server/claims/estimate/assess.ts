import { canBeJoint, compareAssessments, jointTaxpayer } from '../../law/assessment.ts'
import { type Estimate, estimate } from '../../law/estimate.ts'
import { sum } from '../../law/money.ts'
import type { Taxpayer } from '../../law/taxpayer.ts'
import type { TaxYear } from '../../law/year.ts'
import { type Assessment, assessments } from '../../taxpayer/facts.ts'
import type { Couple } from '../couple.ts'

/** One way to assess a couple. Amounts in sen. */
export interface Outcome {
  assessment: Assessment
  /** In this person's name; null if assessed jointly in the spouse's name. */
  own: Estimate | null
  spouse: Estimate | null
  /** The tax payable by both together. */
  payableSen: number
}

/** Every way to assess this couple. Separate assessment comes first and is always possible. */
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

/** Joint or separate as requested; falls back to separate when joint is not allowed. `best`: the least tax. */
export function assessed(year: TaxYear, couple: Couple, requested: Assessment | 'best'): Outcome {
  const { ways } = outcomes(year, couple)
  if (requested === 'best') return bestOf(ways)
  return ways.find(({ assessment }) => assessment === requested) ?? bestOf(ways.slice(0, 1))
}

/** The way with the least tax; among equals the simplest, which is separate assessment. */
export function bestOf(ways: Outcome[]): Outcome {
  const simplestFirst = assessments.flatMap((name) => ways.filter(({ assessment }) => assessment === name))
  return simplestFirst.reduce((best, way) => (way.payableSen < best.payableSen ? way : best))
}

/** The claimant of a return, and the people whose gifts are deducted: both in a joint assessment. */
export function claimantOf(year: TaxYear, { self, spouse }: Couple, requested: Assessment) {
  const alone = { claimant: self, people: [self] }
  if (!spouse || requested === 'separate') return alone
  const people = [self, spouse]
  // As in outcomes().
  if (!canBeJoint(year, self, spouse)) return alone
  const [first, second]: [Taxpayer, Taxpayer] = requested === 'joint' ? [self, spouse] : [spouse, self]
  return { claimant: jointTaxpayer(year, first, second), people }
}

/** This person's computation, or the joint one in the spouse's name. */
export function mainEstimate({ own, spouse }: Outcome): Estimate {
  const main = own ?? spouse
  if (!main) throw new Error('an outcome without any assessment')
  return main
}
