import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { type Claimable, claimable } from '../../law/claimable.ts'
import type { Estimate } from '../../law/estimate.ts'
import { sum } from '../../law/money.ts'
import type { TaxYear } from '../../law/year.ts'
import { assessments, spouseSchema } from '../../taxpayer/facts.ts'
import type { YearClaim } from '../year-claim.ts'
import { assessed, bestOf, mainEstimate, type Outcome, outcomes } from './assess.ts'
import { assessmentView, outcomeView, toOutcome } from './estimate-views.ts'

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

/** The effect of changes, compared with the estimate of the confirmed receipts. */
export function whatIf(claim: YearClaim, changes: WhatIf): z.input<typeof whatIfView> {
  const { year, facts } = claim
  const { more = [], spouse, assessment } = changes
  checkCodes(year, more)
  const base = claim.coupleWith([], spouse)
  const stated = facts.assessment ?? 'separate'
  const now = assessed(year, base, stated)
  const requested = assessment === 'compare' ? 'best' : (assessment ?? stated)
  const afterCouple = claim.coupleWith(more, spouse)
  const after = assessed(year, afterCouple, requested)
  // The savings by spending compare two computations of the same assessment, so that a change of assessment is not included.
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
      : [{ path: `/more/${index}/relief`, message: `cannot be claimed in ${year.year}` }],
  )
  if (errors.length > 0) {
    throw new Refusal('validation_failed', 'See errors for each value.', { extra: { errors } })
  }
}
