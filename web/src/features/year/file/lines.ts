import type { TaxReturn, TaxReturnLine } from '../../../../../server/api-types.ts'
import { toTyped } from '../../../i18n/money.ts'

/** What goes into the clipboard: without commas, and without sen where there are none. */
export const plainAmount = (sen: number) => toTyped(sen).replace(/\.00$/, '')

export interface ShownLine extends TaxReturnLine {
  /** The person entered the amount as it is now. */
  isEntered: boolean
  /** Another amount was entered before the claim changed. */
  isChanged: boolean
}

/** The lines as they are shown: those without an amount only where they are wanted, or were entered with one. */
export function shownLines({ lines }: Pick<TaxReturn, 'lines'>, withEmpty: boolean): ShownLine[] {
  return lines
    .filter(({ amountSen, enteredSen }) => withEmpty || amountSen > 0 || (enteredSen ?? 0) > 0)
    .map((line) => ({
      ...line,
      isEntered: line.enteredSen === line.amountSen,
      isChanged: line.enteredSen !== null && line.enteredSen !== line.amountSen,
    }))
}
