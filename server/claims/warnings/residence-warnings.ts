import type { Text } from '../../language.ts'
import { sum } from '../../law/money.ts'
import { findRelief } from '../../law/tree.ts'
import { say } from '../../texts/index.ts'
import type { ClaimWarning } from '../claim-views.ts'
import { approvedRate, residenceOf } from '../residence.ts'
import type { FactsInContext } from './context.ts'
import { warning } from './warning.ts'

/** What decides the rates: residence, and an approval for a rate of its own. */
export function residenceWarnings(context: FactsInContext): ClaimWarning[] {
  return [...residence(context), ...employmentRate(context)]
}

function residence(context: FactsInContext): ClaimWarning[] {
  const { year, facts } = context
  const { days, isEnough, resident } = residenceOf(year, facts)
  const asked = (message: Text) =>
    warning('facts_missing', message, { fact: 'residence', amountSen: atStake(context) })
  if (resident === undefined && days !== undefined)
    return [asked(say(({ warnings }) => warnings.residenceFewDays(days, year.year)))]
  if (resident === undefined && facts.abroad) return [asked(say(({ warnings }) => warnings.residenceUnknown))]
  if (resident !== false) return []
  const { ratePercent } = year.nonResident
  const message = say(({ warnings }) => warnings.notResident(ratePercent))
  return [
    warning('not_resident', message),
    ...(days !== undefined && isEnough
      ? [asked(say(({ warnings }) => warnings.residenceContradicted(days, year.year)))]
      : []),
  ]
}

/** Everything that is claimed, and what everybody has. */
const atStake = ({ year, couple }: FactsInContext) =>
  sum(Object.values(couple.self.spend)) + (findRelief(year, 'individual')?.limitSen ?? 0)

function employmentRate({ year, facts }: FactsInContext): ClaimWarning[] {
  const approved = approvedRate(year, facts)
  const { income = {}, resident } = facts
  if (!approved || resident === false) return []
  const { rate, firstYear, isInYears } = approved
  const asked = (message: Text) =>
    warning('facts_missing', message, { fact: 'employment-rate', amountSen: income.employment ?? 0 })
  const years = rate.years
  if (years !== undefined && firstYear === undefined)
    return [asked(say(({ warnings }, of) => warnings.rateYearMissing(of(rate), years)))]
  if (!isInYears && firstYear !== undefined) {
    const last = firstYear + (years ?? 1) - 1
    return [asked(say(({ warnings }, of) => warnings.rateNotInYear(of(rate), year.year, firstYear, last)))]
  }
  const hasOthers = Object.entries(income).some(([kind, sen]) => kind !== 'employment' && (sen ?? 0) > 0)
  return hasOthers ? [asked(say(({ warnings }, of) => warnings.rateOtherIncome(of(rate))))] : []
}
