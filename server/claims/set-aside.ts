import type { Exclusion, Question } from '../law/conditions/condition.ts'
import { createJudge } from '../law/conditions/judge.ts'
import type { TaxYear } from '../law/year.ts'
import { type Facts, type PersonFacts, spouseOfYear } from '../taxpayer/facts.ts'
import { householdOf, householdOfSpouse } from './household.ts'
import type { ClaimedPart } from './spend.ts'
import { statedBy } from './stated.ts'

interface Amount {
  code: string
  sen: number
  /** The receipt; null: an amount that the facts state. */
  part: ClaimedPart | null
}

/** An amount that the law excludes on the facts. */
export type SetAside = Amount & { exclusion: Exclusion; section: string }
/** An amount that counts, though the facts leave open whether it may. */
export type InQuestion = Amount & { question: Question }

export interface CheckedAmounts {
  aside: SetAside[]
  inQuestion: InQuestion[]
}

/** Everything that is claimed against everything that is known, for the claimant and the spouse. */
export function checkAmounts(year: TaxYear, facts: Facts, parts: readonly ClaimedPart[]): CheckedAmounts {
  const own = createJudge(year, householdOf(year, facts))
  const found: CheckedAmounts = { aside: [], inQuestion: [] }
  for (const part of parts) check(own, { code: part.relief, sen: part.sen, part })
  for (const amount of statedAmounts(year, facts)) check(own, amount)
  const spouse = spouseOfYear(facts)
  if (spouse) {
    const theirs = createJudge(year, householdOfSpouse(year, facts))
    // Of the spouse's household only what is excluded is known here.
    for (const amount of statedAmounts(year, spouse)) check(theirs, amount, false)
  }
  return found

  function check(judgmentOf: ReturnType<typeof createJudge>, amount: Amount, asks = true) {
    const judgment = judgmentOf(amount.code, amount.part?.person ?? null)
    if (!judgment) return
    if (judgment.excluded)
      found.aside.push({ ...amount, exclusion: judgment.excluded, section: judgment.section })
    else if (asks) {
      for (const question of judgment.open) {
        if (!isSettled(question, amount.part)) found.inQuestion.push({ ...amount, question })
      }
    }
  }
}

/** What was paid before the child became too old counts. */
const isSettled = (question: Question, part: ClaimedPart | null) =>
  question.ask === 'birthday' && (part?.row.paidOn ?? '9999') < question.day

function statedAmounts(year: TaxYear, person: PersonFacts): Amount[] {
  const { spend } = statedBy(year, person)
  return Object.entries(spend).flatMap(([code, sen]) => (sen > 0 ? [{ code, sen, part: null }] : []))
}
