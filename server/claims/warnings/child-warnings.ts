import { childReliefs, openChild } from '../../law/grants.ts'
import { sum } from '../../law/money.ts'
import { say } from '../../texts/index.ts'
import type { ClaimWarning } from '../claim-views.ts'
import type { FactsInContext } from './context.ts'
import { warning } from './warning.ts'

/** What to check about children. */
export const childWarnings = (context: FactsInContext): ClaimWarning[] => [
  ...openChildren(context),
  ...lostChildren(context),
]

/** Children of whom the law leaves open what they grant this year, with the tax of both readings. */
function openChildren({ year, facts, payableWith }: FactsInContext): ClaimWarning[] {
  const children = facts.children ?? []
  return children.flatMap((child, index) => {
    const found = child.claimIfOpen === undefined ? openChild(year, child) : undefined
    if (!found) return []
    const { why, lowerSen, higherSen } = found
    const claimed = (claimIfOpen: boolean) =>
      payableWith({
        ...facts,
        children: children.map((one, at) => (at === index ? { ...one, claimIfOpen } : one)),
      })
    const readings = [
      { reliefSen: higherSen, taxSen: claimed(true) },
      { reliefSen: lowerSen, taxSen: claimed(false) },
    ]
    const message = say(({ warnings }) => {
      const name = child.label || warnings.unnamedChild(index + 1)
      const opening = why === 'turns-18' ? warnings.childTurns18 : warnings.childMarries
      const both = readings.map(({ reliefSen, taxSen }) => warnings.reading(reliefSen, taxSen))
      return [opening(name, year.year), ...both, warnings.lowerCounts].join(' ')
    })
    return [warning('child_open', message, { relief: 'child', amountSen: higherSen - lowerSen })]
  })
}

/** Children on the return of a husband or wife without income, where nothing can be deducted for them. */
function lostChildren({ year, facts, couple, payableWith }: FactsInContext): ClaimWarning[] {
  const { children = [] } = facts
  const { spouse } = couple.self
  if (spouse === null || spouse.hasIncome) return []
  const amountSen = sum(
    children
      .filter(({ claimedBy }) => claimedBy === 'spouse')
      .flatMap((child) => childReliefs(year, child).map((granted) => granted.amountSen)),
  )
  if (amountSen === 0) return []
  const own = { ...facts, children: children.map((child) => ({ ...child, claimedBy: 'self' as const })) }
  const savesSen = payableWith(facts) - payableWith(own)
  const message = say(({ warnings }) => warnings.childrenLost(amountSen, savesSen))
  return [warning('child_lost', message, { relief: 'child', amountSen })]
}
