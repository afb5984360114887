import { nobody, type Taxpayer } from '../law/taxpayer.ts'
import type { Spend } from './spend.ts'

/** Who claims, as the law's computation needs them. */
export const claimantOf = ({ trips, ...spend }: Spend): Taxpayer => ({
  ...nobody,
  ...spend,
  trips: Object.fromEntries(
    Object.entries(trips).map(([code, paidSen]) => [code, { paidSen, earlierTrips: 0 }]),
  ),
})
