import type { Judged } from './judge.ts'
import { shareOut } from './shares.ts'
import type { SuggestedPart } from './suggestion.ts'
import type { Verdict } from './verdict.ts'
import { quoted, rounded } from './wording.ts'

const MAX_CLAUSES = 3
/** Lines with the same key become one part. */
export const keyOf = ({ relief, person, question }: Verdict) =>
  relief === null ? 'none' : `${relief} ${person} ${question}`

/** The clauses of the reason about lines without words of their own. */
function restClauses(others: Judged[], hasHeading: boolean): string[] {
  const [first] = others
  if (!first) return []
  const said = new Set(others.map(({ verdict }) => verdict.reason).filter((clause) => clause !== ''))
  if (said.size > 0 || hasHeading) return [...said]
  const isClaimable = first.verdict.relief !== null
  return others.length === 1
    ? [
        `line ${quoted(first.good.description)} ${isClaimable ? 'follows the shop' : 'names nothing that a relief covers'}`,
      ]
    : [`${others.length} lines ${isClaimable ? 'follow the shop' : 'name nothing that a relief covers'}`]
}

/** The clause about the merchant: "POPULAR BOOK CO: bookshop". The full form is used if no line adds anything. */
export interface Heading {
  short: string
  full: string
}

function reasonOf(lines: Judged[], heading: Heading | null): string {
  const own = lines.filter((line) => line.own)
  const clauses = own
    .slice(0, MAX_CLAUSES)
    .map(({ good, verdict }) => `line ${quoted(good.description)} ${verdict.reason}`)
  if (own.length > MAX_CLAUSES) clauses.push(`and likewise for ${own.length - MAX_CLAUSES} more`)
  const others = lines.filter((line) => !line.own)
  return [
    own.length > 0 ? heading?.short : heading?.full,
    ...clauses,
    ...restClauses(others, heading !== null && own.length === 0),
  ]
    .filter((clause) => clause !== undefined)
    .join('; ')
}

/**
 * The judged lines of a receipt as parts that add up to its amount. Null if the returned goods outweigh the rest, so that no
 * part of the amount belongs to the lines.
 */
export function toParts(
  judged: Judged[],
  amountSen: number,
  heading: Heading | null,
): SuggestedPart[] | null {
  const groups = [...Map.groupBy(judged, ({ verdict }) => keyOf(verdict)).values()]
    .map((lines) => ({ lines, sen: lines.reduce((sum, { good }) => sum + good.sen, 0) }))
    .filter(({ sen }) => sen !== 0 && Math.sign(sen) === (Math.sign(amountSen) || 1))
  if (groups.length === 0) return null
  const shares = shareOut(
    amountSen,
    groups.map(({ sen }) => sen),
  )
  return groups.flatMap(({ lines, sen }, at): SuggestedPart[] => {
    const [first] = lines
    if (!first) return []
    const { relief, person, question } = first.verdict
    const weighed = lines.reduce((sum, { good, verdict }) => sum + good.sen * verdict.confidence, 0)
    const isPlain = relief === null && groups.length > 1
    return [
      {
        relief,
        sen: shares[at] ?? 0,
        person,
        items: lines.map(({ good }) => good.index),
        reason: reasonOf(lines, isPlain ? null : heading),
        confidence: rounded(Math.max(0, weighed / sen)),
        question,
      },
    ]
  })
}
