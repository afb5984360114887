import type { LinkProps } from '@tanstack/react-router'
import type { ClaimWarning } from '../../../../../server/api-types.ts'

type CureName =
  | 'check'
  | 'receipt'
  | 'receipts'
  | 'decide'
  | 'compare'
  | 'certificate'
  | 'relief'
  | 'facts'
  | 'statement'
  | 'statements'

/** The screen that cures a warning, and the name of its button. */
export interface Cure {
  name: CureName
  link: Pick<LinkProps, 'to' | 'params' | 'search'>
}

const check = (id: string | undefined, name: CureName): Cure => ({
  name,
  link: { to: '/app/check/{-$id}', params: { id } },
})

/** Where a receipt is looked at; those of a relief where there are several. */
function receipts({ receipts: ids, relief }: ClaimWarning, name: CureName = 'receipt'): Cure {
  const [id] = ids
  if (id !== undefined && (ids.length === 1 || relief === null)) {
    return { name, link: { to: '/app/receipts/$id', params: { id } } }
  }
  return { name: 'receipts', link: { to: '/app/receipts', search: { ...(relief && { relief }) } } }
}

const card = (id: string): Cure => ({
  name: 'facts',
  link: { to: '/app/year/interview/{-$card}', params: { card: id } },
})

const relief = ({ relief: code }: ClaimWarning): Cure => ({
  name: 'relief',
  link: { to: '/app/reliefs', search: code ? { relief: code } : {} },
})

/** The question that a missing fact answers; what was paid on which day stands on the receipts. */
const CARDS: Record<NonNullable<ClaimWarning['fact']>, string | null> = {
  children: 'children',
  birthday: null,
  sex: 'mother',
  'marital-status': 'spouse',
  disabled: 'disability',
  parents: 'parents',
  'parents-part': null,
  rent: 'other-income',
  residence: 'work',
  'employment-rate': 'work',
}

function fact(about: ClaimWarning): Cure {
  const id = about.fact && CARDS[about.fact]
  return id ? card(id) : receipts(about)
}

const cures: Record<ClaimWarning['code'], (warning: ClaimWarning) => Cure> = {
  record_damaged: (warning) =>
    warning.receipts.length > 0
      ? receipts(warning)
      : { name: 'statements', link: { to: '/app/year/statements/{-$id}' } },
  duplicate_suspect: ({ receipts: [id] }) => check(id, 'compare'),
  certificate_missing: (warning) =>
    warning.receipts.length === 1
      ? receipts(warning, 'certificate')
      : {
          name: 'receipts',
          link: {
            to: '/app/receipts',
            search: { certificate: 'missing', ...(warning.relief && { relief: warning.relief }) },
          },
        },
  own_name_needed: (warning) => receipts(warning),
  company_buyer: (warning) => receipts(warning),
  person_missing: ({ receipts: [id] }) => check(id, 'decide'),
  once_only: relief,
  wife_only: () => card('mother'),
  parents_abroad: () => card('parents'),
  counted_twice: (warning) => receipts(warning),
  statement_missing: () => ({ name: 'statement', link: { to: '/app/year/statements/{-$id}' } }),
  spouse_unknown: () => card('spouse'),
  spouse_until: () => card('spouse'),
  spouse_payments: () => card('spouse-payments'),
  child_open: () => card('child-open'),
  child_lost: () => card('children-claim'),
  business_left: () => card('business'),
  set_aside: relief,
  facts_missing: fact,
  not_resident: () => card('work'),
  law_draft: relief,
  joint_not_possible: () => card('assessment'),
  claimed_by_both: relief,
  paid_in_another_year: ({ receipts: [id] }) => check(id, 'check'),
  not_this_year: ({ receipts: [id] }) => check(id, 'decide'),
}

export const cureOf = (warning: ClaimWarning): Cure => cures[warning.code](warning)
