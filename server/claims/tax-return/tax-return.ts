import type { Language } from '../../language.ts'
import { retainUntil } from '../../law/filing.ts'
import { noteOf } from '../../law/guide/index.ts'
import { leftOver } from '../../law/income.ts'
import { codesOf } from '../../law/tree.ts'
import type { FormKind, TaxYear } from '../../law/year.ts'
import type { EnteredLines } from '../../taxpayer/entered-lines.ts'
import { formOf } from '../../taxpayer/facts.ts'
import { type StatementKind, shownBy } from '../../taxpayer/statements/model.ts'
import { assessed, type Outcome } from '../estimate/assess.ts'
import type { YearClaim } from '../year-claim.ts'
import { computedDrafts } from './computed-drafts.ts'
import type { Draft, EnteredDraft } from './draft.ts'
import {
  giftDrafts,
  incomeDrafts,
  lossDrafts,
  notKeptDrafts,
  paymentDrafts,
  rebateDrafts,
  reliefDrafts,
} from './entered-drafts.ts'
import { inFormOrder } from './layout.ts'
import { incomeNames, otherNames } from './line-names.ts'
import { missingFor } from './missing.ts'
import { toNumber } from './numbers.ts'
import type { ComputedLine, NotKeptLine, TaxReturn } from './views.ts'

export interface ReturnOptions {
  language: Language
  /** Default: the form of the facts. */
  form?: FormKind | undefined
}

/** The claim as it is declared in this form; left out: that of the facts. */
export const onForm = (claim: YearClaim, form: FormKind | undefined): YearClaim =>
  form === undefined ? claim : { ...claim, facts: { ...claim.facts, form } }

/** A year's return, line by line in the order of the form: what is entered, and what the form works out itself. */
export function toTaxReturn(
  stored: YearClaim,
  entered: EnteredLines,
  { language, form = formOf(stored.facts) }: ReturnOptions,
): TaxReturn {
  const claim = onForm(stored, form)
  const { year, facts, version } = claim
  const outcome = assessed(year, claim.couple, facts.assessment ?? 'separate')
  const drafts = draftsOf(claim, outcome)
  const { dueOn, eFilingUntil } = year.filing[form]
  const common = commonOf(claim, language)
  const toLine = createLine(claim, entered)
  return {
    year: year.year,
    form,
    ownForm: formOf(stored.facts),
    draft: year.draft,
    factsVersion: version,
    assessment: outcome.assessment,
    lines: drafts.flatMap((draft, order) =>
      draft.by === 'person' ? [{ ...common(draft), order, ...toLine(draft) }] : [],
    ),
    computed: drafts.flatMap((draft, order): ComputedLine[] => {
      const { by, part, amountSen, missing = null } = draft
      return by === 'form' ? [{ ...common(draft), order, part, amountSen, missing }] : []
    }),
    notKept: drafts.flatMap((draft, order): NotKeptLine[] =>
      draft.by === 'nobody' ? [{ ...common(draft), order, part: draft.part }] : [],
    ),
    dueOn,
    eFilingUntil,
    deadlineVerified: year.filing.verified,
    carriedForward: leftOver(year, claim.couple.self),
    filedOn: facts.filedOn ?? null,
    retainUntil: retainUntil(year, facts.filedOn ? Number(facts.filedOn.slice(0, 4)) : undefined),
    sources: year.sources,
  }
}

/** All lines in the order of the form: Part B, gifts, reliefs, each part with its sum. */
function draftsOf(claim: YearClaim, outcome: Outcome): Draft[] {
  const computed = computedDrafts(claim, outcome)
  const sums = (part: Draft['part'], codes: string[]) =>
    computed.filter((draft) => draft.part === part && codes.includes(draft.code))
  const isSum = ({ code }: Draft) => ['gift-pool', 'gift-total', 'relief-total'].includes(code)
  const isOwn = outcome.own !== null
  const partB = inFormOrder(formOf(claim.facts), [
    ...incomeDrafts(claim, outcome),
    ...lossDrafts(claim),
    ...notKeptDrafts(claim).filter(({ part }) => isOwn || part === 'income'),
    ...(isOwn ? [...rebateDrafts(claim, outcome), ...paymentDrafts(claim, outcome)] : []),
    ...computed.filter((draft) => !isSum(draft)),
  ])
  // Then everything else stands in the spouse's return.
  if (!isOwn) return partB
  const inPool = new Set(claim.year.gifts.heads.filter((head) => head.inPool).map(({ code }) => code))
  const gifts = giftDrafts(claim)
  const firstOfPool = gifts.findIndex(({ code }) => inPool.has(code))
  return [
    ...partB,
    ...gifts.slice(0, firstOfPool),
    ...sums('gifts', ['gift-pool']),
    ...gifts.slice(firstOfPool),
    ...sums('gifts', ['gift-total']),
    ...reliefDrafts(claim),
    ...sums('reliefs', ['relief-total']),
  ]
}

/** The codes of all lines that a return of the year can have and a person enters. */
export const returnCodes = (year: TaxYear): Set<string> =>
  new Set([
    ...Object.keys(incomeNames).map((kind) => `income-${kind}`),
    ...Object.keys(otherNames),
    ...year.rebates.map(({ code }) => code),
    ...year.gifts.heads.map(({ code }) => code),
    ...year.reliefs.flatMap(codesOf),
  ])

/** What every line has. */
const commonOf =
  ({ year, facts }: YearClaim, language: Language) =>
  ({ code, en, ms, shortName }: Draft) => ({
    code,
    en,
    ms,
    shortName: shortName ?? { en, ms },
    ...toNumber(year, formOf(facts), code),
    note: noteOf(year, code, language) ?? null,
  })

/** What a line has that a person enters. */
function createLine({ facts, receipts, statements }: YearClaim, entered: EnteredLines) {
  return (draft: EnteredDraft) => {
    const { code, part, codes, grantedBy, limitSen, people } = draft
    const own = new Set(codes ?? [code])
    const behind = receipts.parts.filter(({ relief }) => own.has(relief))
    const isOpen = (draft.amountSen ?? 0) === 0 && behind.length === 0
    const missing = draft.missing ?? (isOpen ? missingFor(code, facts) : undefined) ?? null
    const amountSen = missing === null ? draft.amountSen : null
    return {
      part,
      amountSen,
      missing,
      spentSen: draft.spentSen ?? amountSen ?? 0,
      limitSen: limitSen ?? null,
      receipts: new Set(behind.map(({ row }) => row.id)).size,
      statements: kindsOf(statements, own),
      grantedBy: grantedBy ?? null,
      people: people ?? null,
      enteredSen: entered[code] ?? null,
    }
  }
}

function kindsOf(statements: YearClaim['statements'], codes: ReadonlySet<string>): StatementKind[] {
  const found = statements.filter((one) => [...shownBy([one])].some((code) => codes.has(code)))
  const isOnEaForm = codes.has('income-employment') || codes.has('tax-paid')
  const more = isOnEaForm ? statements.filter(({ kind }) => kind === 'ea-form') : []
  return [...new Set([...found, ...more].map(({ kind }) => kind))]
}
