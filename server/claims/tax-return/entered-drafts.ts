import { childReliefs } from '../../law/grants.ts'
import { countedIncome, totalIncome } from '../../law/income.ts'
import { sum } from '../../law/money.ts'
import type { IncomeKind, Taxpayer } from '../../law/taxpayer.ts'
import { codesOf, findRelief } from '../../law/tree.ts'
import { formOf } from '../../taxpayer/facts.ts'
import { claimantOf, mainEstimate, type Outcome } from '../estimate/assess.ts'
import { allowedOf } from '../summary.ts'
import type { YearClaim } from '../year-claim.ts'
import type { ComputedDraft, EnteredDraft, NotKeptDraft } from './draft.ts'
import { isOfBusiness, isOnForm } from './layout.ts'
import { incomeNames, notKeptNames, otherNames } from './line-names.ts'
import { isIncomeKnown } from './missing.ts'
import { reliefBoxes } from './relief-boxes.ts'

// What a person enters in the form, part by part.

export function incomeDrafts({ year, facts, couple }: YearClaim, outcome: Outcome): EnteredDraft[] {
  const form = formOf(facts)
  const kinds = Object.entries(incomeNames) as [IncomeKind, { en: string; ms: string }][]
  const { business } = totalIncome(year, couple.self)
  const own = kinds.flatMap(([kind, names]): EnteredDraft[] => {
    const code = `income-${kind}`
    const receivedSen = couple.self.income[kind] ?? 0
    const { charge, counted } = countedIncome(year, kind, receivedSen)
    const isAsked = isOfBusiness(code) ? form === 'B' : !isChargedKind(kind) || charge !== undefined
    if (!isAsked && receivedSen === 0) return []
    const amountSen = kind === 'business' ? business.ownSen : counted
    return [{ by: 'person', code, part: 'income', ...names, amountSen, spentSen: receivedSen }]
  })
  const { spouse } = couple
  if (outcome.assessment !== 'joint' || !spouse) return own
  const theirs = totalIncome(year, spouse)
  const dividendsSen = theirs.aboveThreshold.dividend
  const line = (code: keyof typeof otherNames, amountSen: number): EnteredDraft => ({
    by: 'person',
    code,
    part: 'income',
    ...otherNames[code],
    amountSen,
  })
  return [
    ...own,
    line('income-of-spouse', theirs.totalSen),
    ...(dividendsSen === undefined
      ? []
      : [line('spouse-dividends', dividendsSen), line('spouse-aggregate-income', theirs.aggregateSen)]),
  ]
}

/** The losses that are deducted: not more than the income they are deducted from. */
export function lossDrafts({ year, facts, couple }: YearClaim): EnteredDraft[] {
  const { business, lossSen } = totalIncome(year, couple.self)
  const { lossesBroughtForwardSen, lossSen: ofYearSen } = couple.self.business
  const amounts = [
    { code: 'business-losses', amountSen: business.lossesUsedSen, spentSen: lossesBroughtForwardSen },
    { code: 'current-year-losses', amountSen: lossSen, spentSen: ofYearSen },
  ] as const
  return amounts
    .filter(({ spentSen }) => formOf(facts) === 'B' || spentSen > 0)
    .map(({ code, ...sums }) => ({ by: 'person', code, part: 'income', ...otherNames[code], ...sums }))
}

/** Exempt in years without a charge on them. */
const isChargedKind = (kind: IncomeKind) => kind === 'dividend' || kind === 'llp-profit'

export function notKeptDrafts({ facts }: YearClaim): NotKeptDraft[] {
  const form = formOf(facts)
  const isKept = (code: string) => code === 'tax-deducted' && isKnownDeducted(facts)
  return Object.entries(notKeptNames)
    .filter(([code]) => isOnForm(form, code) && !isKept(code))
    .map(([code, names]) => ({
      by: 'nobody',
      code,
      part: code === 'tax-deducted' ? 'payments' : 'income',
      ...names,
      amountSen: null,
    }))
}

