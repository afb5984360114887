import type { Judged } from './judge.ts'
import { shareOut } from './shares.ts'
import type { SuggestedPart } from './suggestion.ts'
import type { Opinion } from './verdict.ts'
import { quoted, rounded } from './wording.ts'

const MOST_CLAUSES = 3
/** Lines that are thought of alike, as one part. */
export const keyOf = ({ relief, person, question }: Opinion) =>
  relief === null ? 'none' : `${relief} ${person} ${question}`

/** What is said of lines without words of their own. */
function restClauses(others: Judged[], isTold: boolean): string[] {
  const [first] = others
  if (!first) return []
  const said = new Set(others.map(({ opinion }) => opinion.because).filter((clause) => clause !== ''))
  if (said.size > 0 || isTold) return [...said]
  const counts = first.opinion.relief !== null
  return others.length === 1
    ? [
        `line ${quoted(first.good.description)} ${counts ? 'follows the shop' : 'names nothing that a relief takes'}`,
      ]
    : [`${others.length} lines ${counts ? 'follow the shop' : 'name nothing that a relief takes'}`]
}

/** What is said of the merchant: "POPULAR BOOK CO: bookshop", in full where no line says the rest. */
export interface Heading {
  short: string
  full: string
}

function reasonOf(lines: Judged[], heading: Heading | null): string {
  const own = lines.filter((line) => line.own)
  const clauses = own
    .slice(0, MOST_CLAUSES)
    .map(({ good, opinion }) => `line ${quoted(good.description)} ${opinion.because}`)
  if (own.length > MOST_CLAUSES) clauses.push(`and so on for ${own.length - MOST_CLAUSES} more`)
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
 * The judged lines of a receipt as parts that add up to its amount. Null where what was taken back outweighs the rest, so that
 * no part of the amount belongs to the lines.
 */
export function toParts(
  judged: Judged[],
  amountSen: number,
  heading: Heading | null,
): SuggestedPart[] | null {
  const groups = [...Map.groupBy(judged, ({ opinion }) => keyOf(opinion)).values()]
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
    const { relief, person, question } = first.opinion
    const weighed = lines.reduce((sum, { good, opinion }) => sum + good.sen * opinion.confidence, 0)
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
