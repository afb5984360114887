import type { Text } from '../../language.ts'
import type { Exclusion, Question } from '../../law/conditions/condition.ts'
import { sum } from '../../law/money.ts'
import { say } from '../../texts/index.ts'
import type { ClaimWarning } from '../claim-views.ts'
import { lineNames } from '../estimate/line-names.ts'
import type { InQuestion, SetAside } from '../set-aside.ts'
import type { FactsInContext } from './context.ts'
import { about, type WarningCode, warning } from './warning.ts'

/** Exclusions that have had a code of their own for long. */
const CODES: Partial<Record<Exclusion['why'], WarningCode>> = {
  'not-mother': 'wife_only',
  'parents-abroad': 'parents_abroad',
}

/** What the law excludes on the given facts, with the reason and the section; it does not count. */
export function setAside({ year, checked }: FactsInContext): ClaimWarning[] {
  const groups = Map.groupBy(checked.aside, ({ code, exclusion }) => `${code} ${exclusion.why}`)
  return [...groups.values()].flatMap((amounts): ClaimWarning[] => {
    const [first] = amounts
    if (!first) return []
    const { code, exclusion, section } = first
    const amountSen = totalOf(amounts)
    const reason = reasonOf(exclusion, year.year)
    const message = say(({ warnings }, of) =>
      warnings.setAside(of(lineNames(year)(code)), amountSen, of(reason), section),
    )
    return [
      warning(CODES[exclusion.why] ?? 'set_aside', message, {
        relief: code,
        parts: partsOf(amounts),
        amountSen,
        section,
      }),
    ]
  })
}

/** What counts, though the facts leave open whether it may: one question for each fact that would decide. */
export function missingFacts({ year, checked }: FactsInContext): ClaimWarning[] {
  const groups = Map.groupBy(checked.inQuestion, ({ question, code }) =>
    // A birthday belongs to the relief with that age.
    question.ask === 'birthday' || question.ask === 'sex' ? `${question.ask} ${code}` : question.ask,
  )
  return [...groups.values()].flatMap((amounts): ClaimWarning[] => {
    const [first] = amounts
    if (!first) return []
    const { question } = first
    const codes = [...new Set(amounts.map(({ code }) => code))]
    const message = say(({ warnings }, of) =>
      warnings.factsMissing(
        codes.map((code) => of(lineNames(year)(code))).join(', '),
        of(questionOf(question, year.year)),
      ),
    )
    return [
      warning(question.ask === 'sex' ? 'wife_only' : 'facts_missing', message, {
        ...about(codes),
        parts: partsOf(amounts),
        amountSen: totalOf(amounts),
        fact: question.ask,
      }),
    ]
  })
}

const reasonOf = (exclusion: Exclusion, year: number): Text =>
  say(({ reasons }) =>
    exclusion.why === 'child-too-old'
      ? reasons.childTooOld(exclusion.age, year)
      : reasons.exclusions[exclusion.why](year),
  )

const questionOf = (question: Question, year: number): Text =>
  say(({ reasons }) =>
    question.ask === 'birthday'
      ? reasons.birthday(question.age, question.day)
      : reasons.questions[question.ask](year),
  )

const totalOf = (amounts: readonly { sen: number }[]) => sum(amounts.map(({ sen }) => sen))

const partsOf = (amounts: readonly (SetAside | InQuestion)[]) => amounts.flatMap(({ part }) => part ?? [])
