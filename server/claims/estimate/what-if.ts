import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { type Claimable, claimable } from '../../law/claimable.ts'
import type { Estimate } from '../../law/estimate.ts'
import { sum } from '../../law/money.ts'
import type { TaxYear } from '../../law/year.ts'
import { assessments, spouseSchema } from '../../taxpayer/facts.ts'
import type { YearClaim } from '../year-claim.ts'
import { assessed, bestOf, mainEstimate, type Outcome, outcomes } from './assess.ts'
import { assessmentView, outcomeView, toOutcome } from './views.ts'

const moreSen = z.int().min(1).max(100_000_000_000)

export const whatIfBody = z
  .strictObject({
    more: z
      .array(z.strictObject({ relief: z.string().max(60), sen: moreSen }))
      .max(20)
      .optional()
      .meta({
        description: 'So much more on reliefs, gifts or rebates',
        example: [{ relief: 'lifestyle-books', sen: 50_000 }],
      }),
    assessment: z
      .enum([...assessments, 'compare'])
      .optional()
      .meta({
        description: 'Assessed so; compare: in the way with the least to pay. Default: as the taxpayer says',
      }),
    spouse: spouseSchema
      .optional()
      .meta({ description: 'Taken in place of what is stored about the spouse' }),
  })
  .meta({ id: 'WhatIf' })
export type WhatIf = z.output<typeof whatIfBody>

const sen = z.int().meta({ description: 'Integer sen' })
const saving = {
  allowedSen: sen.meta({ description: 'How much of the extra spending would be allowed' }),
  savesSen: sen.meta({ description: 'How much less there would be to pay' }),
}

export const whatIfView = z
  .object({
    year: z.int(),
    now: outcomeView,
    after: outcomeView,
    savesSen: sen.meta({
      description: 'How much less is to pay `after` everything asked than `now`; negative: more',
    }),
    more: z.array(z.object({ relief: z.string(), sen, ...saving })).meta({ description: 'Each alone' }),
    together: z.object(saving),
    assessments: z
      .array(z.object({ assessment: assessmentView, payableSen: sen }))
      .meta({ description: 'Every way there is to be assessed after it; joint needs income of both' }),
    best: assessmentView,
    claimedByBoth: z
      .array(z.string())
      .meta({ description: 'Reliefs that only one of a couple may claim, and both did: choose' }),
  })
  .meta({ id: 'WhatIfAnswer' })

/** What would change, against what is confirmed now. */
export function whatIf(claim: YearClaim, asked: WhatIf): z.input<typeof whatIfView> {
  const { year, facts } = claim
  const { more = [], spouse, assessment } = asked
  checkCodes(year, more)
  const base = claim.coupleWith([], spouse)
  const stated = facts.assessment ?? 'separate'
  const now = assessed(year, base, stated)
  const wish = assessment === 'compare' ? 'best' : (assessment ?? stated)
  const afterCouple = claim.coupleWith(more, spouse)
  const after = assessed(year, afterCouple, wish)
  // Savings of spending are told in the way that is asked for, so that a change of it is not mixed in.
  const before = assessed(year, base, after.assessment)
  const saving = (parts: typeof more, outcome: Outcome) => ({
    allowedSen: sum(kindsOf(year, parts).map((kind) => allowedOf(outcome, kind) - allowedOf(before, kind))),
    savesSen: before.payableSen - outcome.payableSen,
  })
  const { ways, claimedByBoth } = outcomes(year, afterCouple)
  return {
    year: year.year,
    now: toOutcome(year, now),
    after: toOutcome(year, after),
    savesSen: now.payableSen - after.payableSen,
    more: more.map((part) => {
      const alone = assessed(year, claim.coupleWith([part], spouse), after.assessment)
      return { ...part, ...saving([part], alone) }
    }),
    together: saving(more, after),
    assessments: ways.map(({ assessment, payableSen }) => ({ assessment, payableSen })),
    best: bestOf(ways).assessment,
    claimedByBoth,
  }
}

type Kind = 'reliefs' | 'gifts' | 'rebates'
const KINDS: Record<Claimable['kind'], Kind> = {
  relief: 'reliefs',
  gift: 'gifts',
  rebate: 'rebates',
  trip: 'rebates',
}

const kindsOf = (year: TaxYear, parts: { relief: string }[]): Kind[] => [
  ...new Set(parts.map(({ relief }) => KINDS[claimable(year, relief)?.kind ?? 'relief'])),
]

const ALLOWED: Record<Kind, (result: Estimate) => number> = {
  reliefs: ({ reliefs }) => reliefs.allowedSen,
  gifts: ({ gifts }) => sum(gifts.map(({ allowedSen }) => allowedSen)),
  rebates: ({ rebates }) => sum(rebates.map(({ allowedSen }) => allowedSen)),
}
const allowedOf = (outcome: Outcome, kind: Kind) => ALLOWED[kind](mainEstimate(outcome))

function checkCodes(year: TaxYear, more: { relief: string }[]) {
  const errors = more.flatMap(({ relief }, index) =>
    claimable(year, relief)
      ? []
      : [{ path: `/more/${index}/relief`, message: `takes no spending in ${year.year}` }],
  )
  if (errors.length > 0) {
    throw new Refusal('validation_failed', 'See errors for each value.', { extra: { errors } })
  }
}
