import { findRelief, wifeOnlyCodes } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'
import type { Facts } from '../../taxpayer/facts.ts'
import { shownBy } from '../../taxpayer/statements/model.ts'
import { say } from '../../texts/index.ts'
import type { ClaimWarning } from '../claim-views.ts'
import { documentsFor } from '../documents.ts'
import { lineNames } from '../estimate/line-names.ts'
import { statedBy } from '../stated.ts'
import { childWarnings } from './child-warnings.ts'
import type { FactsInContext } from './context.ts'
import { spouseWarnings } from './spouse-warnings.ts'
import { warning } from './warning.ts'

/** What the user should check in the facts of the taxpayer, and where facts and receipts contradict each other. */
export function factWarnings(context: FactsInContext): ClaimWarning[] {
  return [
    ...damagedFacts(context),
    ...damagedStatements(context),
    ...wifeOnly(context),
    ...parentsAbroad(context),
    ...countedTwice(context),
    ...statementMissing(context),
    ...spouseWarnings(context),
    ...childWarnings(context),
  ]
}

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
    return [warning('wife_only', message, { relief: code, parts })]
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
    return warning('parents_abroad', message, { relief: code, parts })
  })
}

function countedTwice({ year, facts, parts: all }: FactsInContext): ClaimWarning[] {
  return statedAmounts(year, facts).flatMap(([code]) => {
    const parts = all.filter(({ relief }) => relief === code)
    if (parts.length === 0) return []
    const message = say(({ warnings }, of) => warnings.countedTwice(of(lineNames(year)(code))))
    return [warning('counted_twice', message, { relief: code, parts })]
  })
}

/** The amounts above 0 by code; an amount of 0 needs no statement. */
function statedAmounts(year: TaxYear, facts: Facts): [code: string, sen: number][] {
  const { spend, gifts, paid } = statedBy(year, facts)
  return Object.entries({ ...spend, ...gifts, ...paid }).filter(([, sen]) => sen > 0)
}

function statementMissing({ year, facts, statements }: FactsInContext): ClaimWarning[] {
  const shown = shownBy(statements)
  const missing = statedAmounts(year, facts).filter(([code]) => !shown.has(code))
  return missing.map(([code, amountSen]) => {
    const message = say(({ warnings }, of) =>
      warnings.statementMissing(of(lineNames(year)(code)), of(documentsFor(year, code))),
    )
    return warning('statement_missing', message, { relief: code, amountSen })
  })
}
