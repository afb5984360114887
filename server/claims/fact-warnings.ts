import { findRelief, wifeOnlyCodes } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import type { Facts } from '../taxpayer/facts.ts'
import { type Statement, shownBy } from '../taxpayer/statements/model.ts'
import type { ClaimWarning } from './claim-views.ts'
import { type Couple, statedBy } from './couple.ts'
import { outcomes } from './estimate/assess.ts'
import { lineNames } from './estimate/line-names.ts'
import type { ClaimedPart } from './spend.ts'

/** What a year's facts are checked against. */
export interface FactsInContext {
  year: TaxYear
  facts: Facts
  parts: ClaimedPart[]
  couple: Couple
  statements: Statement[]
  /** The years, this one and earlier ones, whose facts cannot be read in full. */
  damagedYears: number[]
}

/** What the user should check in the facts of the taxpayer, and where facts and receipts contradict each other. */
export function factWarnings(context: FactsInContext): ClaimWarning[] {
  return [
    ...damagedFacts(context),
    ...damagedStatements(context),
    ...wifeOnly(context),
    ...parentsAbroad(context),
    ...countedTwice(context),
    ...statementMissing(context),
    ...aboutSpouse(context),
  ]
}

const warning = (
  code: ClaimWarning['code'],
  message: string,
  relief: string | null = null,
  parts: ClaimedPart[] = [],
): ClaimWarning => ({ code, message, relief, receipts: [...new Set(parts.map(({ row }) => row.id))] })

const damagedFacts = ({ damagedYears }: FactsInContext) =>
  damagedYears.map((year) =>
    warning(
      'record_damaged',
      `Part of the facts of ${year} cannot be read and does not count. Enter them again.`,
    ),
  )

function damagedStatements({ year, statements }: FactsInContext): ClaimWarning[] {
  if (!statements.some(({ damaged }) => damaged)) return []
  const message = `Part of the record of a statement of ${year.year} cannot be read. Its file is kept: delete the statement and add the file again.`
  return [warning('record_damaged', message)]
}

function wifeOnly({ year, facts: { sex }, parts: all }: FactsInContext): ClaimWarning[] {
  if (sex === 'female') return []
  return wifeOnlyCodes(year).flatMap((code) => {
    const parts = all.filter(({ relief }) => relief === code)
    if (parts.length === 0) return []
    const consequence = sex === 'male' ? ', so nothing is allowed' : ''
    const message = `${lineNames(year)(code).en}: only a mother may claim it${consequence}.`
    return [warning('wife_only', message, code, parts)]
  })
}

function parentsAbroad({ year, facts: { parents }, parts: all }: FactsInContext): ClaimWarning[] {
  if (!parents || parents.inMalaysia) return []
  const forParents = all.filter(({ relief }) => {
    const beneficiaries = findRelief(year, relief)?.beneficiaries ?? []
    return (
      beneficiaries.length > 0 &&
      beneficiaries.every((person) => person === 'parent' || person === 'grandparent')
    )
  })
  const codes = [...new Set(forParents.map(({ relief }) => relief))]
  return codes.map((code) => {
    const message = `${lineNames(year)(code).en}: only for parents who live in Malaysia.`
    const parts = forParents.filter(({ relief }) => relief === code)
    return warning('parents_abroad', message, code, parts)
  })
}

function countedTwice({ year, facts, parts: all }: FactsInContext): ClaimWarning[] {
  return statedCodes(year, facts).flatMap((code) => {
    const parts = all.filter(({ relief }) => relief === code)
    if (parts.length === 0) return []
    const message = `${lineNames(year)(code).en}: both receipts and a statement are claimed. Check that they are for different payments.`
    return [warning('counted_twice', message, code, parts)]
  })
}

/** The codes with an amount above 0; an amount of 0 needs no statement. */
function statedCodes(year: TaxYear, facts: Facts): string[] {
  const { spend, gifts, paid } = statedBy(year, facts)
  return Object.entries({ ...spend, ...gifts, ...paid }).flatMap(([code, sen]) => (sen > 0 ? [code] : []))
}

function statementMissing({ year, facts, statements }: FactsInContext): ClaimWarning[] {
  const shown = shownBy(statements)
  const missing = statedCodes(year, facts).filter((code) => !shown.has(code))
  return missing.map((code) => {
    const documents = findRelief(year, code)?.evidence.documents.join('; ')
    const advice = documents ? ` Keep: ${documents}.` : ''
    return warning('statement_missing', `${lineNames(year)(code).en}: no statement is kept.${advice}`, code)
  })
}

function aboutSpouse({ year, facts, couple }: FactsInContext): ClaimWarning[] {
  const { maritalStatus, assessment = 'separate', spouse } = facts
  if (!spouse) {
    const message =
      'No facts about the spouse are stored, so the spouse relief is not allowed. For a spouse without income, store an empty object.'
    return maritalStatus === 'married' ? [warning('spouse_unknown', message)] : []
  }
  const { ways, claimedByBoth } = outcomes(year, couple)
  const isPossible = ways.some((way) => way.assessment === assessment)
  const impossible =
    'Joint assessment needs total income of both spouses, so separate assessment is shown instead.'
  return [
    ...(isPossible ? [] : [warning('joint_not_possible', impossible)]),
    ...(assessment === 'separate' ? claimedByBoth : []).map((code) =>
      warning('claimed_by_both', `${lineNames(year)(code).en}: only one of a couple may claim it.`, code),
    ),
  ]
}
