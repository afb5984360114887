import { Refusal } from '../errors.ts'
import { apportionByMonths } from '../law/amounts.ts'
import { claimable } from '../law/claimable.ts'
import type { Law } from '../law/law.ts'
import type { TaxYear } from '../law/year.ts'
import type { Allocation } from '../receipts/allocation.ts'
import { type Receipt, yearOfAssessment } from '../receipts/model.ts'

/** How a person says what a part of a receipt counts for. */
export interface AllocationInput {
  relief: string | null
  sen: number
  person?: Allocation['person'] | undefined
  /** Another year of assessment than the receipt's own: for a note that takes back an earlier claim. */
  year?: number | undefined
  /** What was paid ahead for months to come, from the first of them (YYYY-MM). */
  plan?: { from: string; months: number } | undefined
}

/**
 * What is stored of what a person says, each part checked against the law of the year it counts in.
 * @throws Refusal validation_failed naming each part that cannot be
 */
export function toAllocations(law: Law, receipt: Receipt, inputs: AllocationInput[]): Allocation[] {
  const own = yearOfAssessment(receipt)
  if (own === null && inputs.some(({ relief }) => relief !== null)) {
    throw new Refusal('validation_failed', 'The receipt needs a date: it decides the year it counts in.', {
      extra: { errors: [{ path: '/date', message: 'is needed, or paidOn' }] },
    })
  }
  const errors: { path: string; message: string }[] = []
  const allocations = inputs.flatMap((input, index): Allocation[] => {
    const wrong = (member: string, message: string): Allocation[] => {
      errors.push({ path: `/allocations/${index}/${member}`, message })
      return []
    }
    const { relief: code, sen, person = null } = input
    if (code === null || own === null)
      return [{ relief: null, sen, person: null, year: null, otherYears: false }]
    if (input.year !== undefined && sen >= 0) {
      return wrong('year', 'is for notes that take back what an earlier year claimed; a plan has `plan`')
    }
    const ya = input.year ?? own
    const year = law.year(ya)
    if (!year) return wrong('year', `there is no law here for the year of assessment ${ya}`)
    const claim = claimable(year, code)
    if (!claim) return wrong('relief', unknownCode(year, code))
    if (person !== null && !claim.for.includes(person))
      return wrong('person', `must be one of ${claim.for.join(', ')}`)
    const onlyOne = claim.for.length === 1 ? (claim.for[0] ?? null) : null
    const part = { relief: code, person: person ?? onlyOne }
    if (input.plan && !claim.apportioned)
      return wrong('plan', 'is only for a relief that the law apportions over years')
    if (input.plan && sen >= 0 && Number(input.plan.from.slice(0, 4)) < own)
      return wrong('plan', 'begins in a year before it was paid')
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
    throw new Refusal('validation_failed', 'The receipt cannot count for this.', { extra: { errors } })
  }
  return allocations
}

function unknownCode(year: TaxYear, code: string) {
  const isElsewhere = `${code} takes no receipts in the year of assessment ${year.year}`
  return `${isElsewhere}; GET /tax-years/${year.year}/reliefs lists what does`
}

/** One allocation a year, linked by standing on the same receipt. */
const planned = (
  part: Pick<Allocation, 'relief' | 'person'>,
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
