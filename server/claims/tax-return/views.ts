import { z } from 'zod'
import { statementKinds } from '../../taxpayer/statements/model.ts'
import { assessmentView } from '../estimate/estimate-views.ts'
import { shortNames, sourcesView } from '../tax-year-views.ts'
import { numberView } from './numbers.ts'

const sen = z.int().min(0).max(100_000_000_000).meta({ description: 'Amount in sen' })
const day = z.iso.date()

const line = z.object({
  code: z.string().meta({ example: 'lifestyle' }),
  part: z
    .enum(['income', 'rebates', 'payments', 'gifts', 'reliefs'])
    .meta({ description: 'The part of the form' }),
  en: z.string(),
  ms: z.string(),
  shortName: shortNames.shortName,
  ...numberView,
  amountSen: sen.meta({ description: 'The amount to enter' }),
  spentSen: z.int().meta({ description: 'What it is made of, before the limits' }),
  receipts: z.int().meta({ description: 'How many receipts are claimed for it' }),
  statements: z.array(z.enum(statementKinds)).meta({ description: 'The kinds of statements that prove it' }),
  grantedBy: z
    .enum(['law', 'facts'])
    .nullable()
    .meta({ description: 'law: everybody has it. facts: it follows from the facts of the taxpayer' }),
  enteredSen: sen.nullable().meta({
    description:
      'The amount that the person says is entered in e-Filing; null if none is. It may have changed since',
  }),
})

export const taxReturnView = z
  .object({
    year: z.int().meta({ description: 'Year of assessment' }),
    form: z.enum(['BE', 'B']),
    factsVersion: z.int().meta({ description: 'Version of the taxpayer facts; 0: none are stored' }),
    assessment: assessmentView,
    lines: z.array(line).meta({
      description:
        'What is entered, in the order of the form, also lines without an amount. What the form computes itself is left ' +
        'out. The reliefs add up to the amount allowed. Assessed jointly in the spouse’s name, gifts and reliefs are ' +
        'entered in the spouse’s return',
    }),
    dueOn: day,
    eFilingUntil: day.meta({ description: 'The last day on which e-Filing is still on time' }),
    deadlineVerified: z.boolean().meta({ description: 'Whether LHDN has published these days' }),
    filedOn: day.nullable().meta({ description: 'The day the return was filed, if it was' }),
    retainUntil: day.meta({ description: 'The last day the documents of the year must be kept' }),
    sources: sourcesView,
  })
  .meta({ id: 'TaxReturn' })

export type TaxReturn = z.output<typeof taxReturnView>
export type TaxReturnLine = TaxReturn['lines'][number]

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
