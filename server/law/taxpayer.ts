import type { EarlierClaim } from './frequency.ts'
import type { FamilyFacts } from './grants.ts'
import type { RebateClaim } from './rebates.ts'
import type { ChargedIncome } from './tax.ts'

export type IncomeKind = 'employment' | 'business' | 'rent' | 'other' | ChargedIncome

/** A taxpayer, as the computation of a year needs them. All amounts in sen. */
export interface Taxpayer extends FamilyFacts, RebateClaim {
  /** Statutory income by kind; dividends and LLP profit as received, before their threshold. */
  income: Partial<Record<IncomeKind, number>>
  /** Gifts by code. */
  gifts: Record<string, number>
  /** Spending by relief code. */
  spend: Record<string, number>
  people: { child: number; parent: number }
  earlier: EarlierClaim[]
  /** Credit for tax paid abroad (sections 132 and 133). */
  foreignTaxCreditSen: number
  /** Monthly tax deductions (PCB), instalments and similar payments. */
  taxPaidSen: number
}

/** A taxpayer without any facts. */
export const emptyTaxpayer: Taxpayer = {
  resident: true,
  income: {},
  gifts: {},
  spend: {},
  people: { child: 0, parent: 0 },
  earlier: [],
  disabled: false,
  spouse: null,
  jointly: false,
  children: [],
  paid: {},
  trips: {},
  foreignTaxCreditSen: 0,
  taxPaidSen: 0,
}
