import { type PcbYear, pcbYear } from './parameters.ts'
import { firstReadings, type OpenPoint, openPoints, type Reading, type Readings } from './readings.ts'

/** 1: single. 2: married, spouse without income. 3: married with a working spouse, divorced, widowed, single with an adopted child. */
export const categories = [1, 2, 3] as const
export type PcbCategory = (typeof categories)[number]

/** How the employee is taxed. The last three are taxed at 15 %. */
export const regimes = [
  'resident',
  'non-resident',
  'returning-expert',
  'knowledge-worker',
  'c-suite',
] as const
export type PcbRegime = (typeof regimes)[number]

/** Who is paid, as the deduction needs it. */
export interface PcbEmployee {
  category: PcbCategory
  regime: PcbRegime
  /** Units of child relief, in halves. */
  childUnits: number
  disabled: boolean
  /** Counts in category 2 only. */
  spouseDisabled: boolean
}

/** What has happened in the year before: at this employer, and at former ones by form TP3. Amounts in sen. */
export interface PcbEarlier {
  /** Y: taxable pay, bonus included. */
  paySen: number
  /** K: EPF and other approved funds, as deducted. */
  epfSen: number
  /** LP: reliefs by form TP1 or TP3. */
  reliefsSen: number
  /** Z: zakat and departure levy. */
  zakatSen: number
  /** X: PCB, without CP38 and without more than was due at the employee's request. */
  deductedSen: number
}

/** What is paid in one month. Amounts in sen. */
export interface PcbPay {
  /** Y1: taxable pay of the month without additional remuneration. */
  paySen: number
  /** K1: EPF on it. */
  epfSen: number
  /** Yt: bonus, arrears and other additional remuneration. */
  additionalSen: number
  /** Kt: EPF on it. */
  additionalEpfSen: number
  /** LP1: reliefs by form TP1 in this month. */
  reliefsSen: number
  /** Zakat and departure levy that come off this month's deduction. */
  zakatSen: number
}

export interface PcbMonth extends PcbEmployee, PcbPay {
  year: number
  month: number
  earlier: PcbEarlier
}

/** The figures on the way, under the specification's letters in docs/pcb.md. Amounts in sen; null: not a step of this method. */
export interface PcbSteps {
  /** K2: EPF expected in each remaining month. */
  epfExpectedSen: number | null
  /** The same once the EPF on additional remuneration is paid. */
  epfExpectedAfterAdditionalSen: number | null
  /** P: chargeable income of the year without additional remuneration. */
  chargeableSen: number | null
  /** P with it. */
  chargeableWithAdditionalSen: number | null
  /** A: the deduction on the month's normal pay, cut to the sen, before the minimum. */
  onPaySen: number
  /** B: the deductions of the year without additional remuneration. */
  yearWithoutAdditionalSen: number | null
  /** CS: the tax of the year with it, before zakat. */
  yearTaxSen: number | null
  /** C: the deduction on additional remuneration, before the minimum. */
  onAdditionalSen: number
  /** A and C, each nothing below the minimum, together rounded up to 5 sen. */
  beforeZakatSen: number
  /** What the employer deducts. */
  deductSen: number
}

/** An open point that changes this deduction, with the result of both readings. */
export interface PcbOpen {
  point: OpenPoint
  results: { reading: Reading; deductSen: number }[]
}

export interface PcbDeduction extends PcbSteps {
  open: PcbOpen[]
}

/** The deduction of this month cannot be computed; the message says why. */
export class PcbUnknownError extends Error {
  override name = 'PcbUnknownError'
}

/**
 * The deduction of one month by the computerised method of LHDN.
 * @throws PcbUnknownError for a month whose rules were not read
 * @throws RangeError for amounts that are negative or not whole sen, and for what cannot be, such as children in category 1
 */
export function monthlyDeduction(month: PcbMonth): PcbDeduction {
  const law = lawOf(month)
  check(month)
  const steps = stepsOf(law, month, firstReadings)
  const open = (Object.keys(openPoints) as OpenPoint[]).flatMap((point): PcbOpen[] => {
    const [first, second] = openPoints[point]
    const other = stepsOf(law, month, { ...firstReadings, [point]: second })
    if (other.deductSen === steps.deductSen) return []
    const results = [
      { reading: first, deductSen: steps.deductSen },
      { reading: second, deductSen: other.deductSen },
    ]
    return [{ point, results }]
  })
  return { ...steps, open }
}

function lawOf({ year, month }: Pick<PcbMonth, 'year' | 'month'>): PcbYear {
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError(`${month} is not a month`)
  const law = pcbYear(year)
  if (!law) throw new PcbUnknownError(`the rules of the monthly deduction of ${year} were not read`)
  if (month < law.firstMonth)
    throw new PcbUnknownError(
      `until May 2023 the deduction ran on the rates of 2022, and that table was not read`,
    )
  return law
}

