import { z } from 'zod'
import {
  bilingual,
  code,
  day,
  flag,
  list,
  object,
  oneOf,
  record,
  sen,
  text,
  wholeNumber,
  year,
} from './data-file.ts'
import { basis, changed, headNames, names, provenance, relief, rule } from './relief.ts'

const gift = object({
  ...headNames,
  ...provenance,
  limitSen: sen.nullable().meta({ description: 'null: no limit of its own' }),
  inPool: flag.meta({ description: 'Shares the limit of the pool' }).default(false),
  changed,
  basis,
})

const rebate = object({
  ...headNames,
  ...provenance,
  /** fixed: `amountSen`. paid: what was paid. trips: what was paid for a number of trips in a lifetime. */
  kind: oneOf('fixed', 'paid', 'trips'),
  amountSen: sen.optional(),
  chargeableUpToSen: sen.optional(),
  requiresRelief: code.optional(),
  tripsInLifetime: wholeNumber(1, 99).optional(),
  conditions: list(text).default([]),
  documents: list(text).meta({ description: 'The documents that prove a claim' }).default([]),
  changed,
})

/** A flat rate on the part of a kind of income above the threshold. */
const flatCharge = object({
  ...names,
  ...provenance,
  income: oneOf('dividend', 'llp-profit'),
  ratePercent: wholeNumber(1, 100),
  thresholdSen: sen,
  excluded: list(text).meta({ description: 'Income that it does not cover' }).default([]),
  changed,
  questions: list(text).default([]),
})

/** Payments of a husband or wife without total income that the law treats as those of the other. */
const spousePayment = object({
  ...provenance,
  codes: list(code),
  /** Whether it needs that the marriage lasted to the end of the year. */
  wholeYear: flag.default(false),
})

/** A flat rate on the employment income of people who were approved for it; the rates of the bands are on the rest. */
const employmentRate = object({
  ...names,
  ...provenance,
  ratePercent: wholeNumber(1, 100),
  years: wholeNumber(1, 99).optional().meta({ description: 'How many years in a row; left out: not known' }),
  conditions: list(text).default([]),
  questions: list(text).default([]),
})

const deadline = object({
  dueOn: day,
  eFilingUntil: day.meta({ description: 'The last day on which e-Filing is still on time' }),
})

/** How the number of an item of a form is known. */
export const certainties = ['notes-row', 'notes-cited', 'transcription', 'derived', 'derived-weak'] as const

/** Numbers of items of a form that are known in the same way. */
const knownItems = object({
  certainty: oneOf(...certainties).meta({
    description:
      'notes-row: a row of the official notes on this form and year. notes-cited: those notes refer to it by this number. ' +
      'transcription: a public copy of the form has it. derived: it follows from the other form or another year. ' +
      'derived-weak: only from a list of changes that does not mention it',
  }),
  source: code,
  /** The number is that of the row, which other lines share. */
  sharesRow: flag.default(false),
  note: bilingual.optional().meta({ description: 'What it follows from, in words' }),
  /** By the code of a relief, gift or rebate, or of another line of the return. */
  items: record(text),
})

/** Items whose numbers are not known, and why. */
const unknownItems = object({
  certainty: z.literal('unknown'),
  note: bilingual,
  /** Left out: all that stand nowhere else. */
  codes: list(code).optional(),
})

const formItems = list(
  z.discriminatedUnion('certainty', [knownItems, unknownItems], {
    error: `a certainty: unknown, ${certainties.join(', ')}`,
  }),
)

/** A work that rules were read in. */
const source = object({
  title: text,
  publisher: text,
  kind: oneOf('statute', 'public-ruling', 'form-notes', 'official-web', 'secondary'),
  url: text.nullable(),
  licence: text,
  sha256: text.optional(),
})

/** The data file of a year. */
export const taxYear = object({
  year: year.meta({ description: 'Year of assessment' }),
  form: text,
  status: text.meta({ description: 'How complete the data of this year are' }),
  /** Made from the year before, and read in no text of its own. */
  draft: flag
    .meta({ description: 'Taken over from the year before: no limit was read in a text of this year' })
    .default(false),
  sources: record(source),
  reliefs: list(relief),
  gifts: object({
    pool: object({ ...provenance, percentOfAggregateIncome: wholeNumber(1, 100) }),
    heads: list(gift),
  }),
  spousePayments: list(spousePayment),
  /** Above this income from abroad, a spouse who is not disabled grants no spouse relief. */
  spouseForeignIncome: object({ ...provenance, upToSen: sen }),
  bands: object({
    ...provenance,
    /** `ratePercent` applies from `overSen` up to the next step; `taxUpToHereSen` is the tax on all below. */
    steps: list(object({ overSen: sen, ratePercent: wholeNumber(0, 100), taxUpToHereSen: sen })),
  }),
  /** Who is in Malaysia on this many days of the year is resident in it. */
  residence: object({ ...provenance, days: wholeNumber(1, 366) }),
  /** The rate on all income of somebody who is not resident. */
  nonResident: object({ ...names, ...provenance, ratePercent: wholeNumber(1, 100) }),
  employmentRates: list(employmentRate).default([]),
  flatCharges: list(flatCharge).default([]),
  rebates: list(rebate),
  /** The rules of the steps that have no data of their own. */
  computation: object({
    capitalAllowances: rule,
    businessLosses: rule,
    aggregateIncome: rule,
    currentYearLosses: rule,
    totalIncome: rule,
    chargeableIncome: rule,
    payable: rule,
    creditForForeignTax: rule,
    taxDeductedAtSource: rule,
    taxAlreadyPaid: rule,
    jointAssessment: rule,
  }),
  /** The numbers of the items of each form, as LHDN prints them. */
  forms: object({ BE: formItems, B: formItems }),
  filing: object({
    opensOn: day,
    BE: deadline,
    B: deadline,
    rule: text,
    sources: rule.shape.sources,
    verified: flag,
  }),
  records: object({ ...provenance, years: wholeNumber(1, 99), rule: text }),
  /** What a MyInvois classification code can support this year. It is a hint by the supplier, never a proof. */
  einvoice: list(
    object({
      code: text,
      certainty: oneOf('direct', 'conditional', 'ambiguous'),
      reliefs: list(code).default([]),
      gifts: list(code).default([]),
      note: bilingual.optional(),
    }),
  ),
})

/** The law of one year of assessment: every figure with its section and its sources. */
export type TaxYear = z.output<typeof taxYear>
export type Gift = TaxYear['gifts']['heads'][number]
export type Rebate = TaxYear['rebates'][number]
export type EmploymentRate = TaxYear['employmentRates'][number]
export type FlatCharge = TaxYear['flatCharges'][number]
export type FormKind = 'BE' | 'B'
