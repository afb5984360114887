import type { Estimate } from '../../../../../server/api-types.ts'

type Computation = Estimate['computation']

/** A part of the income and the tax on it. */
export interface IncomePart {
  kind: 'relief' | 'gifts' | 'rate'
  /** Of the part, in percent; 0 for what is not taxed. */
  ratePercent: number
  incomeSen: number
  /** Null where the part is not taxed at all. */
  taxSen: number | null
}

/** Where the income goes: what reliefs and gifts keep free of tax, then each rate. Together it is the whole income. */
export function partsOf(computation: Computation): IncomePart[] {
  const { aggregateIncomeSen, totalIncomeSen, chargeableIncomeSen, bands, charges } = computation
  const free = (kind: 'relief' | 'gifts', incomeSen: number): IncomePart[] =>
    incomeSen > 0 ? [{ kind, ratePercent: 0, incomeSen, taxSen: null }] : []
  const taxed = [
    ...bands.lines.map(({ ratePercent, incomeSen, taxSen }) => ({ ratePercent, incomeSen, taxSen })),
    ...charges.map(({ ratePercent, chargeableSen, taxSen }) => ({
      ratePercent,
      incomeSen: chargeableSen,
      taxSen,
    })),
  ]
  return [
    ...free('relief', totalIncomeSen - chargeableIncomeSen),
    ...free('gifts', aggregateIncomeSen - totalIncomeSen),
    ...taxed.filter(({ incomeSen }) => incomeSen > 0).map((part) => ({ kind: 'rate' as const, ...part })),
  ]
}