function check({ category, childUnits, earlier, ...month }: PcbMonth) {
  const { paySen, epfSen, additionalSen, additionalEpfSen, reliefsSen, zakatSen } = month
  const amounts = { paySen, epfSen, additionalSen, additionalEpfSen, reliefsSen, zakatSen }
  for (const [name, sen] of [...Object.entries(amounts), ...Object.entries(earlier)])
    if (!Number.isSafeInteger(sen) || sen < 0 || sen > 1e13)
      throw new RangeError(`${name}: ${sen} is no amount in sen`)
  if (!Number.isInteger(childUnits * 2) || childUnits < 0 || childUnits > 300)
    throw new RangeError(`${childUnits} is no number of units of child relief`)
  if (category === 1 && childUnits > 0)
    throw new RangeError('there are no children in category 1; who has adopted one is in category 3')
}

function stepsOf(law: PcbYear, month: PcbMonth, readings: Readings): PcbSteps {
  if (month.regime === 'non-resident') return nonResident(law, month, readings)
  return month.regime === 'resident' ? resident(law, month, readings) : flat(law, month, readings)
}

/** 30 % of what is paid. Nothing is deducted from it. */
function nonResident(law: PcbYear, month: PcbMonth, readings: Readings): PcbSteps {
  const rated = (sen: number) => percentDown(sen, law.nonResidentRate)
  const setsOff = readings['non-resident-zakat'] === 'set-off'
  const amounts = { onPaySen: rated(month.paySen), onAdditionalSen: rated(month.additionalSen) }
  return {
    ...withoutYear,
    ...amounts,
    ...lastStep(law, { ...amounts, zakatSen: setsOff ? month.zakatSen : 0 }, readings),
  }
}

const withoutYear = {
  epfExpectedSen: null,
  epfExpectedAfterAdditionalSen: null,
  chargeableSen: null,
  chargeableWithAdditionalSen: null,
  yearWithoutAdditionalSen: null,
  yearTaxSen: null,
}

/** The tax of the year by the table, spread over the months that remain; that on a bonus at once. */
function resident(law: PcbYear, month: PcbMonth, readings: Readings): PcbSteps {
  const tax = (chargeableSen: number) => tableTax(law, month.category, chargeableSen, readings)
  return spread(law, month, readings, tax)
}

/** 15 % of chargeable income, spread over the months that remain. */
function flat(law: PcbYear, month: PcbMonth, readings: Readings): PcbSteps {
  const tax = (chargeableSen: number) => flatTax(law, month, chargeableSen, readings)
  if (readings['flat-additional'] === 'as-a-bonus' || month.additionalSen === 0)
    return spread(law, month, readings, tax)
  const { without, withAdditional } = chargeableIncome(law, month)
  const yearTaxSen = tax(withAdditional.chargeableSen)
  const onPaySen = monthly(yearTaxSen, month)
  const amounts = { onPaySen, onAdditionalSen: 0, zakatSen: month.zakatSen }
  return {
    epfExpectedSen: without.epfExpectedSen,
    epfExpectedAfterAdditionalSen: withAdditional.epfExpectedSen,
    chargeableSen: without.chargeableSen,
    chargeableWithAdditionalSen: withAdditional.chargeableSen,
    yearWithoutAdditionalSen: null,
    yearTaxSen,
    onPaySen,
    onAdditionalSen: 0,
    ...lastStep(law, amounts, readings),
  }
}

function spread(
  law: PcbYear,
  month: PcbMonth,
  readings: Readings,
  tax: (chargeableSen: number) => number,
): PcbSteps {
  const { without, withAdditional } = chargeableIncome(law, month)
  const onPaySen = monthly(tax(without.chargeableSen), month)
  const normal = {
    epfExpectedSen: without.epfExpectedSen,
    epfExpectedAfterAdditionalSen: withAdditional.epfExpectedSen,
    chargeableSen: without.chargeableSen,
    onPaySen,
  }
  const { zakatSen, earlier } = month
  const ignored = readings['yearly-below-minimum'] === 'not-counted' && onPaySen < law.minimumSen
  const yearWithoutAdditionalSen = earlier.deductedSen + (ignored ? 0 : onPaySen) * monthsWith(month)
  const yearTaxSen = tax(withAdditional.chargeableSen)
  const missingSen = yearTaxSen - (yearWithoutAdditionalSen + earlier.zakatSen)
  const onAdditionalSen = month.additionalSen === 0 ? 0 : Math.max(0, missingSen)
  return {
    ...normal,
    chargeableWithAdditionalSen: withAdditional.chargeableSen,
    yearWithoutAdditionalSen,
    yearTaxSen,
    onAdditionalSen,
    ...lastStep(law, { onPaySen, onAdditionalSen, zakatSen }, readings),
  }
}

