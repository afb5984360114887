import weights from './weights.json' with { type: 'json' }

/** The features of a candidate; a missing feature is 0. */
export type Features = Record<string, number>

export interface Candidate {
  features: Features
}

// Below this a guess is noise; an empty field is better than a wrong one.
const LEAST = 0.05

export type RankedField = 'merchant' | 'date' | 'total'

export function scoreOf(features: Features, of: Record<string, number>): number {
  let score = 0
  for (const [name, amount] of Object.entries(features)) score += amount * (of[name] ?? 0)
  return score
}

/**
 * The best candidate and the probability that it is right: a softmax over the candidates and "none of these", whose
 * score is 0. Null if the probability is below LEAST.
 */
export function best<T extends Candidate>(
  field: RankedField,
  candidates: T[],
): { candidate: T; chance: number } | null {
  const of: Record<string, number> = weights[field]
  const scores = candidates.map((candidate) => scoreOf(candidate.features, of))
  const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY)
  const candidate = candidates[scores.indexOf(top)]
  if (!candidate) return null
  const ceiling = Math.max(top, 0)
  const mass = scores.reduce((sum, score) => sum + Math.exp(score - ceiling), Math.exp(-ceiling))
  const chance = Math.exp(top - ceiling) / mass
  return chance < LEAST ? null : { candidate, chance }
}
