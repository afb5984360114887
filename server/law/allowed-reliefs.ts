import { blockedBy, type EarlierClaim } from './frequency.ts'
import type { Grant } from './grants.ts'
import { sum, tighter, wholeSen } from './money.ts'
import type { Relief, Rule } from './relief.ts'
import { allReliefs } from './tree.ts'
import type { TaxYear } from './year.ts'

export interface ReliefClaim {
  /** Spending by relief code, in sen. Refunds may make it negative; a negative amount is treated as 0. */
  spend: Record<string, number>
  /** The fixed reliefs (grants.ts). */
  granted: Record<string, Grant>
  /** The number of children and parents, for limits per child or parent. */
  people: { child: number; parent: number }
  earlier: EarlierClaim[]
}

export interface ReliefLine extends Rule {
  code: string
  /** For this taxpayer: multiplied by the number of people for a limit per child or parent. null: only the limits above apply. */
  limitSen: number | null
  /** Spending on this relief itself, without the reliefs below. */
  spentSen: number
  allowedSen: number
  /** How much more spending would be allowed this year; null: no limit. */
  remainingSen: number | null
  /** The claim of an earlier year because of which nothing is allowed. */
  blockedBy: EarlierClaim | null
  /** Another relief of the group is claimed instead; only one may be. */
  alternativeUsed: boolean
  children: ReliefLine[]
}

export interface AllowedReliefs {
  lines: ReliefLine[]
  allowedSen: number
  /** Spending that no relief of this year covers: the code of another year, or of a relief that is not for spending. */
  unmatched: { code: string; spentSen: number }[]
}

/**
 * The reliefs allowed in a year: `allowed = min(limit, own spend + sum of allowed below)`.
 * @throws RangeError for an amount that is not whole sen
 */
export function allowedReliefs(year: TaxYear, claim: ReliefClaim): AllowedReliefs {
  for (const [code, spentSen] of Object.entries(claim.spend)) wholeSen(spentSen, code)
  const lines = year.reliefs.map((relief) => lineOf(relief, year.year, claim))
  for (const line of lines) capRemaining(line, null)
  const claimableCodes = new Set(
    allReliefs(year)
      .filter(takesSpending)
      .map(({ code }) => code),
  )
  return {
    lines,
    allowedSen: sum(lines.map(({ allowedSen }) => allowedSen)),
    unmatched: Object.entries(claim.spend)
      .filter(([code, spentSen]) => !claimableCodes.has(code) && spentSen !== 0)
      .map(([code, spentSen]) => ({ code, spentSen })),
  }
}

const takesSpending = ({ kind }: Relief) => kind === 'capped'

function lineOf(relief: Relief, year: number, claim: ReliefClaim): ReliefLine {
  const { code, section, sources, verified } = relief
  const children = relief.children.map((child) => lineOf(child, year, claim))
  if (relief.exclusiveChildren) keepLargest(children)
  const spentSen = takesSpending(relief) ? (claim.spend[code] ?? 0) : 0
  const grant = relief.kind === 'fixed' ? claim.granted[code] : undefined
  const limitSen = limitFor(relief, claim, grant)
  const blocker = blockedBy(relief, year, claim.earlier) ?? null
  const own = Math.max(0, grant?.amountSen ?? spentSen)
  const requested = own + sum(children.map(({ allowedSen }) => allowedSen))
  const allowedSen = blocker ? 0 : limitSen === null ? requested : Math.min(limitSen, requested)
  return {
    code,
    section,
    sources,
    verified,
    limitSen,
    spentSen,
    allowedSen,
    remainingSen: blocker || relief.kind === 'fixed' ? 0 : limitSen === null ? null : limitSen - allowedSen,
    blockedBy: blocker,
    alternativeUsed: false,
    children,
  }
}

function limitFor({ kind, limitSen, per }: Relief, { people }: ReliefClaim, grant: Grant | undefined) {
  if (limitSen === null || per === 'taxpayer') return limitSen
  return limitSen * (kind === 'fixed' ? (grant?.people ?? 0) : people[per])
}

/** Of reliefs that exclude each other, the one with the largest amount is allowed. */
function keepLargest(lines: ReliefLine[]) {
  const best = lines.reduce<ReliefLine | undefined>(
    (found, line) => (line.allowedSen > (found?.allowedSen ?? 0) ? line : found),
    undefined,
  )
  if (!best) return
  for (const line of lines) {
    if (line === best) continue
    line.alternativeUsed = true
    line.allowedSen = 0
    line.remainingSen = 0
  }
}

/** Limits the remaining amount of each line to that of the line above. */
function capRemaining(line: ReliefLine, aboveSen: number | null) {
  line.remainingSen = tighter(line.remainingSen, aboveSen)
  for (const child of line.children) capRemaining(child, line.remainingSen)
}

/** Every line of a result, parents before their children. */
export const flatLines = (lines: ReliefLine[]): ReliefLine[] =>
  lines.flatMap((line) => [line, ...flatLines(line.children)])
