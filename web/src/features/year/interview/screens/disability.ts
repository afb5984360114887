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
      {
        kind: 'choice',
        name: 'parentDisabled',
        options: () => ['no', 'yes'],
        shownIf: (_, { facts, receiptsSen }) =>
          (facts.parents?.living ?? 0) > 0 && receiptsSen('disabled-equipment') > 0,
      },
    ],
    read({ disabled, spouse, parents }): Values {
      if (disabled === undefined) return {}
      const spouseDisabled: Values = spouse ? { spouseDisabled: spouse.disabled ? 'yes' : 'no' } : {}
      const parentDisabled: Values =
        parents?.disabled === undefined ? {} : { parentDisabled: parents.disabled ? 'yes' : 'no' }
      return { disabled: disabled ? 'yes' : 'no', ...spouseDisabled, ...parentDisabled }
    },
    apply(facts, { values }) {
      const of: Facts =
        facts.parents && values.parentDisabled
          ? { ...facts, parents: { ...facts.parents, disabled: values.parentDisabled === 'yes' } }
          : facts
      const known: Facts =
        of.spouse && values.spouseDisabled
          ? { ...of, spouse: { ...of.spouse, disabled: values.spouseDisabled === 'yes' } }
          : of
      if (values.disabled === 'unsure') return without(known, 'disabled')
      return { ...known, disabled: values.disabled === 'yes' }
    },
    baseline: (facts) => ({ ...facts, disabled: false }),
    law: () => 'disabled-self',
  },
]
