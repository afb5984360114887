import type { Text } from '../../language.ts'
import { sum } from '../../law/money.ts'
import type { ClaimWarning } from '../claim-views.ts'
import type { ClaimedPart } from '../spend.ts'

export type WarningCode = ClaimWarning['code']

interface About {
  relief?: string | null
  parts?: ClaimedPart[]
  /** In sen; default: what the parts claim. */
  amountSen?: number
}

export const warning = (
  code: WarningCode,
  message: Text,
  { relief = null, parts = [], amountSen = sum(parts.map(({ sen }) => sen)) }: About = {},
): ClaimWarning => ({
  code,
  message,
  relief,
  amountSen: Math.max(0, amountSen),
  receipts: [...new Set(parts.map(({ row }) => row.id))],
})
