import type { z } from 'zod'
import { Refusal } from '../../errors.ts'
import type { Language } from '../../language.ts'
import { pcbYear } from '../../law/pcb/parameters.ts'
import { benefitOfMonth, deductionsOfYear, type PlannedMonth } from '../../law/pcb/year.ts'
import { say, texts } from '../../texts/index.ts'
import type { PcbPlanBody, pcbView } from './views.ts'

/**
 * The deductions of a year at one employer.
 * @throws Refusal not_found for a year whose rules were not read, validation_failed for such a month
 */
export function toDeductions(year: number, plan: PcbPlanBody, language: Language): z.input<typeof pcbView> {
  const law = pcbRulesOf(year)
  if (plan.firstMonth < law.firstMonth) throw unknownMonth('/firstMonth')
  const { firstMonth, months: _, ...rest } = plan
  const { deduction, months, ...table } = deductionsOfYear({
    ...rest,
    year,
    firstMonth,
    months: Array.from({ length: 13 - firstMonth }, (_, index) => plannedMonth(plan, firstMonth + index)),
  })
  const words = texts[language].pcb
  const { open, deductSen, ...steps } = deduction
  return {
    year,
    month: plan.month,
    deductSen,
    steps,
    open: open.map(({ point, results }) => ({
      point,
      text: words.points[point],
      results: results.map((one) => ({ ...one, text: words.readings[one.reading] })),
    })),
    months,
    ...table,
    sources: [...law.sources],
  }
}

function plannedMonth({ months, paySen, epfSen, benefit }: PcbPlanBody, month: number): PlannedMonth {
  const other = months.find((one) => one.month === month)
  const hasBenefit = benefit !== undefined && month >= benefit.fromMonth
  const benefitSen = hasBenefit ? benefitOfMonth(benefit.yearSen, benefit.fromMonth) : 0
  const {
    additionalSen = 0,
    additionalEpfSen = 0,
    reliefsSen = 0,
    zakatSen = 0,
    deductedSen = null,
  } = other ?? {}
  return {
    paySen: (other?.paySen ?? paySen) + benefitSen,
    epfSen: other?.epfSen ?? epfSen,
    additionalSen,
    additionalEpfSen,
    reliefsSen,
    zakatSen,
    deductedSen,
  }
}

/** @throws Refusal not_found */
export function pcbRulesOf(year: number) {
  const law = pcbYear(year)
  if (law) return law
  throw new Refusal(
    'not_found',
    say(({ refusals }) => refusals.noPcbRules(year)),
  )
}

const unknownMonth = (path: string) =>
  new Refusal(
    'validation_failed',
    say(({ refusals }) => refusals.seeErrors),
    { errors: [{ path, message: say(({ values }) => values.pcbUnknownMonth) }] },
  )
