import type { Judged } from './judge.ts'
import { shareOut } from './shares.ts'
import type { Beneficiary, PastDecision, SuggestedPart } from './suggestion.ts'
import type { Opinion } from './verdict.ts'
import { quoted } from './wording.ts'

/** What this owner does with the receipts of this merchant. */
export interface Habit {
  relief: string | null
  person: Beneficiary | null
  day: string
  /** Decisions alike, one after the other, the latest among them. */
  times: number
}

const SURE = [0.8, 0.88, 0.93]
const dayInWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

export const inWords = (day: string) => dayInWords.format(new Date(`${day}T00:00:00Z`))

/** The one relief (or none) a decision was for; undefined where it was split or empty. */
function single({ parts }: PastDecision): Pick<Habit, 'relief' | 'person'> | undefined {
  const [first, ...others] = parts
  if (!first || others.some(({ relief }) => relief !== first.relief)) return undefined
  const isOnePerson = others.every(({ person }) => person === first.person)
  return { relief: first.relief, person: isOnePerson ? first.person : null }
}

/**
 * What the latest decision shows, if this year has what it was for: a habit, or a split. Nothing where the owner decided nothing
 * or the relief has gone.
 */
export function recall(past: PastDecision[], claimable: Map<string, unknown>) {
  const [latest] = past
  const isOfThisYear = latest?.parts.every(({ relief }) => relief === null || claimable.has(relief))
  if (!latest || !isOfThisYear || latest.parts.length === 0) return { habit: null, split: null }
  const decided = single(latest)
  if (!decided) return { habit: null, split: latest }
  const other = past.findIndex((decision) => single(decision)?.relief !== decided.relief)
  const habit: Habit = { ...decided, day: latest.day, times: other === -1 ? past.length : other }
  return { habit, split: null }
}

export const habitOpinion = ({ relief, person, day, times }: Habit): Opinion => ({
  relief,
  person,
  confidence: SURE[Math.min(times, SURE.length) - 1] ?? 0,
  question: null,
  because: `You decided the same for this merchant on ${inWords(day)}${times > 1 ? `, and ${times - 1} more times before` : ''}`,
})

/**
 * A line as the habit has it. What a line says of itself stands beside the habit: what does not count goes on not counting, and what
 * counts for something else stays there. Where the owner counted nothing once, a line that reads as counting is asked about;
 * counted nothing twice in a row, it no longer is.
 */
export function byHabit(line: Judged, habit: Habit): Judged {
  const { opinion, own, good } = line
  const wanted = { good, opinion: habitOpinion(habit), own: false, classed: false }
  if (!own || opinion.relief === habit.relief) return wanted
  if (habit.relief !== null || line.classed) return line
  if (habit.times > 1 || opinion.question) return wanted
  const question = `You counted nothing at this merchant on ${inWords(habit.day)}, but line ${quoted(good.description)} ${opinion.because}. Does it count?`
  return { ...line, opinion: { ...opinion, confidence: Math.min(opinion.confidence, 0.4), question } }
}

const senOf = ({ parts }: PastDecision) => parts.reduce((sum, { sen }) => sum + sen, 0)

/** Whether it was for this amount, as a monthly bill is. */
export const isSame = (decision: PastDecision, amountSen: number) => senOf(decision) === amountSen

/** The split of an earlier receipt laid over this amount: exactly so if it was the same amount, else in proportion and asked. */
export function splitAlike(decision: PastDecision, amountSen: number): SuggestedPart[] {
  const { parts, day } = decision
  const alike = isSame(decision, amountSen)
  const before = parts.map(({ sen }) => sen)
  const shares = alike ? before : shareOut(amountSen, before)
  return parts.map(({ relief, person }, at) => ({
    relief,
    person,
    sen: shares[at] ?? 0,
    items: [],
    reason: `You decided the same for this merchant on ${inWords(day)}, ${alike ? 'for the same amount' : 'and this is the same proportion'}`,
    confidence: alike ? 0.75 : 0.4,
    question: alike ? null : `Is this receipt split like that of ${inWords(day)}?`,
  }))
}
