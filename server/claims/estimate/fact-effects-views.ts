import { z } from 'zod'
import { factsSchema } from '../../taxpayer/facts.ts'
import { assessmentView } from './estimate-views.ts'

/** As many as a question has answers, and the one that is typed. */
const MAX_FACTS = 8

export const factEffectsBody = z
  .strictObject({
    facts: z
      .array(factsSchema)
      .min(1)
      .max(MAX_FACTS)
      .meta({ description: 'All facts of the year, as PUT /tax-years/{ya}/taxpayer takes them' }),
  })
  .meta({ id: 'FactsToEstimate' })

const sen = z.int().meta({ description: 'Amount in sen' })

export const factEffect = z
  .object({
    assessment: assessmentView,
    payableSen: sen.meta({ description: 'As in the estimate: in this person’s name, or in the spouse’s' }),
    togetherSen: sen.meta({ description: 'The tax payable by both of a couple' }),
    balanceSen: sen.meta({ description: 'The amount still to be paid; negative: to be refunded' }),
    ratePercent: z.int().meta({ description: 'The rate at which the last ringgit is taxed' }),
    childrenSen: z
      .array(sen)
      .meta({ description: 'The relief that each of `children` grants, in their order, whoever claims it' }),
  })
  .meta({ id: 'FactEffect' })

export const factEffectsView = z
  .object({
    year: z.int().meta({ description: 'Year of assessment' }),
    now: factEffect.meta({ description: 'With the stored facts' }),
    estimates: z.array(factEffect).meta({ description: 'With each of `facts`, in their order' }),
  })
  .meta({ id: 'FactEffects' })
