import type { Claims, ClaimWarning } from '../../../../../server/api-types.ts'

/** What should be cleared before the return is filed. */
export interface ToClear {
  warnings: ClaimWarning[]
  /** Codes of amounts without a statement: one line for all of them, or they would hide the others. */
  withoutStatement: ClaimWarning[]
  unchecked: number
  undecided: string[]
}

export function toClear({ warnings, unconfirmed, undecided }: Claims): ToClear {
  const isAboutStatement = ({ code }: ClaimWarning) => code === 'statement_missing'
  return {
    warnings: warnings.filter((one) => !isAboutStatement(one)),
    withoutStatement: warnings.filter(isAboutStatement),
    unchecked: unconfirmed.receipts.length,
    undecided: undecided.receipts.map(({ id }) => id),
  }
}

export const countToClear = ({ warnings, withoutStatement, unchecked, undecided }: ToClear) =>
  warnings.length + [withoutStatement.length, unchecked, undecided.length].filter((some) => some > 0).length
