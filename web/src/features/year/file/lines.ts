import type { ComputedLine, NotKeptLine, TaxReturn, TaxReturnLine } from '../../../../../server/api-types.ts'
import { toTyped } from '../../../i18n/money.ts'

/** What goes into the clipboard: without commas, and without sen where there are none. */
export const plainAmount = (sen: number) => toTyped(sen).replace(/\.00$/, '')

export interface ShownLine extends TaxReturnLine {
  amountSen: number
  /** The person entered the amount as it is now. */
  isEntered: boolean
  /** Another amount was entered before the claim changed. */
  isChanged: boolean
}

/** The lines with an amount to enter: those without one only where they are wanted, or were entered with one. */
export function shownLines({ lines }: Pick<TaxReturn, 'lines'>, withEmpty: boolean): ShownLine[] {
  return lines.flatMap((line) => {
    const { amountSen, enteredSen } = line
    if (amountSen === null || !(withEmpty || amountSen > 0 || (enteredSen ?? 0) > 0)) return []
    return [
      {
        ...line,
        amountSen,
        isEntered: enteredSen === amountSen,
        isChanged: enteredSen !== null && enteredSen !== amountSen,
      },
    ]
  })
}

/** What stands in the list: an amount to enter, a question without an answer, a sum of the form, or neither. */
export type FormRow =
  | { kind: 'entered'; line: ShownLine }
  | { kind: 'open'; line: TaxReturnLine }
  | { kind: 'computed'; line: ComputedLine }
  | { kind: 'not-kept'; line: NotKeptLine }

export const sectionNames = ['tax', 'gifts', 'reliefs'] as const
export interface FormSection {
  name: (typeof sectionNames)[number]
  rows: FormRow[]
}

/** Without these answers the return of nearly everybody is wrong, so their lines are never hidden. */
const NEEDED: ReadonlySet<TaxReturnLine['missing']> = new Set([
  'employment',
  'business',
  'tax-paid',
  'instalments',
  'spouse',
  'children',
  'epf',
])

/** All rows of the form in its order, part by part. */
export function sectionsOf(taxReturn: TaxReturn, withEmpty: boolean): FormSection[] {
  const rows = [
    ...shownLines(taxReturn, withEmpty).map((line): FormRow => ({ kind: 'entered', line })),
    ...openLines(taxReturn, withEmpty).map((line): FormRow => ({ kind: 'open', line })),
    ...taxReturn.computed
      .filter((line) => withEmpty || isTelling(line, taxReturn))
      .map((line): FormRow => ({ kind: 'computed', line })),
    ...(withEmpty ? taxReturn.notKept : []).map((line): FormRow => ({ kind: 'not-kept', line })),
  ].sort((a, b) => a.line.order - b.line.order)
  return sectionNames
    .map((name) => ({ name, rows: rows.filter(({ line }) => sectionOf(line.part) === name) }))
    .filter((section) => section.rows.length > 0)
}

const sectionOf = (part: FormRow['line']['part']) => (part === 'gifts' || part === 'reliefs' ? part : 'tax')

/** One question leaves several lines open; the first of them says so. */
function openLines({ lines }: TaxReturn, withEmpty: boolean): TaxReturnLine[] {
  const open = lines.filter(({ amountSen }) => amountSen === null)
  if (withEmpty) return open
  return open.filter(
    ({ missing }, index) =>
      NEEDED.has(missing) && open.findIndex((other) => other.missing === missing) === index,
  )
}

/** A sum that says more than the line before it. */
function isTelling({ code, amountSen }: ComputedLine, { assessment, lines }: TaxReturn): boolean {
  const has = (...codes: string[]) =>
    lines.some((line) => codes.includes(line.code) && (line.amountSen ?? 0) > 0)
  if (code === 'total-income-together') return assessment === 'joint'
  if (code === 'aggregate-business') return has('income-partnership', 'business-losses')
  if (code === 'business-total') return has('business-losses')
  if (code === 'after-losses') return has('current-year-losses')
  if (code === 'after-angel' || code === 'after-gifts' || code === 'gift-pool') return false
  return amountSen !== null && amountSen !== 0
}
