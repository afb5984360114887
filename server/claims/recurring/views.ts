import { z } from 'zod'
import { receiptView } from '../../receipts/routes/schemas.ts'
import { texts } from '../../texts/index.ts'
import { shortNames } from '../tax-year-views.ts'
import { rhythms } from './rhythm.ts'

const sen = z.int().meta({ description: 'Amount in sen' })
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, texts.en.values.month)
  .meta({ description: 'A calendar month', example: '2026-04' })

export const monthStates = ['confirmed', 'to-check', 'missing', 'not-paid', 'covered'] as const

export const recurringMonth = z.object({
  month,
  state: z.enum(monthStates).meta({
    description:
      'confirmed: a receipt counts. to-check: a receipt waits for its paper or for a person. missing: nothing is known. ' +
      'not-paid: the person says so. covered: a statement of the year, or an amount among the facts, stands for it',
  }),
  sen: sen
    .nullable()
    .meta({ description: 'What the confirmed receipts of the month claim; null: none does' }),
  receipts: z.array(z.string()).meta({ description: 'Ids of the receipts of the month, at most 5' }),
})

export const recurringView = z
  .object({
    id: z.string().meta({ description: 'The same for this merchant and relief in every year' }),
    relief: z.string().meta({ description: 'Code of the relief, gift or rebate' }),
    ...shortNames,
    merchant: z.string().meta({ description: 'As the latest receipt has it' }),
    rhythm: z.enum(rhythms),
    usualSen: sen.meta({ description: 'The usual payment: the median of the months' }),
    months: z.array(recurringMonth).meta({
      description:
        'The months of this year in which a payment came or was due, in their order. None before the first payment, ' +
        'after the last one of a series that has ended, or that is not over yet',
    }),
    confirmed: z.int().meta({ description: 'How many of the months are confirmed' }),
    missing: z.int().meta({ description: 'How many of the months are missing' }),
    reliefSen: sen.meta({
      description:
        'How much more would be allowed with the missing months at the usual amount; 0: the limit is used up, the law ' +
        'excludes it, or nothing is missing',
    }),
    savesSen: sen.nullable().meta({ description: 'The tax that saves; null: income is unknown' }),
    endedAfter: month.nullable().meta({
      description: 'The last month that was paid, where the person says the payments have ended',
    }),
  })
  .meta({ id: 'RecurringClaim' })
export type RecurringClaim = z.output<typeof recurringView>

export const recurringPage = z
  .object({
    year: z.int().meta({ description: 'Year of assessment' }),
    recurring: z.array(recurringView),
    nextCursor: z.string().nullable(),
    total: z.int().meta({ description: 'How many there are, on all pages' }),
  })
  .meta({ id: 'RecurringClaims' })

export const enteredMonths = z
  .object({
    receipts: z.array(receiptView).meta({ description: 'Those entered, each to be checked' }),
    recurring: recurringView.nullable().meta({ description: 'As it is now' }),
  })
  .meta({ id: 'EnteredMonths' })

const MONTHS = 12

export const enterMonthsBody = z.strictObject({
  months: z
    .array(month)
    .min(1)
    .max(MONTHS)
    .meta({ description: 'Missing months that were paid like the one before', example: ['2026-04'] }),
})

export const answerBody = z
  .strictObject({
    months: z
      .record(month, z.literal('not-paid').nullable())
      .refine((months) => Object.keys(months).length <= MONTHS, { error: `at most ${MONTHS} months` })
      .optional()
      .meta({
        description: 'By month: that nothing was paid; null: the answer is taken back',
        example: { '2026-04': 'not-paid' },
      }),
    ended: z.boolean().optional().meta({
      description: 'Whether the payments have ended with the last one that is confirmed or to be checked',
    }),
  })
  .nullish()
