import { retainUntil } from '../../law/filing.ts'
import { countedIncome, totalIncome } from '../../law/income.ts'
import { sum } from '../../law/money.ts'
import type { IncomeKind, Taxpayer } from '../../law/taxpayer.ts'
import { codesOf, findRelief } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'
import type { EnteredLines } from '../../taxpayer/entered-lines.ts'
import { formOf } from '../../taxpayer/facts.ts'
import { type StatementKind, shownBy } from '../../taxpayer/statements/model.ts'
import { assessed, claimantOf, mainEstimate, type Outcome } from '../estimate/assess.ts'
import { allowedOf } from '../summary.ts'
import type { YearClaim } from '../year-claim.ts'
import { incomeNames, otherNames } from './line-names.ts'
import { toNumber } from './numbers.ts'
import { reliefBoxes } from './relief-boxes.ts'
import type { TaxReturn, TaxReturnLine } from './views.ts'

/** A line before its number on the form, its documents and what was entered are looked up. */
type Draft = Pick<TaxReturnLine, 'code' | 'part' | 'en' | 'ms' | 'amountSen'> &
  Partial<Pick<TaxReturnLine, 'shortName' | 'spentSen' | 'grantedBy'>> & {
    /** The codes that receipts and statements may have; default: its own. */
    codes?: string[]
  }

/** A year's return: what is entered in e-Filing, line by line in the order of the form. */
export function toTaxReturn(claim: YearClaim, entered: EnteredLines): TaxReturn {
  const { year, facts, version } = claim
  const form = formOf(facts)
  const outcome = assessed(year, claim.couple, facts.assessment ?? 'separate')
  const toLine = createLine(claim, entered)
  const { dueOn, eFilingUntil } = year.filing[form]
  return {
    year: year.year,
    form,
    factsVersion: version,
    assessment: outcome.assessment,
    lines: draftsOf(claim, outcome).map(toLine),
    dueOn,
    eFilingUntil,
    deadlineVerified: year.filing.verified,
    filedOn: facts.filedOn ?? null,
    retainUntil: retainUntil(year, facts.filedOn ? Number(facts.filedOn.slice(0, 4)) : undefined),
    sources: year.sources,
  }
}

function draftsOf(claim: YearClaim, outcome: Outcome): Draft[] {
  const incomes = incomeDrafts(claim, outcome)
  // Then everything else stands in the spouse's return.
  if (outcome.own === null) return incomes
  return [
    ...incomes,
    ...rebateDrafts(claim, outcome),
    ...paymentDrafts(claim, outcome),
    ...giftDrafts(claim, outcome),
    ...reliefDrafts(claim),
  ]
}

/** The codes of all lines that a return of the year can have. */
export const returnCodes = (year: TaxYear): Set<string> =>
  new Set([
    ...Object.keys(incomeNames).map((kind) => `income-${kind}`),
    ...Object.keys(otherNames),
    ...year.rebates.map(({ code }) => code),
    ...year.gifts.heads.map(({ code }) => code),
    ...year.reliefs.flatMap(codesOf),
  ])

function createLine({ year, facts, receipts, statements }: YearClaim, entered: EnteredLines) {
  const form = formOf(facts)
  return ({ codes, shortName, spentSen, grantedBy, ...draft }: Draft): TaxReturnLine => {
    const own = new Set(codes ?? [draft.code])
    const behind = receipts.parts.filter(({ relief }) => own.has(relief))
    return {
      ...draft,
      shortName: shortName ?? { en: draft.en, ms: draft.ms },
      ...toNumber(year, form, draft.code),
      spentSen: spentSen ?? draft.amountSen,
      receipts: new Set(behind.map(({ row }) => row.id)).size,
      statements: kindsOf(statements, own),
      grantedBy: grantedBy ?? null,
      enteredSen: entered[draft.code] ?? null,
    }
  }
}

function kindsOf(statements: YearClaim['statements'], codes: ReadonlySet<string>): StatementKind[] {
  const found = statements.filter((one) => [...shownBy([one])].some((code) => codes.has(code)))
  const isOnEaForm = codes.has('income-employment') || codes.has('tax-paid')
  const more = isOnEaForm ? statements.filter(({ kind }) => kind === 'ea-form') : []
  return [...new Set([...found, ...more].map(({ kind }) => kind))]
}

