import type { EarlierClaim } from './frequency.ts'
import type { FamilyFacts } from './grants.ts'
import type { RebateClaim } from './rebates.ts'
import type { ChargedIncome } from './tax.ts'

export type IncomeKind = 'employment' | 'business' | 'partnership' | 'rent' | 'other' | ChargedIncome

/** A taxpayer, as the computation of a year needs them. All amounts in sen. */
export interface Taxpayer extends FamilyFacts, RebateClaim, Payments {
  /**
   * Statutory income by kind; that of own businesses before capital allowances, dividends and LLP profit as received, before
   * their threshold.
   */
  income: Partial<Record<IncomeKind, number>>
  business: BusinessDeductions
  /** Gifts by code. */
  gifts: Record<string, number>
  /** Spending by relief code. */
  spend: Record<string, number>
  people: { child: number; parent: number }
  earlier: EarlierClaim[]
  /** The code of the rate that this person's employment income was approved for. */
  employmentRate?: string | undefined
  /** Credit for tax paid abroad (sections 132 and 133). */
  foreignTaxCreditSen: number
}

/** What own businesses and partnerships may deduct. */
export interface BusinessDeductions {
  /** Of this year and brought forward. */
  capitalAllowancesSen: number
  /** Business losses of this year. */
  lossSen: number
  lossesBroughtForwardSen: number
}

/** What was paid of the tax already, by the boxes of the form. */
export interface Payments {
  /** Monthly tax deductions (PCB), and whatever has no other place here. */
  taxPaidSen: number
  /** Instalments of the person (CP500, section 107B). */
  instalmentsSen: number
  /** Deducted from payments to agents, dealers and distributors (section 107D). */
  agentDeductionsSen: number
  /** Deducted at source (section 110). */
  deductedAtSourceSen: number
}

/** A taxpayer without any facts. */
export const emptyTaxpayer: Taxpayer = {
  resident: true,
  income: {},
  business: { capitalAllowancesSen: 0, lossSen: 0, lossesBroughtForwardSen: 0 },
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
  instalmentsSen: 0,
  agentDeductionsSen: 0,
  deductedAtSourceSen: 0,
}
