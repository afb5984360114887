import { findRelief } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'
import { type Facts, spouseOfYear } from '../../taxpayer/facts.ts'
import { say } from '../../texts/index.ts'
import type { ClaimWarning } from '../claim-views.ts'
import { outcomes } from '../estimate/assess.ts'
import { lineNames } from '../estimate/line-names.ts'
import { spousePayments, totalOf } from '../spouse-payments.ts'
import type { FactsInContext } from './context.ts'
import { about, warning } from './warning.ts'

/** What to check about a husband or wife, and about how the two are assessed. */
export const spouseWarnings = (context: FactsInContext): ClaimWarning[] => [
  ...aboutSpouse(context),
  ...paymentsOfSpouse(context),
]

function aboutSpouse({ year, facts, couple }: FactsInContext): ClaimWarning[] {
  const { assessment = 'separate' } = facts
  const spouse = spouseOfYear(facts)
  if (!spouse) return unknownSpouse(year, facts)
  const { self } = couple
  const { ways, claimedByBoth } = outcomes(year, couple)
  const isPossible = ways.some((way) => way.assessment === assessment)
  const impossible = say(({ warnings }) =>
    spouse.until === undefined ? warnings.jointNotPossible : warnings.jointAfterEnd,
  )
  return [
    ...(isPossible ? [] : [warning('joint_not_possible', impossible)]),
    ...(assessment === 'separate' ? claimedByBoth : []).map((code) =>
      warning(
        'claimed_by_both',
        say(({ warnings }, of) => warnings.claimedByBoth(of(lineNames(year)(code)))),
        { relief: code, amountSen: self.spend[code] ?? 0 },
      ),
    ),
  ]
}

function unknownSpouse(year: TaxYear, { maritalStatus, spouse }: Facts): ClaimWarning[] {
  const reliefSen = findRelief(year, 'spouse')?.limitSen ?? 0
  if (maritalStatus === 'married')
    return [
      warning(
        'spouse_unknown',
        say(({ warnings }) => warnings.spouseUnknown),
        { amountSen: reliefSen },
      ),
    ]
  if (!spouse || !maritalStatus) return []
  const message = say(({ warnings }) => warnings.spouseUntil(year.year))
  return [warning('spouse_until', message, { relief: 'spouse', amountSen: reliefSen })]
}

/** Payments of a spouse without income that the law does not say to be this person's. */
function paymentsOfSpouse({ year, facts, couple: { self }, payableWith }: FactsInContext): ClaimWarning[] {
  const spouse = spouseOfYear(facts)
  const { lost, open } = spousePayments(year, spouse, self.spouse)
  const nameOf = lineNames(year)
  const listed = (amounts: Record<string, number>) =>
    say(({ warnings }, of) =>
      Object.entries(amounts)
        .map(([code, sen]) => warnings.named(of(nameOf(code)), sen))
        .join(', '),
    )
  const found: ClaimWarning[] = []
  if (totalOf(lost) > 0) {
    const message = say(({ warnings }, of) => warnings.spousePaymentsLost(of(listed(lost))))
    found.push(
      warning('set_aside', message, {
        ...about(Object.keys(lost)),
        amountSen: totalOf(lost),
        section: '50(1)',
      }),
    )
  }
  if (totalOf(open) > 0 && spouse?.claimPayments === undefined) {
    const savesSen =
      payableWith(facts) - payableWith({ ...facts, spouse: { ...spouse, claimPayments: true } })
    const message = say(({ warnings }, of) => warnings.spousePaymentsOpen(of(listed(open)), savesSen))
    found.push(warning('spouse_payments', message, { ...about(Object.keys(open)), amountSen: totalOf(open) }))
  }
  return found
}
