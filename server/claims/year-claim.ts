import { keptWith } from '../kept-with.ts'
import { leftOver } from '../law/income.ts'
import type { Law } from '../law/law.ts'
import type { TaxYear } from '../law/year.ts'
import { letOthersIn } from '../let-others-in.ts'
import type { Row } from '../receipts/each-receipt.ts'
import type { Facts, SpouseFacts } from '../taxpayer/facts.ts'
import type { FactsWithEarlierYears, TaxpayerFacts } from '../taxpayer/facts-store.ts'
import type { Statement } from '../taxpayer/statements/model.ts'
import type { Statements } from '../taxpayer/statements/store.ts'
import type { ClaimWarning } from './claim-views.ts'
import { createClaimants } from './claimants.ts'
import { type Couple, earningsOf } from './couple.ts'
import { assessed } from './estimate/assess.ts'
import { expectedParts } from './receipts-behind.ts'
import { type CheckedAmounts, checkAmounts } from './set-aside.ts'
import {
  addedUp,
  type ClaimedPart,
  type Part,
  receiptsOf,
  type SpendDeps,
  type YearReceipts,
} from './spend.ts'
import type { FactsInContext } from './warnings/context.ts'
import { factWarnings } from './warnings/fact-warnings.ts'
import { ranked } from './warnings/warning.ts'

/** The data a person's claim of a year is computed from. */
export interface YearClaim {
  year: TaxYear
  /** Version of the facts; 0: none are stored. */
  version: number
  facts: Facts
  receipts: YearReceipts
  /** The statements kept for the year. */
  statements: Statement[]
  /** The claimant and the spouse, with their spending. */
  couple: Couple
  /** The couple if every suggestion on an unconfirmed receipt is accepted. */
  withSuggestions: Couple
  /** The couple with extra spending and, if given, another spouse than the stored one. */
  coupleWith(more: readonly Part[], spouse?: SpouseFacts): Couple
  /** The couple with other facts than the stored ones. */
  coupleOf(facts: Facts): Couple
  /** What of the claims the law excludes on the facts, and what these leave open. */
  checked: CheckedAmounts
  /** What the user should check in the facts. */
  warnings: ClaimWarning[]
}

export interface YearClaimDeps extends SpendDeps {
  law: Law
  facts: TaxpayerFacts
  statements: Statements
}

export interface ClaimOptions {
  /** Whether example receipts count. Default: true. */
  withExamples?: boolean
}

/** What is added up of rows and parts stays the same until a receipt changes. */
const sumsOf = keptWith<readonly ClaimedPart[], readonly Part[]>()
const suggestionsOf = keptWith<readonly Row[], readonly Part[]>()

export function createYearClaims({ law, facts: taxpayerFacts, statements, ...lists }: YearClaimDeps) {
  return async function yearClaim(
    userId: string,
    year: TaxYear,
    { withExamples = true }: ClaimOptions = {},
  ): Promise<YearClaim> {
    const [receipts, storedFacts, keptStatements] = await Promise.all([
      receiptsOf(lists, userId, year.year, withExamples),
      taxpayerFacts.withEarlierYears(userId, year.year),
      statements.kept(userId, year.year),
    ])
    const { parts, rows, earlier } = receipts
    await letOthersIn(rows)
    const { version, facts, damagedYears } = storedFacts
    const claimants = createClaimants(law, year, storedFacts)
    const sums = sumsOf(parts, String(year.year), () => addedUp(year, parts))
    const suggestions = suggestionsOf(rows, String(year.year), () =>
      addedUp(
        year,
        rows.flatMap((row) => expectedParts(year.year, row)),
      ),
    )
    const coupleWith = (more: readonly Part[], spouse?: SpouseFacts) =>
      claimants([...sums, ...more], earlier, spouse)
    const coupleOf: YearClaim['coupleOf'] = (other) =>
      createClaimants(law, year, { ...storedFacts, facts: other })(sums, earlier)
    const couple = coupleWith([])
    await letOthersIn(rows)
    const checked = checkAmounts(year, facts, parts)
    return {
      year,
      version,
      facts,
      receipts,
      statements: keptStatements,
      couple,
      withSuggestions: coupleWith(suggestions),
      coupleWith,
      coupleOf,
      checked,
      warnings: ranked(
        factWarnings({
          year,
          facts,
          parts,
          couple,
          checked,
          payableWith: (other) => assessed(year, coupleOf(other), other.assessment ?? 'separate').payableSen,
          statements: keptStatements,
          leftBefore: leftBefore(law, storedFacts),
          damagedYears,
        }),
      ),
    }
  }
}

/** What the latest earlier year with a business left for the years after it. */
function leftBefore(law: Law, { earlier }: FactsWithEarlierYears): FactsInContext['leftBefore'] {
  const last = earlier.find(({ facts }) => facts.business !== undefined)
  const year = last && law.year(last.ya)
  const left = last && year ? leftOver(year, { ...earningsOf(last.facts), gifts: {} }) : null
  return left && year ? { year: year.year, ...left } : null
}