/** The rebates that a person pays for, and those that the form works out itself. */
export function rebateDrafts({ year, facts }: YearClaim, outcome: Outcome): (EnteredDraft | ComputedDraft)[] {
  const granted = new Map(mainEstimate(outcome).rebates.map(({ code, grantedSen }) => [code, grantedSen]))
  // Those depend on the tax or on chargeable income.
  const isKnown = isIncomeKnown(facts) || outcome.assessment !== 'separate'
  return year.rebates.map(({ code, en, ms, shortName, kind }): EnteredDraft | ComputedDraft => {
    const draft = {
      code,
      part: 'rebates',
      group: 'rebates',
      en,
      ms,
      shortName,
      amountSen: granted.get(code) ?? 0,
    } as const
    if (kind !== 'fixed') return { ...draft, by: 'person' }
    return isKnown
      ? { ...draft, by: 'form' }
      : { ...draft, by: 'form', amountSen: null, missing: 'employment' }
  })
}

export function paymentDrafts(claim: YearClaim, outcome: Outcome): EnteredDraft[] {
  const { claimant } = claimantIn(claim)
  const amounts = [
    ...(isKnownDeducted(claim.facts)
      ? [{ code: 'tax-deducted', amountSen: claimant.deductedAtSourceSen } as const]
      : []),
    { code: 'foreign-tax-credit', amountSen: mainEstimate(outcome).foreignTaxCreditSen },
    { code: 'tax-paid', amountSen: claimant.taxPaidSen },
    { code: 'agent-deductions', amountSen: claimant.agentDeductionsSen },
    { code: 'instalments', amountSen: claimant.instalmentsSen },
  ] as const
  return amounts.map(({ code, amountSen }) => ({
    by: 'person',
    code,
    part: 'payments',
    ...otherNames[code],
    amountSen,
  }))
}

/** Few have any: who never spoke of it is not asked for it. */
const isKnownDeducted = ({ deductedAtSourceSen, spouse }: YearClaim['facts']) =>
  (deductedAtSourceSen ?? spouse?.deductedAtSourceSen) !== undefined

/** Own gifts: those of a spouse are deducted from the income that is transferred. */
export function giftDrafts({ year, couple }: YearClaim): EnteredDraft[] {
  const { gifts, aggregateSen } = totalIncome(year, couple.self)
  const byCode = new Map(gifts.lines.map((line) => [line.code, line]))
  // How much of a gift is allowed depends on the income.
  const isAllowedKnown = aggregateSen > 0
  return year.gifts.heads.map(({ code, en, ms, shortName, limitSen }) => {
    const { givenSen = 0, allowedSen = 0 } = byCode.get(code) ?? {}
    const amountSen = isAllowedKnown ? allowedSen : Math.max(0, givenSen)
    return { by: 'person', code, part: 'gifts', en, ms, shortName, amountSen, spentSen: givenSen, limitSen }
  })
}

export function reliefDrafts(claim: YearClaim): EnteredDraft[] {
  const { year } = claim
  const { claimant } = claimantIn(claim)
  const { lines } = allowedOf(year, claimant)
  return reliefBoxes(lines, (code) => findRelief(year, code)?.oneBox ?? false).flatMap(
    ({ line, amountSen }): EnteredDraft[] => {
      const relief = findRelief(year, line.code)
      if (!relief) return []
      const { code, en, ms, oneBox, kind, grantedFor } = relief
      // For a bar it is "you"; on the form it stands between others.
      const shortName = grantedFor === 'always' ? { en, ms } : relief.shortName
      const grantedBy = kind !== 'fixed' ? null : grantedFor === 'always' ? 'law' : 'facts'
      const codes = oneBox ? codesOf(relief) : [code]
      const spentSen = kind === 'fixed' ? amountSen : spendOn(claimant, codes)
      const people = typeof grantedFor === 'object' ? childrenIn(claim, claimant, code) : null
      // A limit for each child says what one of them grants.
      const limitSen = people ? relief.limitSen : line.limitSen
      return [
        {
          by: 'person',
          code,
          part: 'reliefs',
          en,
          ms,
          shortName,
          amountSen,
          spentSen,
          limitSen,
          grantedBy,
          people,
          codes,
        },
      ]
    },
  )
}

/** The children that grant a relief. The form has them in two rows: those claimed whole, and half. */
function childrenIn({ year }: YearClaim, { children }: Taxpayer, code: string) {
  const granting = children.filter((child) => childReliefs(year, child).some((one) => one.code === code))
  const half = granting.filter(({ shared }) => shared).length
  return { whole: granting.length - half, half }
}

const spendOn = ({ spend }: Taxpayer, codes: string[]) => sum(codes.map((code) => spend[code] ?? 0))

/** Whom the return is of, both of a couple in a joint assessment. */
export const claimantIn = ({ year, couple, facts }: YearClaim) =>
  claimantOf(year, couple, facts.assessment ?? 'separate')
