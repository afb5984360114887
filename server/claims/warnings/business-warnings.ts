import { say } from '../../texts/index.ts'
import type { ClaimWarning } from '../claim-views.ts'
import type { FactsInContext } from './context.ts'
import { warning } from './warning.ts'

/** What an earlier year left of losses and allowances, while this year's answer lacks. It would be lost unseen. */
export function businessWarnings({ facts, leftBefore, couple }: FactsInContext): ClaimWarning[] {
  const { business = 0, partnership = 0 } = couple.self.income
  if (!leftBefore || facts.business || business + partnership === 0) return []
  const { year, lossesSen, capitalAllowancesSen } = leftBefore
  const message = say(({ warnings }) =>
    [
      warnings.leftBefore(year),
      lossesSen > 0 && warnings.lossesLeft(lossesSen),
      capitalAllowancesSen > 0 && warnings.allowancesLeft(capitalAllowancesSen),
    ]
      .filter(Boolean)
      .join(' '),
  )
  const amountSen = Math.min(lossesSen + capitalAllowancesSen, business + partnership)
  return [warning('business_left', message, { amountSen, section: '43(2)' })]
}
