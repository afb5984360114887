import type { Spouse } from '../law/grants.ts'
import { sum } from '../law/money.ts'
import { findRelief } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import type { SpouseFacts } from '../taxpayer/facts.ts'
import { statedBy } from './stated.ts'

type Amounts = Record<string, number>

/** What a husband or wife without total income paid, in sen by code, by what the law says of it. */
export interface SpousePayments {
  /** Treated as paid by the other (section 50(2); notes to Form BE G22). */
  counted: Amounts
  /** Not treated so, because the marriage ended in the year (section 50(1)). */
  lost: Amounts
  /** No text that could be read says whose they are; the claimant decides. */
  open: Amounts
}

const none: SpousePayments = { counted: {}, lost: {}, open: {} }

/** Sorts the payments of a spouse. One with total income claims them in a return of their own. */
export function spousePayments(
  year: TaxYear,
  facts: SpouseFacts | undefined,
  spouse: Spouse | null,
): SpousePayments {
  if (!facts || !spouse || spouse.hasIncome) return none
  const rules = new Map(
    year.spousePayments.flatMap((rule) => rule.codes.map((code) => [code, rule] as const)),
  )
  const sorted: SpousePayments = { counted: {}, lost: {}, open: {} }
  for (const [code, sen] of Object.entries(paidBy(year, facts))) {
    const rule = rules.get(code)
    const isLost = rule?.wholeYear && spouse.endedInYear
    if (sen > 0) sorted[isLost ? 'lost' : rule ? 'counted' : 'open'][code] = sen
  }
  return facts.claimPayments ? { ...sorted, counted: { ...sorted.counted, ...sorted.open } } : sorted
}

/** Their spending on reliefs, without what is theirs alone: contributions that the employer deducts. */
function paidBy(year: TaxYear, facts: SpouseFacts): Amounts {
  // Contributions to a scheme are the other's in a joint assessment only (section 50(3)).
  const { epf: _, ...others } = facts
  const { spend } = statedBy(year, others)
  return Object.fromEntries(
    Object.entries(spend).filter(([code]) => findRelief(year, code)?.withheld !== true),
  )
}

export const totalOf = (amounts: Amounts) => sum(Object.values(amounts))
