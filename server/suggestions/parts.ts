import type { Text } from '../language.ts'
import { clauses, say } from '../texts/index.ts'
import type { Judged } from './judge.ts'
import { shareOut } from './shares.ts'
import type { SuggestedPart } from './suggestion.ts'
import type { Verdict } from './verdict.ts'
import { aboutLine, rounded } from './wording.ts'

const MAX_CLAUSES = 3
/** A part is not surer than this if a line of it merely follows the shop. */
const WITH_UNREAD_LINES = 0.8
const NOTHING: Text = { en: '', ms: '' }

/** Lines with the same key become one part. */
export const keyOf = ({ relief, person, question }: Verdict) =>
  relief === null ? 'none' : `${relief} ${person} ${question?.en}`

/** The clauses of the reason about lines without words of their own. */
function restClauses(others: Judged[], hasHeading: boolean): Text[] {
  const [first] = others
  if (!first) return []
  const reasons = others.flatMap(({ verdict }) => verdict.reason ?? [])
  const said = new Map(reasons.map((reason) => [reason.en, reason]))
  if (said.size > 0 || hasHeading) return [...said.values()]
  const { length } = others
  const isClaimable = first.verdict.relief !== null
  if (length > 1)
    return [
      say(({ suggestions }) =>
        isClaimable ? suggestions.linesFollowShop(length) : suggestions.linesNameNothing(length),
      ),
    ]
  const says = say(({ suggestions }) => (isClaimable ? suggestions.followsShop : suggestions.namesNothing))
  return [aboutLine(first.good.description, says)]
}

/** The clause about the merchant: "POPULAR BOOK CO: bookshop". The full form is used if no line adds anything. */
export interface Heading {
  short: Text
  full: Text
}

function reasonOf(lines: Judged[], heading: Heading | null): Text {
  const own = lines.filter((line) => line.own)
  const more = own.length - MAX_CLAUSES
  const others = lines.filter((line) => !line.own)
  return clauses([
    own.length > 0 ? heading?.short : heading?.full,
    ...own
      .slice(0, MAX_CLAUSES)
      .map(({ good, verdict }) => aboutLine(good.description, verdict.reason ?? NOTHING)),
    more > 0 ? say(({ suggestions }) => suggestions.likewise(more)) : null,
    ...restClauses(others, heading !== null && own.length === 0),
  ])
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
    const isRead = relief === null || lines.every(({ own }) => own)
    const isPlain = relief === null && groups.length > 1
    return [
      {
        relief,
        sen: shares[at] ?? 0,
        person,
        items: lines.map(({ good }) => good.index),
        reason: reasonOf(lines, isPlain ? null : heading),
        confidence: rounded(Math.min(Math.max(0, weighed / sen), isRead ? 1 : WITH_UNREAD_LINES)),
        question,
      },
    ]
  })
}
