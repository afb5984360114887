import type { Text } from '../language.ts'
import { findRelief, wifeOnlyCodes } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import type { Facts } from '../taxpayer/facts.ts'
import { type Statement, shownBy } from '../taxpayer/statements/model.ts'
import { say } from '../texts/index.ts'
import type { ClaimWarning } from './claim-views.ts'
import { type Couple, statedBy } from './couple.ts'
import { documentsFor } from './documents.ts'
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
  message: Text,
  relief: string | null = null,
  parts: ClaimedPart[] = [],
): ClaimWarning => ({ code, message, relief, receipts: [...new Set(parts.map(({ row }) => row.id))] })

const damagedFacts = ({ damagedYears }: FactsInContext) =>
  damagedYears.map((year) =>
    warning(
      'record_damaged',
      say(({ warnings }) => warnings.factsDamaged(year)),
    ),
  )

function damagedStatements({ year, statements }: FactsInContext): ClaimWarning[] {
  if (!statements.some(({ damaged }) => damaged)) return []
  const message = say(({ warnings }) => warnings.statementDamaged(year.year))
  return [warning('record_damaged', message)]
}

function wifeOnly({ year, facts: { sex }, parts: all }: FactsInContext): ClaimWarning[] {
  if (sex === 'female') return []
  return wifeOnlyCodes(year).flatMap((code) => {
    const parts = all.filter(({ relief }) => relief === code)
    if (parts.length === 0) return []
    const message = say(({ warnings }, of) => warnings.wifeOnly(of(lineNames(year)(code)), sex === 'male'))
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
    const message = say(({ warnings }, of) => warnings.parentsAbroad(of(lineNames(year)(code))))
    const parts = forParents.filter(({ relief }) => relief === code)
    return warning('parents_abroad', message, code, parts)
  })
}

function countedTwice({ year, facts, parts: all }: FactsInContext): ClaimWarning[] {
  return statedCodes(year, facts).flatMap((code) => {
    const parts = all.filter(({ relief }) => relief === code)
    if (parts.length === 0) return []
    const message = say(({ warnings }, of) => warnings.countedTwice(of(lineNames(year)(code))))
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
    const message = say(({ warnings }, of) =>
      warnings.statementMissing(of(lineNames(year)(code)), of(documentsFor(year, code))),
    )
    return warning('statement_missing', message, code)
  })
}

function aboutSpouse({ year, facts, couple }: FactsInContext): ClaimWarning[] {
  const { maritalStatus, assessment = 'separate', spouse } = facts
  if (!spouse) {
    const message = say(({ warnings }) => warnings.spouseUnknown)
    return maritalStatus === 'married' ? [warning('spouse_unknown', message)] : []
  }
  const { ways, claimedByBoth } = outcomes(year, couple)
  const isPossible = ways.some((way) => way.assessment === assessment)
  const impossible = say(({ warnings }) => warnings.jointNotPossible)
  return [
    ...(isPossible ? [] : [warning('joint_not_possible', impossible)]),
    ...(assessment === 'separate' ? claimedByBoth : []).map((code) =>
      warning(
        'claimed_by_both',
        say(({ warnings }, of) => warnings.claimedByBoth(of(lineNames(year)(code)))),
        code,
      ),
    ),
  ]
}
