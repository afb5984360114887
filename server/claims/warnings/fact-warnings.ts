import { sum } from '../../law/money.ts'
import type { TaxYear } from '../../law/year.ts'
import type { Facts } from '../../taxpayer/facts.ts'
import { shownBy } from '../../taxpayer/statements/model.ts'
import { say } from '../../texts/index.ts'
import type { ClaimWarning } from '../claim-views.ts'
import { documentsFor } from '../documents.ts'
import { lineNames } from '../estimate/line-names.ts'
import { statedBy } from '../stated.ts'
import { businessWarnings } from './business-warnings.ts'
import { childWarnings } from './child-warnings.ts'
import type { FactsInContext } from './context.ts'
import { residenceWarnings } from './residence-warnings.ts'
import { missingFacts, setAside } from './set-aside-warnings.ts'
import { spouseWarnings } from './spouse-warnings.ts'
import { about, warning } from './warning.ts'

/** What the user should check in the facts of the taxpayer, and where facts and receipts contradict each other. */
export function factWarnings(context: FactsInContext): ClaimWarning[] {
  return [
    ...damagedFacts(context),
    ...damagedStatements(context),
    ...residenceWarnings(context),
    ...draftLaw(context),
    ...setAside(context),
    ...missingFacts(context),
    ...countedTwice(context),
    ...statementMissing(context),
    ...spouseWarnings(context),
    ...childWarnings(context),
    ...businessWarnings(context),
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

/** One for all amounts, or they would hide the others. */
function statementMissing({ year, facts, statements }: FactsInContext): ClaimWarning[] {
  const shown = shownBy(statements)
  const missing = statedAmounts(year, facts).filter(([code]) => !shown.has(code))
  if (missing.length === 0) return []
  const codes = missing.map(([code]) => code)
  const message = say(({ warnings }, of) =>
    warnings.statementsMissing(
      codes
        .map((code) => warnings.withDocuments(of(lineNames(year)(code)), of(documentsFor(year, code))))
        .join('; '),
    ),
  )
  const amountSen = sum(missing.map(([, sen]) => sen))
  return [warning('statement_missing', message, { ...about(codes), amountSen })]
}

function draftLaw({ year: { year, draft } }: FactsInContext): ClaimWarning[] {
  return draft
    ? [
        warning(
          'law_draft',
          say(({ law }) => law.draft(year)),
        ),
      ]
    : []
}
