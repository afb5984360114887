import type { Evidence } from './agreement.ts'
import calibration from './calibration.json' with { type: 'json' }
import { type Features, scoreOf } from './rank.ts'

export type CalibratedField = keyof typeof calibration

/** Below this a value is marked for a person to compare. */
const IN_QUESTION = 0.9
// Beyond this the rules are no surer, whatever they say.
const LEAST_DOUBT = 1e-4

function logOdds(chance: number): number {
  const inside = Math.min(1 - LEAST_DOUBT, Math.max(LEAST_DOUBT, chance))
  return Math.log(inside / (1 - inside))
}

/** Evidence as features of a logistic regression; bench/calibrate.ts learns their weights. */
export function evidenceFeatures(evidence: Evidence): Features {
  const { confidence, agreeing, isContradicted, isReadOnce } = evidence
  return {
    bias: 1,
    stated: logOdds(confidence),
    agreeing: agreeing === null ? 0 : Math.max(0, logOdds(agreeing)),
    contradicted: Number(isContradicted),
    readOnce: Number(isReadOnce),
  }
}

/** How often a value with such evidence is right, 0..1. What the rules put in question gains nothing. */
export function calibrated(
  field: CalibratedField,
  evidence: Evidence,
  weights: Record<string, number> = calibration[field],
): number {
  const chance = 1 / (1 + Math.exp(-scoreOf(evidenceFeatures(evidence), weights)))
  return evidence.confidence < IN_QUESTION ? Math.min(chance, evidence.confidence) : chance
}
