import { proportionDown } from './money.ts'
import type { Relief } from './relief.ts'
import { findRelief } from './tree.ts'
import type { TaxYear } from './year.ts'

/** The spending on savings that may be withdrawn (SSPN, section 46(1)(k)): deposits less withdrawals, never negative. */
export function netDeposit(
  relief: Pick<Relief, 'netOfWithdrawals'>,
  year: { depositsSen: number; withdrawalsSen: number; educationWithdrawalsSen: number },
): number {
  const ignored = relief.netOfWithdrawals === 'education-withdrawals-ignored'
  const withdrawalsSen = year.withdrawalsSen + (ignored ? 0 : year.educationWithdrawalsSen)
  return Math.max(0, year.depositsSen - withdrawalsSen)
}

/**
 * Contributions to a scheme as spending by code. Voluntary contributions use what the compulsory ones leave of the limit;
 * the rest goes to the relief for the excess (EPF and life insurance, section 49(1)).
 */
export function splitVoluntary(
  year: TaxYear,
  code: string,
  paid: { compulsorySen: number; voluntarySen: number },
): Record<string, number> {
  const relief = findRelief(year, code)
  const other = relief?.voluntaryExcessTo
  const room = Math.max(0, (relief?.limitSen ?? 0) - paid.compulsorySen)
  if (!other || relief.limitSen === null) return { [code]: paid.compulsorySen + paid.voluntarySen }
  const here = Math.min(paid.voluntarySen, room)
  return { [code]: paid.compulsorySen + here, [other]: paid.voluntarySen - here }
}

/**
 * The share of a limit for a co-owner, in proportion to what each paid (housing loan, section 46B).
 * @param togetherSen what all owners paid; up to the limit, each claims what they paid
 */
export function shareOfLimit(limitSen: number, ownSen: number, togetherSen: number): number {
  return togetherSen <= limitSen ? ownSen : proportionDown(limitSen, ownSen, togetherSen)
}

/**
 * A plan paid in advance, apportioned by months to the years it covers (EV charging, section 46(1)(v)). The parts add up
 * to the amount exactly.
 */
export function apportionByMonths(
  amountSen: number,
  plan: { from: { year: number; month: number }; months: number },
): { year: number; amountSen: number }[] {
  const { from, months } = plan
  const parts: { year: number; amountSen: number }[] = []
  let covered = 0
  for (let year = from.year, month = from.month; covered < months; year++, month = 1) {
    const next = Math.min(months, covered + 13 - month)
    const upTo = (count: number) => proportionDown(amountSen, count, months)
    parts.push({ year, amountSen: upTo(next) - upTo(covered) })
    covered = next
  }
  return parts
}
