import { blockedBy, type EarlierClaim } from './frequency.ts'
import type { Grant } from './grants.ts'
import { sum, tighter, wholeSen } from './money.ts'
import type { Relief, Rule } from './relief.ts'
import { allReliefs } from './tree.ts'
import type { TaxYear } from './year.ts'

export interface ReliefClaim {
  /** What was spent, by relief code. Refunds may make it negative, which counts as nothing. */
  spend: Record<string, number>
  /** The fixed reliefs, see grants.ts. */
  granted: Record<string, Grant>
  /** For limits that are there for each child or parent. */
  people: { child: number; parent: number }
  earlier: EarlierClaim[]
}

export interface ReliefLine extends Rule {
  code: string
  /** For this taxpayer: times the number of people where it is for each; null where only limits above bind. */
  limitSen: number | null
  /** Spent on this relief itself, not on those below. */
  spentSen: number
  allowedSen: number
  /** How much more spending here would count this year; null where nothing limits it. */
  remainingSen: number | null
  /** The earlier year's claim because of which nothing counts here. */
  blockedBy: EarlierClaim | null
  /** Another relief of the group is claimed instead; only one may be. */
  alternativeUsed: boolean
  children: ReliefLine[]
}

export interface AllowedReliefs {
  lines: ReliefLine[]
  allowedSen: number
  /** Spending that no relief of this year takes: another year's code, or a relief that is not for spending. */
  unplaced: { code: string; spentSen: number }[]
}

/**
 * What the reliefs of a year allow: `allowed = min(limit, own spend + sum of allowed below)`.
 * @throws RangeError for an amount that is not whole sen
 */
export function allowedReliefs(year: TaxYear, claim: ReliefClaim): AllowedReliefs {
  for (const [code, spentSen] of Object.entries(claim.spend)) wholeSen(spentSen, code)
  const lines = year.reliefs.map((relief) => lineOf(relief, year.year, claim))
  for (const line of lines) spread(line, null)
  const takes = new Set(
    allReliefs(year)
      .filter(takesSpending)
      .map(({ code }) => code),
  )
  return {
    lines,
    allowedSen: sum(lines.map(({ allowedSen }) => allowedSen)),
    unplaced: Object.entries(claim.spend)
      .filter(([code, spentSen]) => !takes.has(code) && spentSen !== 0)
      .map(([code, spentSen]) => ({ code, spentSen })),
  }
}

const takesSpending = ({ kind }: Relief) => kind === 'capped'

function lineOf(relief: Relief, year: number, claim: ReliefClaim): ReliefLine {
  const { code, section, sources, verified } = relief
  const children = relief.children.map((child) => lineOf(child, year, claim))
  if (relief.exclusiveChildren) keepOne(children)
  const spentSen = takesSpending(relief) ? (claim.spend[code] ?? 0) : 0
  const grant = relief.kind === 'fixed' ? claim.granted[code] : undefined
  const limitSen = limitFor(relief, claim, grant)
  const blocker = blockedBy(relief, year, claim.earlier) ?? null
  const own = Math.max(0, grant?.amountSen ?? spentSen)
  const asked = own + sum(children.map(({ allowedSen }) => allowedSen))
  const allowedSen = blocker ? 0 : limitSen === null ? asked : Math.min(limitSen, asked)
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

/** Of reliefs that exclude each other the best one counts. */
function keepOne(lines: ReliefLine[]) {
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

/** What is left here is never more than what is left above. */
function spread(line: ReliefLine, aboveSen: number | null) {
  line.remainingSen = tighter(line.remainingSen, aboveSen)
  for (const child of line.children) spread(child, line.remainingSen)
}

/** Every line of a result, each before those below it. */
export const flatLines = (lines: ReliefLine[]): ReliefLine[] =>
  lines.flatMap((line) => [line, ...flatLines(line.children)])
