import type { Claimable } from '../law/claimable.ts'
import type { Counting } from './rule.ts'
import type { Beneficiary } from './suggestion.ts'

/** What is thought of a line or of a whole receipt. */
export interface Opinion {
  relief: string | null
  person: Beneficiary | null
  confidence: number
  question: string | null
  /** The end of a sentence that begins with the line; by itself where it is not about one line; '' where nothing is to be added. */
  because: string
}

/** What is known about a receipt as a whole while its lines are judged. */
export interface Circumstances {
  year: number
  claimable: Map<string, Claimable>
  person: Beneficiary | null
  /** It shows LHDN's approval for gifts. */
  approved: boolean
}

/** Whom it was for, where the relief takes more than one. */
export function personFor(code: string, person: Beneficiary | null, { claimable }: Circumstances) {
  const takes = claimable.get(code)?.for ?? []
  return takes.length > 1 && person && takes.includes(person) ? person : null
}

export const nothingCounts = (because: string, confidence: number): Opinion => ({
  relief: null,
  person: null,
  confidence,
  question: null,
  because,
})

/** What a rule means in this year, for this person, on this paper. */
export function opinionOf(rule: Counting, on: Circumstances): Opinion {
  const { reads, confidence } = rule
  const isParent = on.person === 'parent' || on.person === 'grandparent'
  const choices = isParent && rule.parents.length > 0 ? rule.parents : rule.reliefs
  if (choices.length === 0) return nothingCounts(reads, confidence)
  if (rule.needs === 'approval' && !on.approved)
    return nothingCounts(`${reads}, but it shows no approval of LHDN (section 44)`, 0.75)
  const chosen = choices.find(
    ({ code, from, to }) =>
      on.claimable.has(code) && on.year >= (from ?? on.year) && on.year <= (to ?? on.year),
  )
  if (!chosen) return nothingCounts(`${reads}, but ${on.year} has no relief for it`, 0.8)
  return {
    relief: chosen.code,
    person: personFor(chosen.code, on.person, on),
    confidence,
    question: rule.question ?? null,
    because: reads,
  }
}
