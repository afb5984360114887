import { Refusal, type ValueError } from '../errors.ts'
import type { Text } from '../language.ts'
import { apportionByMonths } from '../law/amounts.ts'
import { claimable } from '../law/claimable.ts'
import type { Law } from '../law/law.ts'
import type { Allocation } from '../receipts/allocation.ts'
import { type Receipt, yearOfAssessment } from '../receipts/model.ts'
import { say } from '../texts/index.ts'

/** A part of a receipt as the user allocates it. */
export interface AllocationInput {
  relief: string | null
  sen: number
  person?: Allocation['person'] | undefined
  /** A year of assessment other than the receipt's own: for a refund or credit note that reverses an earlier claim. */
  year?: number | undefined
  /** A plan paid in advance; `from` is its first month (YYYY-MM). */
  plan?: { from: string; months: number } | undefined
}

/**
 * The allocations to store. Each part is checked against the law of the year in which it is claimed.
 * @throws Refusal validation_failed naming each part that is not possible
 */
export function toAllocations(law: Law, receipt: Receipt, inputs: AllocationInput[]): Allocation[] {
  const own = yearOfAssessment(receipt)
  if (own === null && inputs.some(({ relief }) => relief !== null)) {
    throw new Refusal(
      'validation_failed',
      say(({ refusals }) => refusals.needsDate),
      { errors: [{ path: '/date', message: say(({ values }) => values.requiredOrPaidOn) }] },
    )
  }
  const errors: ValueError[] = []
  const allocations = inputs.flatMap((input, index): Allocation[] => {
    const wrong = (member: string, message: Text): Allocation[] => {
      errors.push({ path: `/allocations/${index}/${member}`, message })
      return []
    }
    const { relief: code, sen, person = null } = input
    if (code === null || own === null)
      return [{ relief: null, sen, person: null, year: null, otherYears: false }]
    if (input.year !== undefined && sen >= 0) {
      return wrong(
        'year',
        say(({ values }) => values.onlyForNotes),
      )
    }
    const ya = input.year ?? own
    const year = law.year(ya)
    if (!year)
      return wrong(
        'year',
        say(({ values }) => values.yearWithoutData(ya)),
      )
    const claim = claimable(year, code)
    if (!claim)
      return wrong(
        'relief',
        say(({ values }) => values.notClaimable(code, year.year)),
      )
    if (person !== null && !claim.for.includes(person))
      return wrong(
        'person',
        say(({ values }) => values.oneOf(claim.for.join(', '))),
      )
    const onlyOne = claim.for.length === 1 ? (claim.for[0] ?? null) : null
    const part = {
      relief: code,
      person: person ?? onlyOne,
      ...(claim.needs.includes('certificate') && { needsCertificate: true as const }),
    }
    if (input.plan && !claim.apportioned)
      return wrong(
        'plan',
        say(({ values }) => values.onlyApportioned),
      )
    if (input.plan && sen >= 0 && Number(input.plan.from.slice(0, 4)) < own)
      return wrong(
        'plan',
        say(({ values }) => values.planTooEarly),
      )
    return input.plan
      ? planned(part, sen, own, input.plan)
      : [
          {
            ...part,
            sen,
            year: ya === own ? null : ya,
            otherYears: ya !== own || claim.dependsOnEarlierYears,
          },
        ]
  })
  if (errors.length > 0) {
    throw new Refusal(
      'validation_failed',
      say(({ refusals }) => refusals.notClaimable),
      { errors },
    )
  }
  return allocations
}

/** One allocation per year of the plan. */
const planned = (
  part: Pick<Allocation, 'relief' | 'person' | 'needsCertificate'>,
  sen: number,
  own: number,
  { from, months }: { from: string; months: number },
): Allocation[] =>
  apportionByMonths(sen, {
    from: { year: Number(from.slice(0, 4)), month: Number(from.slice(5)) },
    months,
  }).map(({ year, amountSen }) => ({
    ...part,
    sen: amountSen,
    year: year === own ? null : year,
    otherYears: true,
  }))
