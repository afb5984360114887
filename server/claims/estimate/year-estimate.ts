import type { z } from 'zod'
import { formOf } from '../../taxpayer/facts.ts'
import type { ClaimWarning } from '../claim-views.ts'
import type { YearClaim } from '../year-claim.ts'
import { assessed, mainEstimate } from './assess.ts'
import { type estimateView, toComputation } from './estimate-views.ts'

type EstimateAnswer = Omit<z.input<typeof estimateView>, 'warnings'> & { warnings: ClaimWarning[] }

/** The estimate of a person's tax for a year, from the confirmed receipts and the stored facts. */
export function toEstimate(claim: YearClaim): EstimateAnswer {
  const { year, facts, version, receipts } = claim
  const requested = facts.assessment ?? 'separate'
  const outcome = assessed(year, claim.couple, requested)
  const result = mainEstimate(outcome)
  const withSuggestions = assessed(year, claim.withSuggestions, requested)
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
