import { proportionDown, roundHundredths, sum } from './money.ts'
import type { Rule } from './relief.ts'
import type { EmploymentRate, FlatCharge, TaxYear } from './year.ts'

export interface BandLine {
  overSen: number
  /** null: no end. */
  upToSen: number | null
  ratePercent: number
  /** The part of the income in this band. */
  incomeSen: number
  taxSen: number
}

/** Tax by the bands. The lines add up to the tax exactly: the rounding of a band is carried to the next. */
export function bandTax({ bands }: TaxYear, incomeSen: number): { lines: BandLine[]; taxSen: number } {
  let hundredths = 0
  const lines = bands.steps.map(({ overSen, ratePercent }, index): BandLine => {
    const upToSen = bands.steps[index + 1]?.overSen ?? null
    const inBand = Math.max(0, Math.min(incomeSen, upToSen ?? incomeSen) - overSen)
    const before = roundHundredths(hundredths)
    hundredths += inBand * ratePercent
    const taxSen = roundHundredths(hundredths) - before
    return { overSen, upToSen, ratePercent, incomeSen: inBand, taxSen }
  })
  return { lines, taxSen: roundHundredths(hundredths) }
}

export type ChargedIncome = FlatCharge['income']

export interface FlatLine extends Rule {
  code: string
  ratePercent: number
  /** The part of chargeable income that the rate applies to: A / B × C. */
  chargeableSen: number
  taxSen: number
}

export interface ChargeableIncome {
  chargeableSen: number
  aggregateSen: number
  /** By kind of income: the part above the threshold, which is included in aggregate income. */
  aboveThreshold: Partial<Record<ChargedIncome, number>>
  resident: boolean
  /** Income from employment that is taxed at a rate of its own. */
  employment: { rate: EmploymentRate; incomeSen: number } | null
}

const flatLine = (
  { code, section, sources, verified, ratePercent }: Rule & { code: string; ratePercent: number },
  chargeableSen: number,
): FlatLine => {
  const taxSen = roundHundredths(chargeableSen * ratePercent)
  return { code, section, sources, verified, ratePercent, chargeableSen, taxSen }
}

export type IncomeTax = ReturnType<typeof incomeTax>

/**
 * Tax on chargeable income (Schedule 1). Of chargeable income C, the part A / B × C is taxed at a flat rate, where A is a kind
 * of income above its threshold, or that of an approved employee, and B is aggregate income. The bands apply to the rest;
 * to a non-resident's, one rate.
 */
export function incomeTax(year: TaxYear, income: ChargeableIncome) {
  const { chargeableSen, aggregateSen, aboveThreshold, employment, resident } = income
  const share = (incomeSen: number) => proportionDown(chargeableSen, incomeSen, aggregateSen)
  const flat = year.flatCharges.map((charge) => flatLine(charge, share(aboveThreshold[charge.income] ?? 0)))
  if (employment && resident) flat.push(flatLine(employment.rate, share(employment.incomeSen)))
  const restSen = chargeableSen - sum(flat.map((line) => line.chargeableSen))
  if (!resident) flat.push(flatLine(year.nonResident, restSen))
  const byBands = resident ? bandTax(year, restSen) : { lines: [], taxSen: 0 }
  return {
    bands: byBands.lines,
    bandTaxSen: byBands.taxSen,
    flat,
    taxSen: byBands.taxSen + sum(flat.map((line) => line.taxSen)),
  }
}
