import type { ClaimLine, Claims, Relief, Reliefs } from '../../../../server/api-types.ts'
import { findRelief } from '../../ui/relief-names.ts'

/** A line anywhere in the tree. */
export function findLine(lines: readonly ClaimLine[], code: string): ClaimLine | undefined {
  for (const line of lines) {
    const found = line.code === code ? line : findLine(line.children, code)
    if (found) return found
  }
  return undefined
}

/** The codes of a line and of all below it. */
export const codesOf = (line: ClaimLine): string[] => [line.code, ...line.children.flatMap(codesOf)]

/** What the law excludes of it on the given facts. */
export const setAsideSen = (line: ClaimLine): number =>
  line.children.reduce((sum, child) => sum + setAsideSen(child), line.setAsideSen)

/**
 * The reliefs that receipts or statements bring in, and those granted without: by a status, or deducted from the salary. Where
 * the employer deducts a part of a relief (EPF of life insurance and EPF), its parts stand alone, as in the overview.
 */
export function foundAndAutomatic(claims: Claims, { reliefs }: Reliefs) {
  const found: ClaimLine[] = []
  const automatic: ClaimLine[] = []
  const sort = (lines: readonly ClaimLine[], by: readonly Relief[]) => {
    for (const line of lines) {
      const relief = by.find(({ code }) => code === line.code)
      if (!relief) continue
      if (relief.children.some(({ withheld }) => withheld)) sort(line.children, relief.children)
      else if (takesReceipts(relief)) found.push(line)
      else if (line.allowedSen > 0) automatic.push(line)
    }
  }
  sort(claims.reliefs, reliefs)
  return { found, automatic }
}

const takesReceipts = (relief: Relief): boolean =>
  relief.evidence.kind !== 'status' && (isBought(relief) || relief.children.some(takesReceipts))

/** Whether money can be spent on it: not what the employer deducts, nor what a status grants. */
const isBought = ({ kind, evidence, withheld }: Relief) =>
  kind === 'capped' && evidence.kind !== 'status' && !withheld

export const totalAllowed = (lines: readonly ClaimLine[]) =>
  lines.reduce((sum, { allowedSen }) => sum + allowedSen, 0)

/** What would be allowed on top of it if every suggestion is right. */
export const suggestedSen = ({ allowedSen, withSuggestionsSen }: ClaimLine) =>
  Math.max(0, withSuggestionsSen - allowedSen)

/** Used ones first, nearest to their limit; then the biggest. */
export const nearestFirst = (lines: readonly ClaimLine[]) =>
  [...lines].sort((a, b) => shareUsed(b) - shareUsed(a))

const shareUsed = ({ allowedSen, withSuggestionsSen, limitSen }: ClaimLine) => {
  const used = Math.max(allowedSen, withSuggestionsSen)
  return used > 0 ? 1 + used / (limitSen ?? used) : (limitSen ?? 0) / 1e10
}

/** A line with room for more spending. */
export type Spendable = ClaimLine & { remainingSen: number }

/**
 * On what more could be spent for a relief: itself or, where it only sums up others, the one of them that is used most.
 * Undefined where nothing is left or nothing is bought.
 */
export function spendableOf(line: ClaimLine, reliefs: Reliefs): Spendable | undefined {
  if (!hasRoom(line)) return undefined
  if (line.children.length > 0) {
    const mostUsed = [...line.children].sort((a, b) => b.withSuggestionsSen - a.withSuggestionsSen)
    return mostUsed.flatMap((child) => spendableOf(child, reliefs) ?? [])[0]
  }
  const relief = findRelief(reliefs, line.code)
  return relief && 'evidence' in relief && isBought(relief) ? line : undefined
}

const hasRoom = (line: ClaimLine): line is Spendable => line.remainingSen !== null && line.remainingSen > 0
