import type { ClaimLine, Claims, Relief, Reliefs } from '../../../../server/api-types.ts'

/** A line anywhere in the tree. */
export function findLine(lines: readonly ClaimLine[], code: string): ClaimLine | undefined {
  for (const line of lines) {
    const found = line.code === code ? line : findLine(line.children, code)
    if (found) return found
  }
  return undefined
}

/**
 * Whether receipts or statements bring it in. The rest is granted by itself or stands on the payslip (EPF, SOCSO), so
 * nobody looks for it.
 */
export function isFound(line: ClaimLine, { reliefs }: Reliefs): boolean {
  const relief = reliefs.find(({ code }) => code === line.code)
  return relief !== undefined && takesReceipts(relief)
}

const takesReceipts = (relief: Relief): boolean =>
  (relief.kind === 'capped' && relief.evidence.kind !== 'status' && !ON_PAYSLIP.has(relief.code)) ||
  (relief.kind === 'group' && relief.children.some(takesReceipts))

const ON_PAYSLIP: ReadonlySet<string> = new Set(['socso-eis', 'epf-approved-scheme', 'spouse-alimony'])

export const totalAllowed = (lines: readonly ClaimLine[]) =>
  lines.reduce((sum, { allowedSen }) => sum + allowedSen, 0)

/** What would be allowed on top of it if every suggestion is right. */
export const suggestedSen = ({ allowedSen, withSuggestionsSen }: ClaimLine) =>
  Math.max(0, withSuggestionsSen - allowedSen)

/** The receipts behind a line and those below it, each once with its amounts added. */
export function receiptsBehind(line: ClaimLine): { id: string; sen: number }[] {
  const sums = new Map<string, number>()
  const add = ({ receipts, children }: ClaimLine) => {
    for (const { id, sen } of receipts) sums.set(id, (sums.get(id) ?? 0) + sen)
    for (const child of children) add(child)
  }
  add(line)
  return [...sums].map(([id, sen]) => ({ id, sen }))
}

/** Receipts that may count for a line or those below it, once they are checked. */
export function suggestedFor(line: ClaimLine, { unconfirmed }: Claims): { id: string; sen: number }[] {
  const codes = new Set(codesOf(line))
  return unconfirmed.receipts.flatMap(({ id, suggested }) => {
    const sen = suggested.reduce((sum, part) => sum + (codes.has(part.relief) ? part.sen : 0), 0)
    return sen === 0 ? [] : [{ id, sen }]
  })
}

export const codesOf = (line: ClaimLine): string[] => [line.code, ...line.children.flatMap(codesOf)]
