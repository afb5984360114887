import type { z } from 'zod'
import type { Estimate } from '../../law/estimate.ts'
import { childReliefs } from '../../law/grants.ts'
import { sum } from '../../law/money.ts'
import type { Facts } from '../../taxpayer/facts.ts'
import type { YearClaim } from '../year-claim.ts'
import { assessed, mainEstimate } from './assess.ts'
import type { factEffect, factEffectsView } from './fact-effects-views.ts'

/** The tax with the stored facts, and with each of others. */
export function toFactEffects(claim: YearClaim, all: Facts[]): z.input<typeof factEffectsView> {
  return {
    year: claim.year.year,
    now: effectOf(claim, claim.facts),
    estimates: all.map((facts) => effectOf(claim, facts)),
  }
}

function effectOf({ year, coupleOf }: YearClaim, facts: Facts): z.input<typeof factEffect> {
  const outcome = assessed(year, coupleOf(facts), facts.assessment ?? 'separate')
  const result = mainEstimate(outcome)
  return {
    assessment: outcome.assessment,
    payableSen: result.payableSen,
    togetherSen: outcome.payableSen,
    balanceSen: result.balanceSen,
    ratePercent: lastRate(result),
    childrenSen: (facts.children ?? []).map((child) =>
      sum(childReliefs(year, child).map(({ amountSen }) => amountSen)),
    ),
  }
}

const lastRate = ({ tax }: Estimate) =>
  tax.bands.filter(({ incomeSen }) => incomeSen > 0).at(-1)?.ratePercent ??
  tax.flat.filter(({ chargeableSen }) => chargeableSen > 0).at(-1)?.ratePercent ??
  0
