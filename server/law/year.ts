import {
  type Checked,
  code,
  day,
  flag,
  list,
  listOf,
  mapOf,
  nullable,
  object,
  oneOf,
  optional,
  sen,
  text,
  whole,
  withDefault,
  year,
} from './parse.ts'
import { bases, grounds, names, reference, relief, rule } from './relief.ts'

const gift = object({
  ...names,
  ...grounds,
  limitSen: nullable(sen),
  /** Shares the limit of the pool. */
  inPool: withDefault(flag, false),
  basis: oneOf(...bases),
})

const rebate = object({
  ...names,
  ...grounds,
  /** fixed: this amount. paid: what was paid. trips: what was paid for so many trips in a lifetime. */
  kind: oneOf('fixed', 'paid', 'trips'),
  amountSen: optional(sen),
  chargeableUpToSen: optional(sen),
  requiresRelief: optional(code),
  tripsInLifetime: optional(whole(1, 99)),
  conditions: listOf(text),
  documents: listOf(text),
})

const flatCharge = object({
  ...names,
  ...grounds,
  /** The kind of income it is taken from, above the threshold. */
  income: oneOf('dividend', 'llp-profit'),
  ratePercent: whole(1, 100),
  thresholdSen: sen,
  questions: listOf(text),
})

const deadline = object({ dueOn: day, eFilingUntil: day })

export const yearShape = object({
  year,
  form: text,
  status: text,
  sources: mapOf(
    object({
      title: text,
      publisher: text,
      kind: oneOf('statute', 'public-ruling', 'form-notes', 'official-web', 'secondary'),
      url: nullable(text),
      licence: text,
      sha256: optional(text),
    }),
  ),
  reliefs: list(relief),
  gifts: object({
    pool: object({ ...grounds, percentOfAggregateIncome: whole(1, 100) }),
    heads: list(gift),
  }),
  /** Above it a spouse who is not disabled brings no spouse relief. */
  spouseForeignIncomeUpToSen: sen,
  bands: object({
    ...grounds,
    /** Tax on what is over `overSen`, up to the next step; `taxUpToHereSen` is the tax on all below. */
    steps: list(object({ overSen: sen, ratePercent: whole(0, 100), taxUpToHereSen: sen })),
  }),
  flatCharges: listOf(flatCharge),
  rebates: list(rebate),
  /** The rules of the steps that have no data of their own. */
  computation: object({
    aggregateIncome: rule,
    totalIncome: rule,
    chargeableIncome: rule,
    payable: rule,
    creditForForeignTax: rule,
    taxAlreadyPaid: rule,
    jointAssessment: rule,
  }),
  filing: object({
    opensOn: day,
    BE: deadline,
    B: deadline,
    rule: text,
    sources: list(reference),
    verified: flag,
  }),
  records: object({ ...grounds, years: whole(1, 99), rule: text }),
  /** What a MyInvois classification code can support this year. A strong hint by the supplier, never a proof. */
  einvoice: list(
    object({
      code: text,
      certainty: oneOf('direct', 'conditional', 'ambiguous'),
      reliefs: listOf(code),
      gifts: listOf(code),
      note: optional(text),
    }),
  ),
})

/** One year of assessment: every figure the law of that year has, each with its section and its sources. */
export type TaxYear = Checked<typeof yearShape>
export type Gift = TaxYear['gifts']['heads'][number]
export type Rebate = TaxYear['rebates'][number]
export type FlatCharge = TaxYear['flatCharges'][number]
export type FormKind = 'BE' | 'B'
