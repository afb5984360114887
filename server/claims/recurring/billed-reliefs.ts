import { withAncestors } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'
import type { Billing } from './rhythm.ts'

/**
 * Reliefs, gifts and rebates that are paid by bill or standing order, with those below them. `yearly`: often once a year, so
 * that one payment of last year is enough to ask for this year's. Codes that a year does not have are skipped; a relief
 * that is not named here needs four payments of the same amount.
 */
const BILLED: Record<string, Exclude<Billing, null>> = {
  'life-insurance-or-voluntary-epf': 'yearly',
  'education-medical-insurance': 'yearly',
  'prs-deferred-annuity': 'yearly',
  'lifestyle-internet': 'monthly',
  'lifestyle-gym-membership': 'monthly',
  'sports-gym-training': 'monthly',
  'sports-facility': 'monthly',
  'childcare-fees': 'monthly',
  'education-self': 'monthly',
  'lifestyle-courses': 'monthly',
  'parents-carer': 'monthly',
  'medical-learning-disability': 'monthly',
  'medical-mental-health': 'monthly',
  alimony: 'monthly',
  'rebate-zakat-fitrah': 'monthly',
}

/** How the payments for each code of a year usually come. */
export function billingIn(year: Pick<TaxYear, 'reliefs'>): (code: string) => Billing {
  const inherited = withAncestors(year.reliefs).flatMap(({ relief, ancestors }) => {
    const billing = [...ancestors, relief]
      .map(({ code }) => BILLED[code])
      .findLast((one) => one !== undefined)
    return billing ? [[relief.code, billing] as const] : []
  })
  const billings = new Map<string, Billing>([...Object.entries(BILLED), ...inherited])
  return (code) => billings.get(code) ?? null
}
