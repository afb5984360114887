import { z } from 'zod'
import { assessments, spouseSchema } from '../../taxpayer/facts.ts'
import { assessmentView, outcomeView } from './estimate-views.ts'

const moreSen = z.int().min(1).max(100_000_000_000)

export const whatIfBody = z
  .strictObject({
    more: z
      .array(z.strictObject({ relief: z.string().max(60), sen: moreSen }))
      .max(20)
      .optional()
      .meta({
        description: 'Extra spending on reliefs, gifts or rebates',
        example: [{ relief: 'lifestyle-books', sen: 50_000 }],
      }),
    assessment: z
      .enum([...assessments, 'compare'])
      .optional()
      .meta({
        description:
          'The assessment to compute; `compare`: the one with the least tax. Default: the stored one',
      }),
    spouse: spouseSchema.optional().meta({ description: 'Used instead of the stored spouse' }),
  })
  .meta({ id: 'WhatIf' })
export type WhatIf = z.output<typeof whatIfBody>

const sen = z.int().meta({ description: 'Amount in sen' })
const saving = {
  allowedSen: sen.meta({ description: 'How much of the extra spending would be allowed' }),
  savesSen: sen.meta({ description: 'How much less tax would be payable' }),
}

export const whatIfView = z
  .object({
    year: z.int(),
    now: outcomeView,
    after: outcomeView,
    savesSen: sen.meta({
      description: 'Tax payable `now` less tax payable `after`; negative: more tax',
    }),
    more: z
      .array(z.object({ relief: z.string(), sen, ...saving }))
      .meta({ description: 'The effect of each extra spending alone' }),
    together: z.object(saving),
    assessments: z.array(z.object({ assessment: assessmentView, payableSen: sen })).meta({
      description: 'Every possible assessment with the changes; joint assessment needs income of both',
    }),
    best: assessmentView,
    claimedByBoth: z
      .array(z.string())
      .meta({ description: 'Reliefs that only one of a couple may claim and both did; they must choose' }),
  })
  .meta({ id: 'WhatIfAnswer' })