/** n + 1: this month and those that remain. */
const monthsWith = ({ month }: PcbMonth) => 13 - month

const monthly = (taxSen: number, month: PcbMonth) => {
  const dueSen = taxSen - month.earlier.zakatSen - month.earlier.deductedSen
  return Math.max(0, Math.floor(dueSen / monthsWith(month)))
}

/** P, once with this month's additional remuneration and the EPF on it, and once without. Never negative. */
function chargeableIncome({ reliefs }: PcbYear, month: PcbMonth) {
  const { earlier, category, childUnits, reliefsSen } = month
  const remaining = 12 - month.month
  // Each amount counts up to what the limit still has room for, in the order in which they are paid.
  const limit = reliefs.epfSen
  const earlierEpfSen = Math.min(earlier.epfSen, limit)
  const epfSen = Math.min(month.epfSen, limit - earlierEpfSen)
  const additionalEpfSen = Math.min(month.additionalEpfSen, limit - earlierEpfSen - epfSen)
  const fixedSen =
    reliefs.individualSen +
    (category === 2 ? reliefs.spouseSen : 0) +
    (month.disabled ? reliefs.disabledSen : 0) +
    (category === 2 && month.spouseDisabled ? reliefs.disabledSpouseSen : 0) +
    reliefs.childUnitSen * childUnits +
    earlier.reliefsSen +
    reliefsSen
  const of = (additionalSen: number, additionalEpfSen: number) => {
    const room = limit - earlierEpfSen - epfSen - additionalEpfSen
    const epfExpectedSen = remaining === 0 ? 0 : Math.min(month.epfSen, Math.floor(room / remaining))
    const incomeSen =
      earlier.paySen - earlierEpfSen + (month.paySen - epfSen) + (month.paySen - epfExpectedSen) * remaining
    return {
      epfExpectedSen,
      chargeableSen: Math.max(0, incomeSen + additionalSen - additionalEpfSen - fixedSen),
    }
  }
  return { without: of(0, 0), withAdditional: of(month.additionalSen, additionalEpfSen) }
}

/** Tax by table 1, in which the rebate is deducted; cut to the sen. */
function tableTax(law: PcbYear, category: PcbCategory, chargeableSen: number, readings: Readings): number {
  const decidingSen = deciding(chargeableSen, readings)
  const band = law.bands.findLast(({ overSen }) => decidingSen > overSen)
  if (!band) return 0
  const taxSen = percentDown(chargeableSen - band.overSen, band.ratePercent) + band.taxUpToHereSen
  return Math.max(0, taxSen - rebate(law, category, decidingSen))
}

function flatTax(
  law: PcbYear,
  { category, regime }: PcbMonth,
  chargeableSen: number,
  readings: Readings,
): number {
  const decidingSen = deciding(chargeableSen, readings)
  const taxSen = percentDown(chargeableSen, law.flatRate)
  if (regime !== 'c-suite') return Math.max(0, taxSen - rebate(law, category, decidingSen))
  const isBelow = decidingSen <= law.rebateUpToSen
  return isBelow && readings['c-suite-below-table'] === 'nothing' ? 0 : taxSen
}

/** The chargeable income by which the row of a table is chosen. */
const deciding = (sen: number, readings: Readings) =>
  readings['band-of-sen'] === 'whole-ringgit' ? Math.floor(sen / 100) * 100 : sen

/** T: the rebate, twice for a couple with one income. */
const rebate = (law: PcbYear, category: PcbCategory, decidingSen: number) =>
  decidingSen > law.rebateUpToSen ? 0 : law.rebateSen * (category === 2 ? 2 : 1)

/**
 * The last step: A and C each count nothing below the minimum; their sum is rounded up to 5 sen; zakat comes off the sum.
 * What is left may be less than the minimum.
 */
export function lastStep(
  { minimumSen }: Pick<PcbYear, 'minimumSen'>,
  { onPaySen, onAdditionalSen, zakatSen }: { onPaySen: number; onAdditionalSen: number; zakatSen: number },
  readings: Readings = firstReadings,
): Pick<PcbSteps, 'beforeZakatSen' | 'deductSen'> {
  const afterRounding = readings['minimum-of-rounded'] === 'after-rounding'
  const due = (sen: number) => ((afterRounding ? roundUp(sen) : sen) < minimumSen ? 0 : sen)
  const beforeZakatSen = roundUp(due(onPaySen) + due(onAdditionalSen))
  return { beforeZakatSen, deductSen: Math.max(0, beforeZakatSen - zakatSen) }
}

const roundUp = (sen: number) => Math.ceil(sen / 5) * 5
const percentDown = (sen: number, percent: number) => Math.floor((sen * percent) / 100)
