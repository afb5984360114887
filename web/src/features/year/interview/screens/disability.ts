import type { Facts } from '../../../../../../server/api-types.ts'
import type { Values } from '../fields.ts'
import { hadSpouse, type Screen, without } from '../screen.ts'

/** Who is registered as disabled; children say so themselves. */
export const disabilityScreens: readonly Screen[] = [
  {
    id: 'disability',
    card: 'disability',
    fields: [
      { kind: 'choice', name: 'disabled', options: () => ['no', 'yes', 'unsure'], weighs: true },
      {
        kind: 'choice',
        name: 'spouseDisabled',
        options: () => ['no', 'yes'],
        shownIf: (_, known) => hadSpouse(known) && known.facts.spouse !== undefined,
      },
    ],
    read({ disabled, spouse }): Values {
      if (disabled === undefined) return {}
      const spouseDisabled: Values = spouse ? { spouseDisabled: spouse.disabled ? 'yes' : 'no' } : {}
      return { disabled: disabled ? 'yes' : 'no', ...spouseDisabled }
    },
    apply(facts, { values }) {
      const known: Facts =
        facts.spouse && values.spouseDisabled
          ? { ...facts, spouse: { ...facts.spouse, disabled: values.spouseDisabled === 'yes' } }
          : facts
      if (values.disabled === 'unsure') return without(known, 'disabled')
      return { ...known, disabled: values.disabled === 'yes' }
    },
    baseline: (facts) => ({ ...facts, disabled: false }),
    law: () => 'disabled-self',
  },
]
