import { z } from 'zod'
import { allocationSchema } from '../../receipts/allocation.ts'
import { texts } from '../../texts/index.ts'

const { relief, sen, person } = allocationSchema.shape

const MAX_PARTS = 50
const MAX_PLAN_MONTHS = 120

const allocationInput = z.strictObject({
  relief,
  sen,
  person: person.optional(),
  year: z.int().optional().meta({
    description: 'The year whose claim a refund or credit note reverses, if it is not its own year',
  }),
  plan: z
    .strictObject({
      from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, texts.en.values.month),
      months: z.int().min(1).max(MAX_PLAN_MONTHS),
    })
    .optional()
    .meta({
      description: 'A plan paid in advance: the amount is apportioned by months to the years it covers',
    }),
})

export const allocationInputs = z.array(allocationInput).max(MAX_PARTS).meta({
  description: 'All parts of the receipt. The rest of the amount stays undecided',
})
