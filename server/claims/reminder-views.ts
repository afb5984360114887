import { z } from 'zod'
import { day } from '../receipts/values.ts'

/** What needs attention soon, by kind. */
export const reminderView = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('filing_deadline'),
      year: z.int().meta({ description: 'The year of assessment to file' }),
      form: z.enum(['BE', 'B']),
      dueOn: day,
      eFilingUntil: day,
    }),
    z.object({
      kind: z.literal('ask_for_einvoice'),
      dueOn: day.meta({
        description: 'After this day the shop may include the purchase in a consolidated e-invoice',
      }),
      receipts: z
        .array(z.string())
        .meta({ description: 'Ids of this month’s receipts without an e-invoice' }),
    }),
    z.object({
      kind: z.literal('limit_nearly_used'),
      year: z.int(),
      relief: z.string(),
      limitSen: z.int(),
      remainingSen: z.int(),
    }),
    z.object({ kind: z.literal('limit_used_up'), year: z.int(), relief: z.string(), limitSen: z.int() }),
    z.object({ kind: z.literal('to_confirm'), year: z.int(), receipts: z.int() }),
  ])
  .meta({ id: 'Reminder' })

export type Reminder = z.output<typeof reminderView>
