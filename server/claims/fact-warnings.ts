import { findRelief, wifeOnlyCodes } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import type { Facts } from '../taxpayer/facts.ts'
import { type Statement, shownBy } from '../taxpayer/statements/model.ts'
import type { ClaimWarning } from './claim-views.ts'
import { type Couple, statedBy } from './couple.ts'
import { outcomes } from './estimate/assess.ts'
import { lineNames } from './estimate/names.ts'
import type { Counted } from './spend.ts'

export interface Known {
  year: TaxYear
  facts: Facts
  counted: Counted[]
  couple: Couple
  statements: Statement[]
}

/** What to look at in the facts of a taxpayer, and where they and the receipts do not go together. */
export function factWarnings(known: Known): ClaimWarning[] {
  return [
    ...ofWife(known),
    ...ofParents(known),
    ...countedTwice(known),
    ...withoutStatement(known),
    ...ofSpouse(known),
  ]
}

const warning = (
  code: ClaimWarning['code'],
  message: string,
  relief: string | null = null,
  counted: Counted[] = [],
): ClaimWarning => ({ code, message, relief, receipts: [...new Set(counted.map(({ row }) => row.id))] })

function ofWife({ year, facts: { sex }, counted }: Known): ClaimWarning[] {
  if (sex === 'female') return []
  return wifeOnlyCodes(year).flatMap((code) => {
    const parts = counted.filter(({ relief }) => relief === code)
    if (parts.length === 0) return []
    const consequence = sex === 'male' ? ', so nothing counts' : ''
    return [
      warning(
        'wife_only',
        `${lineNames(year)(code).en}: only a mother may claim it${consequence}.`,
        code,
        parts,
      ),
    ]
  })
}

function ofParents({ year, facts: { parents }, counted }: Known): ClaimWarning[] {
  if (!parents || parents.inMalaysia) return []
  const parts = counted.filter(({ relief }) => {
    const known = findRelief(year, relief)?.beneficiaries ?? []
    return known.length > 0 && known.every((person) => person === 'parent' || person === 'grandparent')
  })
  const codes = [...new Set(parts.map(({ relief }) => relief))]
  return codes.map((code) => {
    const message = `${lineNames(year)(code).en}: counts only for parents who live in Malaysia.`
    return warning(
      'parents_abroad',
      message,
      code,
      parts.filter(({ relief }) => relief === code),
    )
  })
}

function countedTwice({ year, facts, counted }: Known): ClaimWarning[] {
  return statedCodes(year, facts).flatMap((code) => {
    const parts = counted.filter(({ relief }) => relief === code)
    if (parts.length === 0) return []
    const message = `${lineNames(year)(code).en}: receipts and a statement both count. Look whether they are of the same payments.`
    return [warning('counted_twice', message, code, parts)]
  })
}

/** Not told of what is nothing: it needs no statement. */
function statedCodes(year: TaxYear, facts: Facts): string[] {
  const { spend, gifts, paid } = statedBy(year, facts)
  return Object.entries({ ...spend, ...gifts, ...paid }).flatMap(([code, sen]) => (sen > 0 ? [code] : []))
}

function withoutStatement({ year, facts, statements }: Known): ClaimWarning[] {
  const shown = shownBy(statements)
  const missing = statedCodes(year, facts).filter((code) => !shown.has(code))
  return missing.map((code) => {
    const documents = findRelief(year, code)?.evidence.documents.join('; ')
    const wanted = documents ? ` Keep: ${documents}.` : ''
    return warning('statement_missing', `${lineNames(year)(code).en}: no statement is kept.${wanted}`, code)
  })
}

function ofSpouse({ year, facts, couple }: Known): ClaimWarning[] {
  const { maritalStatus, assessment = 'separate', spouse } = facts
  if (!spouse) {
    const message =
      'Nothing is known about the spouse, so the spouse relief does not count. Empty facts stand for no income.'
    return maritalStatus === 'married' ? [warning('spouse_unknown', message)] : []
  }
  const { ways, claimedByBoth } = outcomes(year, couple)
  const isPossible = ways.some((way) => way.assessment === assessment)
  const impossible = 'A joint assessment needs total income of both, so a separate one is shown.'
  return [
    ...(isPossible ? [] : [warning('joint_not_possible', impossible)]),
    ...(assessment === 'separate' ? claimedByBoth : []).map((code) =>
      warning('claimed_by_both', `${lineNames(year)(code).en}: only one of a couple may claim it.`, code),
    ),
  ]
}
