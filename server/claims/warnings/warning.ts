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

/** Where they hold, no other figure is certain: they come first, in this order. */
const FIRST: readonly WarningCode[] = ['record_damaged', 'not_resident', 'law_draft']

const rank = ({ code, amountSen }: ClaimWarning) =>
  FIRST.includes(code) ? Number.MAX_SAFE_INTEGER - FIRST.indexOf(code) : amountSen

/** Those with most money at stake first. */
export const ranked = (warnings: readonly ClaimWarning[]): ClaimWarning[] =>
  warnings.toSorted((a, b) => rank(b) - rank(a))
