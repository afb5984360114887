import { say } from '../texts/index.ts'
import type { Judged } from './judge.ts'
import { shareOut } from './shares.ts'
import type { Beneficiary, LineAnswers, PastDecision, SuggestedPart } from './suggestion.ts'
import type { Verdict } from './verdict.ts'
import { dayInWords, quoted } from './wording.ts'

/** The owner's repeated decision for the receipts of a merchant. */
export interface Habit {
  relief: string | null
  person: Beneficiary | null
  day: string
  /** How many of the latest decisions are the same. */
  times: number
}

const CONFIDENCE = [0.8, 0.88, 0.93]
/** Less sure than for the same merchant. */
const ANSWERED = [0.7, 0.78, 0.85]

/** The relief (or none) of a decision; undefined if it was split or empty. */
function single({ parts }: PastDecision): Pick<Habit, 'relief' | 'person'> | undefined {
  const [first, ...others] = parts
  if (!first || others.some(({ relief }) => relief !== first.relief)) return undefined
  const isOnePerson = others.every(({ person }) => person === first.person)
  return { relief: first.relief, person: isOnePerson ? first.person : null }
}

/**
 * What the latest decision suggests: a habit, or a split. Neither if nothing was decided or this year has no such relief.
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

export const habitVerdict = ({ relief, person, day, times }: Habit): Verdict => ({
  relief,
  person,
  confidence: CONFIDENCE[Math.min(times, CONFIDENCE.length) - 1] ?? 0,
  question: null,
  reason: say(({ suggestions }, of) => suggestions.decidedBefore(of(dayInWords(day)), times - 1)),
})

/**
 * Applies the habit to a line. A line with words of its own keeps its verdict: an excluded line stays excluded, and one for another
 * relief keeps that relief. If the owner claimed nothing once and the line looks claimable, the user is asked; after claiming
 * nothing twice in a row, no longer.
 */
export function byHabit(line: Judged, habit: Habit): Judged {
  const { verdict, own, good } = line
  const fromHabit = { good, verdict: habitVerdict(habit), own: false, classed: false, asks: null }
  if (!own || verdict.relief === habit.relief) return fromHabit
  if (habit.relief !== null || line.classed) return line
  if (habit.times > 1 || verdict.question) return fromHabit
  const question = say(({ suggestions }, of) =>
    suggestions.claimedNothing(
      of(dayInWords(habit.day)),
      of(quoted(good.description)),
      verdict.reason ? of(verdict.reason) : '',
    ),
  )
  return { ...line, verdict: { ...verdict, confidence: Math.min(verdict.confidence, 0.4), question } }
}

/**
 * Answers the question of a line as the owner answered it for the latest line of this kind, of any merchant. A relief that this year
 * lacks answers nothing.
 */
export function byAnswers(line: Judged, answers: LineAnswers, claimable: Map<string, unknown>): Judged {
  const [latest, ...earlier] = (line.asks && answers.get(line.asks)) || []
  const isOfThisYear = latest && (latest.relief === null || claimable.has(latest.relief))
  if (!isOfThisYear) return line
  const { relief, person, day } = latest
  const other = earlier.findIndex((answer) => answer.relief !== relief)
  const times = 1 + (other === -1 ? earlier.length : other)
  const verdict: Verdict = {
    relief,
    person,
    confidence: ANSWERED[Math.min(times, ANSWERED.length) - 1] ?? 0,
    question: null,
    reason: say(({ suggestions }, of) => suggestions.answeredBefore(of(dayInWords(day)))),
  }
  return { ...line, verdict }
}

const senOf = ({ parts }: PastDecision) => parts.reduce((sum, { sen }) => sum + sen, 0)

/** Whether the amount is the same, as with a monthly bill. */
export const isSame = (decision: PastDecision, amountSen: number) => senOf(decision) === amountSen

/** Applies the split of an earlier receipt: unchanged for the same amount, else in proportion and with a question. */
export function splitAlike(decision: PastDecision, amountSen: number): SuggestedPart[] {
  const { parts, day } = decision
  const alike = isSame(decision, amountSen)
  const before = parts.map(({ sen }) => sen)
  const shares = alike ? before : shareOut(amountSen, before)
  const on = dayInWords(day)
  const reason = say(({ suggestions }, of) =>
    alike ? suggestions.sameAmount(of(on)) : suggestions.sameProportion(of(on)),
  )
  return parts.map(({ relief, person }, at) => ({
    relief,
    person,
    sen: shares[at] ?? 0,
    items: [],
    reason,
    confidence: alike ? 0.75 : 0.4,
    question: alike ? null : say(({ suggestions }, of) => suggestions.isSplitAlike(of(on))),
  }))
}
