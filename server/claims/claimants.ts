import { createJudge } from '../law/conditions/judge.ts'
import type { Law } from '../law/law.ts'
import type { TaxYear } from '../law/year.ts'
import type { SpouseFacts } from '../taxpayer/facts.ts'
import type { FactsWithEarlierYears } from '../taxpayer/facts-store.ts'
import { tripsRebateOf } from '../taxpayer/reliefs.ts'
import { type Couple, claimedEarlier, toCouple, tripsBefore } from './couple.ts'
import { householdOf } from './household.ts'
import { type Part, type Spend, spendOf } from './spend.ts'

/**
 * The claimants of a year, from the facts of this year and of earlier years.
 * @returns a function that builds the couple from the parts of the receipts; `spouse` replaces the stored spouse. What the
 *   law excludes on the facts is left out
 */
export function createClaimants(law: Law, year: TaxYear, { facts, earlier }: FactsWithEarlierYears) {
  const before = earlier.map((one) => ({ year: law.year(one.ya), facts: one.facts }))
  const ownClaims = claimedEarlier(before)
  const spouseClaims = claimedEarlier(before.map(({ year, facts }) => ({ year, facts: facts.spouse ?? {} })))
  const trips = tripsRebateOf(year)?.code

  return (
    parts: readonly Part[],
    earlierReceipts: Spend['earlier'],
    spouse: SpouseFacts | undefined = facts.spouse,
  ): Couple => {
    const judgmentOf = createJudge(year, householdOf(year, { ...facts, spouse }))
    const isAllowed = ({ relief, person }: Part) => !judgmentOf(relief, person ?? null)?.excluded
    const receipts: Spend = { ...spendOf(year, parts.filter(isAllowed)), earlier: earlierReceipts }
    const { tripsSen = [], earlierTrips = 0 } = facts.departureLevy ?? {}
    const claimedTrips = trips === undefined ? 0 : tripsBefore(trips, earlier, receipts.earlier)
    const departureLevy = { tripsSen, earlierTrips: Math.max(earlierTrips, claimedTrips) }
    const spend = { ...receipts, earlier: [...receipts.earlier, ...ownClaims] }
    return toCouple(year, { ...facts, spouse, departureLevy }, spend, spouseClaims)
  }
}
