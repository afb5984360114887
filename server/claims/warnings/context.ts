import type { LeftOver } from '../../law/income.ts'
import type { TaxYear } from '../../law/year.ts'
import type { Facts } from '../../taxpayer/facts.ts'
import type { Statement } from '../../taxpayer/statements/model.ts'
import type { Couple } from '../couple.ts'
import type { CheckedAmounts } from '../set-aside.ts'
import type { ClaimedPart } from '../spend.ts'

/** What a year's facts are checked against. */
export interface FactsInContext {
  year: TaxYear
  facts: Facts
  parts: readonly ClaimedPart[]
  couple: Couple
  /** Claims against facts. */
  checked: CheckedAmounts
  /** The tax payable by both of the couple with other facts. */
  payableWith(facts: Facts): number
  statements: Statement[]
  /** What the latest earlier year with a business left of losses and capital allowances; null: nothing. */
  leftBefore: (LeftOver & { year: number }) | null
  /** The years, this one and earlier ones, whose facts cannot be read in full. */
  damagedYears: number[]
}
