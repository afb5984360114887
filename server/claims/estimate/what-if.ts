import type { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { type Claimable, claimable } from '../../law/claimable.ts'
import type { Estimate } from '../../law/estimate.ts'
import { sum } from '../../law/money.ts'
import type { TaxYear } from '../../law/year.ts'
import { say } from '../../texts/index.ts'
import type { YearClaim } from '../year-claim.ts'
import { assessed, bestOf, mainEstimate, type Outcome, outcomes } from './assess.ts'
import { toOutcome } from './estimate-views.ts'
import type { WhatIf, whatIfView } from './what-if-views.ts'

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
      : [
          {
            path: `/more/${index}/relief`,
            message: say(({ values }) => values.cannotBeClaimedIn(year.year)),
          },
        ],
  )
  if (errors.length > 0) {
    throw new Refusal(
      'validation_failed',
      say(({ refusals }) => refusals.seeErrors),
      { errors },
    )
  }
}
