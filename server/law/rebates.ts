import { sum, wholeSen } from './money.ts'
import type { Rule } from './relief.ts'
import type { Rebate, TaxYear } from './year.ts'

export interface RebateClaim {
  /** What was paid, by rebate code (zakat and fitrah). */
  paid: Record<string, number>
  /** What was paid for each trip of the year, and how many trips earlier years used, by rebate code. */
  trips: Record<string, { paidSen: number[]; earlierTrips: number }>
}

export interface RebateLine extends Rule {
  code: string
  /** What the rebate would be without the limit of the tax itself. */
  grantedSen: number
  allowedSen: number
}

/**
 * Rebates (section 6A) in their order. Together they are at most the tax; what is over is lost (section 6A(4)).
 * @param isAllowed whether a relief was allowed
 */
export function rebateLines(
  year: TaxYear,
  claim: RebateClaim,
  tax: { taxSen: number; chargeableSen: number; isAllowed: (reliefCode: string) => boolean },
): RebateLine[] {
  let remainingSen = tax.taxSen
  return year.rebates.map((rebate) => {
    const { code, section, sources, verified, chargeableUpToSen, requiresRelief } = rebate
    const holds =
      (chargeableUpToSen === undefined || tax.chargeableSen <= chargeableUpToSen) &&
      (requiresRelief === undefined || tax.isAllowed(requiresRelief))
    const grantedSen = holds ? amountOf(rebate, claim) : 0
    const allowedSen = Math.min(grantedSen, remainingSen)
    remainingSen -= allowedSen
    return { code, section, sources, verified, grantedSen, allowedSen }
  })
}

function amountOf({ code, kind, amountSen, tripsInLifetime }: Rebate, claim: RebateClaim): number {
  switch (kind) {
    case 'fixed':
      return amountSen ?? 0
    case 'paid':
      return Math.max(0, wholeSen(claim.paid[code] ?? 0, code))
    case 'trips': {
      const { paidSen, earlierTrips } = claim.trips[code] ?? { paidSen: [], earlierTrips: 0 }
      const tripsLeft = Math.max(0, (tripsInLifetime ?? 0) - earlierTrips)
      const dearestFirst = paidSen.map((sen) => wholeSen(sen, code)).sort((a, b) => b - a)
      // A levy that was given back is of one of these trips.
      return Math.max(0, Math.min(sum(dearestFirst), sum(dearestFirst.slice(0, tripsLeft))))
    }
  }
}
