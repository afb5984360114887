import type { FormKind } from '../../law/year.ts'

/** Stands for the lines of all charges at a flat rate, and of all rebates. */
const CHARGES = '(charges)'
const REBATES = '(rebates)'

const TO_BALANCE = [
  'total-income',
  'income-of-spouse',
  'spouse-dividends',
  'spouse-aggregate-income',
  'total-income-together',
  'reliefs-deducted',
  'chargeable-income',
  CHARGES,
  'tax-first-band',
  'tax-balance-band',
  'tax-by-bands',
  'tax-total',
  REBATES,
  'rebate-total',
  'tax-charged',
  'tax-deducted',
  'foreign-tax-credit',
  'tax-payable',
  'tax-repayable',
  'tax-paid',
  'agent-deductions',
  'instalments',
  'balance',
]

/** The lines from income to the balance in the order of the form: Part B of both. */
const PART_B: Record<FormKind, readonly string[]> = {
  BE: [
    // On neither form of BE, but what was entered is never left out.
    'income-business',
    'income-partnership',
    'business-losses',
    'income-employment',
    'income-dividend',
    'income-rent',
    'income-other',
    'income-llp-profit',
    'income-foreign',
    'aggregate-income',
    'angel-deduction',
    'current-year-losses',
    'gifts-deducted',
    ...TO_BALANCE,
  ],
  B: [
    'income-business',
    'income-partnership',
    'income-business-foreign',
    'aggregate-business',
    'business-losses',
    'business-total',
    'income-employment',
    'income-dividend',
    'income-rent',
    'income-other',
    'income-llp-profit',
    'income-foreign',
    'aggregate-income',
    'angel-deduction',
    'after-angel',
    'current-year-losses',
    'after-losses',
    'prospecting-expenditure',
    'gifts-deducted',
    'after-gifts',
    'pioneer-income',
    ...TO_BALANCE,
  ],
}

export const isOnForm = (form: FormKind, code: string) => PART_B[form].includes(code)

/** The lines that only Form B has. Form BE shows them where something was entered. */
export const isOfBusiness = (code: string): boolean =>
  ['income-business', 'income-partnership', 'business-losses', 'current-year-losses'].includes(code)

/** Lines of Part B in the order of the form. */
export function inFormOrder<Line extends { code: string; group?: 'charges' | 'rebates' | undefined }>(
  form: FormKind,
  lines: readonly Line[],
): Line[] {
  const placeOf = ({ code, group }: Line) =>
    PART_B[form].indexOf(group === 'charges' ? CHARGES : group === 'rebates' ? REBATES : code)
  return lines.toSorted((a, b) => placeOf(a) - placeOf(b))
}
