import type { Text } from '../../language.ts'
import { sum } from '../../law/money.ts'
import type { ClaimWarning } from '../claim-views.ts'
import type { ClaimedPart } from '../spend.ts'

export type WarningCode = ClaimWarning['code']

interface About {
  relief?: string | null
  /** Default: `relief`, if there is one. */
  reliefs?: string[]
  parts?: readonly ClaimedPart[]
  /** In sen; default: what the parts claim. */
  amountSen?: number
  section?: string | null
  fact?: ClaimWarning['fact']
}

export function warning(code: WarningCode, message: Text, about: About = {}): ClaimWarning {
  const { relief = null, parts = [], section = null, fact = null } = about
  return {
    code,
    message,
    relief,
    reliefs: about.reliefs ?? (relief === null ? [] : [relief]),
    section,
    fact,
    amountSen: Math.max(0, about.amountSen ?? sum(parts.map(({ sen }) => sen))),
    receipts: [...new Set(parts.map(({ row }) => row.id))],
  }
}

/** A warning about several reliefs names one only where there is no other. */
export const about = (codes: readonly string[]) => ({
  relief: codes.length === 1 ? (codes[0] ?? null) : null,
  reliefs: [...codes],
})

/** What cannot be read comes first, as nothing else is certain then. */
const rank = ({ code, amountSen }: ClaimWarning) => (code === 'record_damaged' ? Infinity : amountSen)

/** Those with most money at stake first. */
export const ranked = (warnings: readonly ClaimWarning[]): ClaimWarning[] =>
  warnings.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)))
