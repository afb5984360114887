import {
  monthlyDeduction,
  type PcbDeduction,
  type PcbEarlier,
  type PcbEmployee,
  type PcbPay,
} from './deduction.ts'

/** The pay of the months of a year at this employer, from the first one to December. */
export interface PcbPlan extends PcbEmployee {
  year: number
  /** The month whose deduction is asked for. */
  month: number
  firstMonth: number
  /** Before the first month: former employers (TP3), and months of which only the sums are known. */
  earlier: PcbEarlier
  /** From the first month to December. */
  months: PlannedMonth[]
}

export interface PlannedMonth extends PcbPay {
  /** What the payslip says was deducted; null: what the method says. */
  deductedSen: number | null
}

export interface PcbTableMonth {
  month: number
  /** Deducted by the payslip, for a month before the one asked for; null: not told. */
  deductedSen: number | null
  /** What the method says had each month before been deducted by it. */
  shouldSen: number
  /** What is to be deducted from the month asked for on, so that what was deducted before is made up for; null before it. */
  toComeSen: number | null
}

/** A year of deductions. Amounts in sen. */
export interface PcbTable {
  deduction: PcbDeduction
  months: PcbTableMonth[]
  /** Deducted until now, by former employers too. */
  deductedSen: number
  shouldHaveBeenSen: number
  toComeSen: number
  /**
   * The tax of the year on what the employer knows, after zakat. Null if the method knows none: of a non-resident the
   * deduction is the tax.
   */
  yearTaxSen: number | null
  /** How much more is deducted in the year than `yearTaxSen`. */
  overSen: number | null
}

/**
 * The deductions of a year, month by month.
 * @throws as `monthlyDeduction`
 */
export function deductionsOfYear(plan: PcbPlan): PcbTable {
  const { firstMonth, month: asked, earlier, months: planned } = plan
  if (firstMonth > asked || planned.length !== 13 - firstMonth)
    throw new RangeError(
      `the pay of months ${firstMonth} to 12 is needed, and month ${asked} must be one of them`,
    )
  let paid = earlier
  let should = earlier
  let toComeSen = 0
  let zakatSen = earlier.zakatSen
  let deduction: PcbDeduction | undefined
  let last: PcbDeduction | undefined
  const months = planned.map((pay, index): PcbTableMonth => {
    const month = firstMonth + index
    const deduct = (before: PcbEarlier) =>
      monthlyDeduction({ ...employeeOf(plan), ...pay, month, earlier: before })
    const shouldSen = deduct(should).deductSen
    should = after(should, pay, shouldSen)
    zakatSen += pay.zakatSen
    if (month < asked) {
      paid = after(paid, pay, pay.deductedSen ?? shouldSen)
      return { month, deductedSen: pay.deductedSen, shouldSen, toComeSen: null }
    }
    last = deduct(paid)
    deduction ??= last
    toComeSen += last.deductSen
    paid = after(paid, pay, last.deductSen)
    return { month, deductedSen: null, shouldSen, toComeSen: last.deductSen }
  })
  if (!deduction || !last) throw new RangeError('no month is asked for')
  const yearTaxSen = last.yearTaxSen === null ? null : Math.max(0, last.yearTaxSen - zakatSen)
  const deductedSen = paid.deductedSen - toComeSen
  return {
    deduction,
    months,
    deductedSen,
    shouldHaveBeenSen: should.deductedSen - sumFrom(months, asked),
    toComeSen,
    yearTaxSen,
    overSen: yearTaxSen === null ? null : paid.deductedSen - yearTaxSen,
  }
}

/** What should have been deducted from this month on. */
const sumFrom = (months: PcbTableMonth[], asked: number) =>
  months.reduce((total, { month, shouldSen }) => (month < asked ? total : total + shouldSen), 0)

const employeeOf = ({ year, category, regime, childUnits, disabled, spouseDisabled }: PcbPlan) => ({
  year,
  category,
  regime,
  childUnits,
  disabled,
  spouseDisabled,
})

const after = (before: PcbEarlier, pay: PcbPay, deductedSen: number): PcbEarlier => ({
  paySen: before.paySen + pay.paySen + pay.additionalSen,
  epfSen: before.epfSen + pay.epfSen + pay.additionalEpfSen,
  reliefsSen: before.reliefsSen + pay.reliefsSen,
  zakatSen: before.zakatSen + pay.zakatSen,
  deductedSen: before.deductedSen + deductedSen,
})

/**
 * The monthly value of a benefit in kind or of living accommodation that counts as pay: the value of the year over the
 * months from the first one to December, without the sen, as LHDN's example has it.
 */
export const benefitOfMonth = (yearSen: number, firstMonth: number) =>
  Math.floor(yearSen / (13 - firstMonth) / 100) * 100
