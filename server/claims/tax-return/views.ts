import { z } from 'zod'
import { taxYear } from '../../law/year.ts'
import { statementKinds } from '../../taxpayer/statements/model.ts'
import { assessmentView } from '../estimate/estimate-views.ts'
import { shortNames, sourcesView } from '../tax-year-views.ts'
import { missingFacts } from './missing.ts'
import { numberView } from './numbers.ts'

const sen = z.int().min(0).max(100_000_000_000).meta({ description: 'Amount in sen' })
const day = z.iso.date()
const form = z.enum(['BE', 'B'])

const noteView = z
  .object({
    counts: z.array(z.string()).meta({ description: 'What belongs in it, a few words each' }),
    doesNotCount: z.array(z.string()),
    keep: z.string().nullable().meta({ description: 'The papers that prove it; completes “Keep ...”' }),
  })
  .nullable()
  .meta({ description: 'What LHDN’s notes say of it, in our own words' })

const anyLine = {
  code: z.string().meta({ example: 'lifestyle' }),
  order: z
    .int()
    .meta({ description: 'Its place in the form, among `lines`, `computed` and `notKept` together' }),
  en: z.string(),
  ms: z.string(),
  shortName: shortNames.shortName,
  ...numberView,
  note: noteView,
}

const missing = z.enum(missingFacts).nullable().meta({
  description: 'Why there is no amount: the fact that was not entered',
})

const line = z.object({
  ...anyLine,
  part: z
    .enum(['income', 'rebates', 'payments', 'gifts', 'reliefs'])
    .meta({ description: 'The part of the form' }),
  missing,
  amountSen: sen
    .nullable()
    .meta({ description: 'The amount to enter; null: not entered here, see `missing`' }),
  spentSen: z.int().meta({ description: 'What it is made of, before the limits' }),
  limitSen: sen.nullable().meta({
    description:
      'The limit of the line itself, for each child where there are `people`; null: none of its own',
  }),
  receipts: z.int().meta({ description: 'How many receipts are claimed for it' }),
  statements: z.array(z.enum(statementKinds)).meta({ description: 'The kinds of statements that prove it' }),
  grantedBy: z
    .enum(['law', 'facts'])
    .nullable()
    .meta({ description: 'law: everybody has it. facts: it follows from the facts of the taxpayer' }),
  people: z
    .object({ whole: z.int(), half: z.int() })
    .nullable()
    .meta({ description: 'Of a relief for children: how many grant it whole (100%), and half (50%)' }),
  enteredSen: sen.nullable().meta({
    description:
      'The amount that the person says is entered in e-Filing; null if none is. It may have changed since',
  }),
})

const computedLine = z.object({
  ...anyLine,
  part: z.enum(['computation', 'rebates', 'payments', 'gifts', 'reliefs']),
  amountSen: z
    .int()
    .nullable()
    .meta({ description: 'Amount in sen; null: not known, see `missing`. A negative balance is refunded' }),
  missing,
})

const notKeptLine = z.object({ ...anyLine, part: z.enum(['income', 'payments']) })

export const taxReturnView = z
  .object({
    year: z.int().meta({ description: 'Year of assessment' }),
    form,
    ownForm: form.meta({ description: 'The form that the facts lead to: B with business income' }),
    draft: taxYear.shape.draft.unwrap(),
    factsVersion: z.int().meta({ description: 'Version of the taxpayer facts; 0: none are stored' }),
    assessment: assessmentView,
    lines: z.array(line).meta({
      description:
        'What is entered, in the order of the form, also lines without an amount. The reliefs add up to the amount ' +
        'allowed. Assessed jointly in the spouse’s name, gifts and reliefs are entered in the spouse’s return',
    }),
    computed: z.array(computedLine).meta({
      description: 'What the form works out itself, to compare: totals, chargeable income, tax, balance',
    }),
    notKept: z.array(notKeptLine).meta({
      description:
        'What the form asks for and the facts have no place for, or, as of section 110, say nothing of: enter it yourself if you ' +
        'have any',
    }),
    dueOn: day.meta({ description: 'The last day for the return and for what is left to pay' }),
    eFilingUntil: day.meta({ description: 'The last day on which e-Filing, and paying, is still on time' }),
    deadlineVerified: z.boolean().meta({ description: 'Whether LHDN has published these days' }),
    carriedForward: z
      .object({ lossesSen: sen, capitalAllowancesSen: sen })
      .nullable()
      .meta({
        description:
          'What of business losses and capital allowances is left for the next year; null: nothing. Losses may be deducted ' +
          'in ten following years (Public Ruling 1/2022)',
      }),
    filedOn: day.nullable().meta({ description: 'The day the return was filed, if it was' }),
    retainUntil: day.meta({ description: 'The last day the documents of the year must be kept' }),
    sources: sourcesView,
  })
  .meta({ id: 'TaxReturn' })

export type TaxReturn = z.output<typeof taxReturnView>
export type TaxReturnLine = TaxReturn['lines'][number]
export type ComputedLine = TaxReturn['computed'][number]
export type NotKeptLine = TaxReturn['notKept'][number]

export const returnQuery = z.object({
  form: form.optional().meta({ description: 'The other form than that of the facts, to compare' }),
})

const MAX_LINES = 200

export const enteredBody = z
  .strictObject({
    entered: z
      .record(z.string().max(60), sen.nullable())
      .refine((lines) => Object.keys(lines).length <= MAX_LINES, { error: `at most ${MAX_LINES} lines` })
      .optional()
      .meta({
        description: 'By code of the line: the amount that is entered; null: it is not entered',
        example: { lifestyle: 250_000, sports: null },
      }),
  })
  .nullish()