function incomeDrafts({ year, facts, couple }: YearClaim, outcome: Outcome): Draft[] {
  const form = formOf(facts)
  const kinds = Object.entries(incomeNames) as [IncomeKind, { en: string; ms: string }][]
  const own = kinds.flatMap(([kind, names]): Draft[] => {
    const receivedSen = couple.self.income[kind] ?? 0
    const { charge, counted } = countedIncome(year, kind, receivedSen)
    const isOnForm = kind === 'business' ? form === 'B' : !isChargedKind(kind) || charge !== undefined
    if (!isOnForm && counted === 0) return []
    return [{ code: `income-${kind}`, part: 'income', ...names, amountSen: counted, spentSen: receivedSen }]
  })
  const { spouse } = couple
  if (outcome.assessment !== 'joint' || !spouse) return own
  const amountSen = totalIncome(year, spouse).totalSen
  return [...own, { code: 'income-of-spouse', part: 'income', ...otherNames['income-of-spouse'], amountSen }]
}

/** Exempt in years without a charge on them. */
const isChargedKind = (kind: IncomeKind) => kind === 'dividend' || kind === 'llp-profit'

/** The rebates that a person pays for. The form computes the others itself. */
function rebateDrafts({ year }: YearClaim, outcome: Outcome): Draft[] {
  const granted = new Map(mainEstimate(outcome).rebates.map(({ code, grantedSen }) => [code, grantedSen]))
  return year.rebates
    .filter(({ kind }) => kind !== 'fixed')
    .map(({ code, en, ms, shortName }) => ({
      code,
      part: 'rebates',
      en,
      ms,
      shortName,
      amountSen: granted.get(code) ?? 0,
    }))
}

function paymentDrafts(claim: YearClaim, outcome: Outcome): Draft[] {
  const amounts = {
    'foreign-tax-credit': mainEstimate(outcome).foreignTaxCreditSen,
    'tax-paid': claimantIn(claim).claimant.taxPaidSen,
  }
  return (['foreign-tax-credit', 'tax-paid'] as const).map((code) => ({
    code,
    part: 'payments',
    ...otherNames[code],
    amountSen: amounts[code],
  }))
}

function giftDrafts(claim: YearClaim, outcome: Outcome): Draft[] {
  const lines = mainEstimate(outcome).gifts.flatMap((gifts) => gifts.lines)
  // How much of a gift is allowed depends on the income.
  const isIncomeKnown = mainEstimate(outcome).aggregateIncomeSen > 0
  return claim.year.gifts.heads.map(({ code, en, ms, shortName }) => {
    const ofHead = lines.filter((line) => line.code === code)
    const givenSen = sum(ofHead.map((line) => line.givenSen))
    const allowedSen = sum(ofHead.map((line) => line.allowedSen))
    const amountSen = isIncomeKnown ? allowedSen : Math.max(0, givenSen)
    return { code, part: 'gifts', en, ms, shortName, amountSen, spentSen: givenSen }
  })
}

function reliefDrafts(claim: YearClaim): Draft[] {
  const { year } = claim
  const { claimant } = claimantIn(claim)
  const { lines } = allowedOf(year, claimant)
  return reliefBoxes(lines, (code) => findRelief(year, code)?.oneBox ?? false).flatMap(
    ({ line, amountSen }): Draft[] => {
      const relief = findRelief(year, line.code)
      if (!relief) return []
      const { code, en, ms, oneBox, kind, grantedFor } = relief
      // For a bar it is "you"; on the form it stands between others.
      const shortName = grantedFor === 'always' ? { en, ms } : relief.shortName
      const grantedBy = kind !== 'fixed' ? null : grantedFor === 'always' ? 'law' : 'facts'
      const codes = oneBox ? codesOf(relief) : [code]
      const spentSen = kind === 'fixed' ? amountSen : spendOn(claimant, codes)
      return [{ code, part: 'reliefs', en, ms, shortName, amountSen, spentSen, grantedBy, codes }]
    },
  )
}

const spendOn = ({ spend }: Taxpayer, codes: string[]) => sum(codes.map((code) => spend[code] ?? 0))

const claimantIn = ({ year, couple, facts }: YearClaim) =>
  claimantOf(year, couple, facts.assessment ?? 'separate')
