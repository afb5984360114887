import type { Text } from '../language.ts'
import type { Claimable } from '../law/claimable.ts'
import { say } from '../texts/index.ts'
import type { RuleOutcome } from './rule.ts'
import type { Beneficiary } from './suggestion.ts'

/** What a line or a whole receipt may be claimed for. */
export interface Verdict {
  relief: string | null
  person: Beneficiary | null
  confidence: number
  question: Text | null
  /** Completes a sentence that begins with the line; a sentence of its own if it is not about one line; null if there is nothing to add. */
  reason: Text | null
}

/** The facts about the receipt as a whole that its lines are judged with. */
export interface ReceiptContext {
  year: number
  claimable: Map<string, Claimable>
  person: Beneficiary | null
  /** The page shows LHDN's approval for gifts. */
  approved: boolean
}

/** The beneficiary, if the relief has more than one. */
export function personFor(code: string, person: Beneficiary | null, { claimable }: ReceiptContext) {
  const beneficiaries = claimable.get(code)?.for ?? []
  return beneficiaries.length > 1 && person && beneficiaries.includes(person) ? person : null
}

export const notClaimable = (reason: Text | null, confidence: number): Verdict => ({
  relief: null,
  person: null,
  confidence,
  question: null,
  reason,
})

/** What a rule means for this receipt: in its year, for its beneficiary. */
export function verdictOf(rule: RuleOutcome, context: ReceiptContext): Verdict {
  const { reads, confidence } = rule
  const isParent = context.person === 'parent' || context.person === 'grandparent'
  const choices = isParent && rule.parents.length > 0 ? rule.parents : rule.reliefs
  if (choices.length === 0) return notClaimable(reads, confidence)
  if (rule.needs === 'approval' && !context.approved)
    return notClaimable(
      say(({ suggestions }, of) => suggestions.noApproval(of(reads))),
      0.75,
    )
  const chosen = choices.find(
    ({ code, from, to }) =>
      context.claimable.has(code) &&
      context.year >= (from ?? context.year) &&
      context.year <= (to ?? context.year),
  )
  if (!chosen) {
    const reason = say(({ suggestions }, of) => suggestions.noRelief(of(reads), context.year))
    return notClaimable(reason, 0.8)
  }
  return {
    relief: chosen.code,
    person: personFor(chosen.code, context.person, context),
    confidence,
    question: rule.question ?? null,
    reason: reads,
  }
}
