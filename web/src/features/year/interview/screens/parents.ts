import type { Facts } from '../../../../../../server/api-types.ts'
import type { Values } from '../fields.ts'
import { type Screen, without } from '../screen.ts'

/** The parents, whose doctor and carer may count. */
export const parentsScreens: readonly Screen[] = [
  {
    id: 'parents',
    card: 'parents',
    fields: [
      { kind: 'choice', name: 'parents', options: () => ['both', 'one', 'abroad', 'part', 'gone', 'unsure'] },
    ],
    read({ parents }): Values {
      if (!parents) return {}
      if (parents.partOfYear) return { parents: 'part' }
      if (parents.living === 0) return { parents: 'gone' }
      if (!parents.inMalaysia) return { parents: 'abroad' }
      return { parents: parents.living === 1 ? 'one' : 'both' }
    },
    apply(facts, { values }) {
      const said = PARENTS[values.parents as keyof typeof PARENTS]
      if (!said) return without(facts, 'parents')
      const { living = 2, disabled } = facts.parents ?? {}
      return { ...facts, parents: { ...said(living), ...(disabled !== undefined && { disabled }) } }
    },
    law: () => 'parents-medical',
  },
]

/** What each answer says of the parents; how many they are stays as it was said. */
const PARENTS: Partial<Record<string, (living: number) => NonNullable<Facts['parents']>>> = {
  both: (living) => ({ living: Math.max(2, living), inMalaysia: true }),
  one: () => ({ living: 1, inMalaysia: true }),
  abroad: (living) => ({ living: Math.max(1, living), inMalaysia: false }),
  part: (living) => ({ living: Math.max(1, living), inMalaysia: true, partOfYear: true }),
  gone: () => ({ living: 0, inMalaysia: false }),
}
