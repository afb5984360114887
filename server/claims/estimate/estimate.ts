import type { z } from 'zod'
import { formOf } from '../../taxpayer/facts.ts'
import type { YearClaim } from '../year-claim.ts'
import { assessed, mainEstimate } from './assess.ts'
import { type estimateView, toComputation } from './views.ts'

/** What a person's tax of a year comes to, as far as it is known. */
export function toEstimate(claim: YearClaim): z.input<typeof estimateView> {
  const { year, facts, version, receipts } = claim
  const wish = facts.assessment ?? 'separate'
  const outcome = assessed(year, claim.couple, wish)
  const result = mainEstimate(outcome)
  const withSuggestions = assessed(year, claim.withSuggestions, wish)
  return {
    year: year.year,
    form: formOf(facts),
    factsVersion: version,
    assessment: outcome.assessment,
    computation: toComputation(year, result),
    withSuggestions: {
      receipts: receipts.rows.filter(({ status }) => status !== 'confirmed').length,
      reliefsSen: mainEstimate(withSuggestions).reliefs.allowedSen,
      payableSen: mainEstimate(withSuggestions).payableSen,
      savesSen: outcome.payableSen - withSuggestions.payableSen,
    },
    warnings: claim.warnings,
    sources: year.sources,
  }
}
