import type { Estimate } from '../../law/estimate.ts'
import { totalIncome } from '../../law/income.ts'
import { sum } from '../../law/money.ts'
import type { BandLine } from '../../law/tax.ts'
import { formOf } from '../../taxpayer/facts.ts'
import type { Outcome } from '../estimate/assess.ts'
import type { YearClaim } from '../year-claim.ts'
import type { ComputedDraft } from './draft.ts'
import { claimantIn } from './entered-drafts.ts'
import { isOnForm } from './layout.ts'
import { balanceNames, bandNames, chargedNames, computedNames } from './line-names.ts'
import { isIncomeKnown, missingFor } from './missing.ts'

type Computed = Omit<ComputedDraft, 'by'>

const line = (
  code: keyof typeof computedNames,
  amountSen: number,
  part: ComputedDraft['part'] = 'computation',
): Computed => ({ code, part, ...computedNames[code], amountSen })

/** What the form works out itself, from the income to the balance. Nothing of it is known without any income. */
export function computedDrafts(claim: YearClaim, { own, assessment }: Outcome): ComputedDraft[] {
  const { year, facts, couple } = claim
  const form = formOf(facts)
  const { aggregateSen, business, lossSen, gifts, totalSen } = totalIncome(year, couple.self)
  const upToTotal = [
    line('aggregate-business', business.ownSen + business.partnershipSen),
    line('business-total', business.totalSen),
    line('aggregate-income', aggregateSen),
    // The facts have no place for what is deducted between them.
    line('after-angel', aggregateSen),
    line('after-losses', aggregateSen - lossSen),
    line('gifts-deducted', gifts.allowedSen),
    line('after-gifts', totalSen),
    line('total-income', totalSen),
  ].filter(({ code }) => isOnForm(form, code))
  const computed = own
    ? [...upToTotal, ...taxDrafts(own, claim), ...totals(claim, own)]
    : // Everything else stands in the spouse's return.
      upToTotal.filter(({ code }) => code !== 'gifts-deducted')
  const isKnown = isIncomeKnown(facts) || assessment !== 'separate'
  const paid = missingFor('tax-paid', facts)
  return computed.map((draft): ComputedDraft => {
    const isOfReliefs = draft.code === 'relief-total' || draft.code === 'reliefs-deducted'
    if (!isKnown && !isOfReliefs) return { ...draft, by: 'form', amountSen: null, missing: 'employment' }
    if (draft.code === 'balance' && paid !== undefined && own?.balanceSen !== 0)
      return { ...draft, by: 'form', amountSen: null, missing: paid }
    return { ...draft, by: 'form' }
  })
}

function taxDrafts(own: Estimate, claim: YearClaim): Computed[] {
  const { tax, reliefs, rebates } = own
  // On the form, tax payable is what is left after the tax that was deducted at source.
  const payableSen = own.payableSen - claimantIn(claim).claimant.deductedAtSourceSen
  return [
    line('total-income-together', own.totalIncomeSen),
    line('reliefs-deducted', reliefs.allowedSen),
    line('chargeable-income', own.chargeableIncomeSen),
    ...chargeDrafts(own),
    ...bandDrafts(tax.bands),
    ...(tax.flat.length > 0 && tax.bands.length > 0 ? [line('tax-by-bands', tax.bandTaxSen)] : []),
    line('tax-total', tax.taxSen),
    line('rebate-total', sum(rebates.map(({ allowedSen }) => allowedSen)), 'rebates'),
    line('tax-charged', tax.taxSen - sum(rebates.map(({ allowedSen }) => allowedSen))),
    line('tax-payable', Math.max(0, payableSen)),
    ...(payableSen < 0 ? [line('tax-repayable', -payableSen)] : []),
    { code: 'balance', part: 'payments', ...balanceNames(own.balanceSen), amountSen: own.balanceSen },
  ]
}

/** Income at a flat rate, and the tax on it. */
const chargeDrafts = ({ tax }: Estimate): Computed[] =>
  tax.flat.flatMap(({ code, ratePercent, chargeableSen, taxSen }) => {
    const shared = { part: 'computation', group: 'charges' } as const
    return [
      { ...shared, code: `${code}-income`, ...chargedNames(ratePercent), amountSen: chargeableSen },
      { ...shared, code, ...FLAT_TAX, amountSen: taxSen },
    ]
  })

const FLAT_TAX = { en: 'Tax on that part', ms: 'Cukai atas bahagian itu' }

/** The tax up to the last band that is reached, and the tax within it, as the form asks for them. */
function bandDrafts(bands: readonly BandLine[]): Computed[] {
  const reached = bands.filter(({ incomeSen }) => incomeSen > 0)
  const last = reached.at(-1) ?? bands[0]
  if (!last) return []
  const firstSen = sum(reached.slice(0, -1).map(({ taxSen }) => taxSen))
  return [
    {
      code: 'tax-first-band',
      part: 'computation',
      ...bandNames(last.overSen, null),
      amountSen: firstSen,
    },
    {
      code: 'tax-balance-band',
      part: 'computation',
      ...bandNames(last.incomeSen, last.ratePercent),
      amountSen: last.taxSen,
    },
  ]
}

/** The sums of the parts for gifts and reliefs. */
function totals({ year, couple }: YearClaim, own: Estimate): Computed[] {
  const { gifts } = totalIncome(year, couple.self)
  const inPool = new Set(year.gifts.heads.filter((head) => head.inPool).map(({ code }) => code))
  const pool = gifts.lines.filter(({ code }) => inPool.has(code))
  return [
    line('gift-pool', sum(pool.map(({ allowedSen }) => allowedSen)), 'gifts'),
    line('gift-total', gifts.allowedSen, 'gifts'),
    line('relief-total', own.reliefs.allowedSen, 'reliefs'),
  ]
}
