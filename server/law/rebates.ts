import { sum, wholeSen } from './money.ts'
import type { Rule } from './relief.ts'
import type { Rebate, TaxYear } from './year.ts'

export interface RebateClaim {
  /** Rebates are for residents. Left out: resident. */
  resident?: boolean
  /** What was paid, by rebate code (zakat and fitrah). */
  paid: Record<string, number>
  /** By rebate code: the amount paid for each trip of the year, and the number of trips claimed in earlier years. */
  trips: Record<string, { paidSen: number[]; earlierTrips: number }>
}

export interface RebateLine extends Rule {
  code: string
  /** The rebate before it is limited to the tax. */
  grantedSen: number
  allowedSen: number
}

/**
 * Rebates (section 6A) in their order. Together they are at most the tax; the excess is lost (section 6A(4)).
 * @param tax.isAllowed whether a relief was allowed
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
      claim.resident !== false &&
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
      const remainingTrips = Math.max(0, (tripsInLifetime ?? 0) - earlierTrips)
      const dearestFirst = paidSen.map((sen) => wholeSen(sen, code)).sort((a, b) => b - a)
      // A refunded levy belongs to one of these trips.
      return Math.max(0, Math.min(sum(dearestFirst), sum(dearestFirst.slice(0, remainingTrips))))
    }
  }
}
