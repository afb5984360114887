import type { Child, Facts } from '../../../../../../server/api-types.ts'
import { sharesIn, type Values } from '../fields.ts'
import { hadSpouse, hasChildren, type Screen, without } from '../screen.ts'

/** In the year in which a student turns 18, or a child marries, the law leaves open what the child brings. */
const isOpen = ({ bornOn, study, marriedOn }: Child, year: number) =>
  marriedOn !== undefined ||
  (study === 'higher-education' && bornOn > `${year - 18}-01-01` && bornOn <= `${year - 18}-12-31`)

/** The children, and on whose return they stand. */
export const childrenScreens: readonly Screen[] = [
  {
    id: 'children',
    card: 'children',
    fields: [
      { kind: 'choice', name: 'hasChildren', options: () => ['none', 'yes', 'unsure'] },
      { kind: 'children', name: 'children', shownIf: (values) => values.hasChildren === 'yes' },
    ],
    read({ children }): Values {
      if (!children) return {}
      if (children.length === 0) return { hasChildren: 'none' }
      return { hasChildren: 'yes', children: JSON.stringify(children) }
    },
    apply(facts, { values, children }) {
      if (values.hasChildren === 'unsure') return without(facts, 'children')
      return { ...facts, children: values.hasChildren === 'yes' ? children : [] }
    },
    law: () => 'child-under-18',
  },
  {
    id: 'child-open',
    card: 'children',
    when: ({ facts, year }) => (facts.children ?? []).some((child) => isOpen(child, year)),
    fields: [
      { kind: 'choice', name: 'openChildren', options: () => ['higher', 'lower', 'unsure'], weighs: true },
    ],
    read({ children = [] }, { year }): Values {
      const answers = children.filter((child) => isOpen(child, year)).map(({ claimIfOpen }) => claimIfOpen)
      const [first] = answers
      if (first === undefined || answers.some((answer) => answer !== first)) return {}
      return { openChildren: first ? 'higher' : 'lower' }
    },
    apply(facts, { values }, { year }) {
      const decided =
        values.openChildren === 'unsure' ? {} : { claimIfOpen: values.openChildren === 'higher' }
      return {
        ...facts,
        children: (facts.children ?? []).map((child) =>
          isOpen(child, year) ? { ...without(child, 'claimIfOpen'), ...decided } : child,
        ),
      }
    },
    law: () => 'child-18-plus-higher-education',
  },
  {
    id: 'children-claim',
    card: 'children',
    when: (known) => hadSpouse(known) && known.facts.spouse !== undefined && hasChildren(known),
    fields: [
      {
        kind: 'choice',
        name: 'whoClaims',
        options: ({ facts }) =>
          (facts.children?.length ?? 0) > 1 ? ['self', 'spouse', 'each'] : ['self', 'spouse'],
        weighs: true,
      },
      { kind: 'shares', name: 'shares', shownIf: (values) => values.whoClaims === 'each' },
    ],
    read({ children = [] }) {
      const shares = children.map(({ claimedBy }) => claimedBy)
      const [first = 'self'] = shares
      const isSame = shares.every((one) => one === first)
      return { whoClaims: isSame ? first : 'each', shares: JSON.stringify(shares) }
    },
    apply(facts, { values }) {
      const shares = sharesIn(values)
      const claimedBy = (index: number): Child['claimedBy'] =>
        values.whoClaims === 'each'
          ? (shares[index] ?? 'self')
          : values.whoClaims === 'spouse'
            ? 'spouse'
            : 'self'
      return {
        ...facts,
        children: (facts.children ?? []).map((child, index) => ({ ...child, claimedBy: claimedBy(index) })),
      }
    },
    baseline: (facts) => ({ ...facts, children: [] }),
    law: () => 'child-under-18',
  },
  {
    id: 'mother',
    card: 'children',
    optional: true,
    when: ({ facts, year }) =>
      (facts.children ?? []).some(({ bornOn }) => bornOn >= `${year - 2}-01-01` && bornOn <= `${year}-12-31`),
    fields: [{ kind: 'choice', name: 'sex', options: () => ['female', 'male'] }],
    read: ({ sex }): Values => (sex ? { sex } : {}),
    apply: (facts, { values }) => ({ ...facts, sex: values.sex as Facts['sex'] }),
    law: () => 'breastfeeding-equipment',
  },
]
