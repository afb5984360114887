import { z } from 'zod'
import { recurringView } from '../recurring/views.ts'
import { shortNames } from '../tax-year-views.ts'

const sen = z.int().meta({ description: 'Amount in sen' })
const section = z.string().meta({ description: 'Section of the Income Tax Act 1967' })
const head = { code: z.string(), shortName: shortNames.shortName }

export const limitView = z
  .object({
    ...head,
    hint: shortNames.hint,
    section,
    usedSen: sen.meta({ description: 'Allowed now' }),
    suggestedSen: sen.meta({ description: 'Allowed in addition if every suggestion is accepted' }),
    limitSen: sen,
    remainingSen: sen,
  })
  .meta({ id: 'LimitUse' })
export type LimitUse = z.output<typeof limitView>

export const overviewView = z
  .object({
    year: z.int().meta({ description: 'Year of assessment' }),
    form: z.enum(['BE', 'B']),
    foundSen: sen.meta({ description: 'Reliefs that receipts and statements bring, within their limits' }),
    automaticSen: sen.meta({
      description: 'Reliefs without a receipt: personal ones, and what the employer deducted (EPF, SOCSO)',
    }),
    savedSen: sen.nullable().meta({
      description: 'How much less tax is payable because of receipts and statements; null: income is unknown',
    }),
    incomeKnown: z.boolean(),
    withSuggestions: z
      .object({
        foundSen: sen,
        savesMoreSen: sen.nullable().meta({ description: 'Tax saved in addition; null: income is unknown' }),
      })
      .meta({ description: 'If every suggestion on an unconfirmed receipt is accepted' }),
    unconfirmed: z.int().meta({ description: 'Receipts of the year that are not confirmed' }),
    examples: z.int().meta({ description: 'Example receipts of the year, confirmed or not' }),
    nearest: z.array(limitView).meta({ description: 'Limits in use, the one nearest to full first' }),
    lookFor: z
      .array(limitView)
      .meta({ description: 'Limits of common reliefs that nothing is spent on yet' }),
    lastDay: z
      .object({ day: z.iso.date(), ...head, remainingSen: sen, savesSen: sen })
      .nullable()
      .meta({ description: 'What the rest of a limit would save if it is spent before the year ends' }),
    recurring: recurringView
      .nullable()
      .meta({ description: 'The recurring payment whose missing months bring most relief; null: none does' }),
    changes: z
      .array(
        z.object({
          ...head,
          isNew: z.boolean().meta({ description: 'There was no such relief in earlier years' }),
          limitSen: sen.nullable(),
          section,
        }),
      )
      .meta({ description: 'What the law changed for this year, new reliefs first' }),
  })
  .meta({ id: 'Overview' })
export type Overview = z.output<typeof overviewView>
