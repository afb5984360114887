import type { ClaimLine, Claims, Names, Reliefs } from '../../../../server/api-types.ts'
import { findRelief } from '../../ui/relief-names.ts'
import { findLine, suggestedSen } from './lines.ts'

/** What is shown of a relief, gift or rebate of the year. */
export interface Head {
  code: string
  shortName: Names
  section: string
  allowedSen: number
  suggestedSen: number
  /** null: without a limit of its own. */
  limitSen: number | null
  remainingSen: number | null
  /** The line in the tree; a gift or rebate has none. */
  line: ClaimLine | undefined
}

export function headOf(code: string, claims: Claims, reliefs: Reliefs): Head | undefined {
  const head = findRelief(reliefs, code)
  if (!head) return undefined
  const { shortName, section } = head
  const unlimited = { code, shortName, section, suggestedSen: 0, limitSen: null, remainingSen: null }
  const line = findLine(claims.reliefs, code)
  if (!line) return { ...unlimited, allowedSen: usedOf(code, claims), line }
  // A fixed amount is granted or not; nothing of it is left.
  if (isFixed(code, reliefs)) return { ...unlimited, allowedSen: line.allowedSen, line }
  return { ...line, suggestedSen: suggestedSen(line), line }
}

/** Whether it is an amount that somebody has or has not. */
export function isFixed(code: string, reliefs: Reliefs): boolean {
  const head = findRelief(reliefs, code)
  return head !== undefined && 'kind' in head && head.kind === 'fixed'
}

/** Whether receipts can count for it; else a status grants it. */
export function takesReceipts(code: string, reliefs: Reliefs): boolean {
  const head = findRelief(reliefs, code)
  return head !== undefined && !('evidence' in head && head.evidence.kind === 'status')
}

/** Gifts and what is deducted from the tax, as far as somebody pays for it. */
export function giftsOf(claims: Claims, { gifts, rebates }: Reliefs) {
  const paid = rebates.filter(({ kind }) => kind !== 'fixed')
  return [...paid, ...gifts.heads].map(({ code, shortName }) => ({
    code,
    shortName,
    usedSen: usedOf(code, claims),
  }))
}

const usedOf = (code: string, { gifts, rebates }: Claims) =>
  gifts.find((gift) => gift.code === code)?.allowedSen ??
  rebates.find((rebate) => rebate.code === code)?.paidSen ??
  0
