import type { Facts } from '../../../../../../server/api-types.ts'
import type { FieldName, Known } from '../fields.ts'
import { amountsIn, hasLaw, money, oneAmount, type Screen, without } from '../screen.ts'

interface StatedAmounts extends Pick<Screen, 'id' | 'card' | 'when' | 'optional' | 'statements'> {
  choice: FieldName
  amounts: readonly { name: FieldName; code: string }[]
}

/** "None, or how much": amounts that statements prove. None is stored as 0, which needs no statement. */
export function statedAmounts({ choice, amounts, ...screen }: StatedAmounts): Screen {
  const known = (facts: Facts) => amounts.filter(({ code }) => facts.amounts?.[code] !== undefined)
  const asked = (all: Known) => amounts.filter(({ code }) => hasLaw(code)(all))
  return {
    ...screen,
    fields: [
      { kind: 'choice', name: choice, options: () => ['none', 'yes', 'unsure'] },
      ...amounts.map(({ name, code }) =>
        money(name, {
          code,
          optional: amounts.length > 1,
          shownIf: (values, all) => values[choice] === 'yes' && hasLaw(code)(all),
        }),
      ),
    ],
    read(facts) {
      const found = known(facts)
      if (found.length === 0) return {}
      const some = found.filter(({ code }) => facts.amounts?.[code])
      if (some.length === 0) return { [choice]: 'none' }
      return {
        [choice]: 'yes',
        ...amountsIn(some.map(({ name, code }) => [name, facts.amounts?.[code]] as const)),
      }
    },
    apply(facts, { values, sen }, all) {
      const others = without(facts.amounts ?? {}, ...amounts.map(({ code }) => code))
      if (values[choice] === 'unsure')
        return Object.keys(others).length > 0 ? { ...facts, amounts: others } : without(facts, 'amounts')
      const own = asked(all).map(({ name, code }) => [code, sen(name) ?? 0])
      return { ...facts, amounts: { ...others, ...Object.fromEntries(own) } }
    },
    check: ({ values, sen }) =>
      values[choice] === 'yes' && amounts.length > 1 && amounts.every(({ name }) => !sen(name))
        ? oneAmount(amounts.map(({ name }) => name))
        : {},
    law: () => amounts[0]?.code,
  }
}
