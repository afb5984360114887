import type { Law } from '../law/law.ts'
import type { TaxYear } from '../law/year.ts'
import { ringgitOf } from '../receipts/model.ts'
import type { Facts, SpouseFacts } from '../taxpayer/facts.ts'
import type { Statements } from '../taxpayer/statements/store.ts'
import type { TaxpayerFacts } from '../taxpayer/store.ts'
import type { ClaimWarning } from './claim-views.ts'
import { createClaimants } from './claimants.ts'
import type { Couple } from './couple.ts'
import { factWarnings } from './fact-warnings.ts'
import { countedIn, receiptsOf, type SpendDeps, spendOf, type YearReceipts } from './spend.ts'

/** Everything a person's claims of a year are made of. */
export interface YearClaim {
  year: TaxYear
  /** Of the facts; 0: nothing was said yet. */
  version: number
  facts: Facts
  receipts: YearReceipts
  /** Who claims, with what was spent. */
  couple: Couple
  /** The same if every suggestion is right. */
  withSuggestions: Couple
  /** The same with further spending, and with another spouse than the one stored. */
  coupleWith(more: { relief: string; sen: number }[], spouse?: SpouseFacts): Couple
  /** What to look at in the facts. */
  warnings: ClaimWarning[]
}

export interface YearClaimDeps extends SpendDeps {
  law: Law
  facts: TaxpayerFacts
  statements: Statements
}

export function createYearClaims({ law, facts: taxpayerFacts, statements, ...lists }: YearClaimDeps) {
  return async function yearClaim(userId: string, year: TaxYear): Promise<YearClaim> {
    const [receipts, known, kept] = await Promise.all([
      receiptsOf(lists, userId, year.year),
      taxpayerFacts.known(userId, year.year),
      statements.kept(userId, year.year),
    ])
    const { counted, rows, earlier } = receipts
    const hoped = rows.flatMap((row): { relief: string; sen: number }[] => {
      if (row.status === 'confirmed' || ringgitOf(row) === null) return []
      // What a person has said of it goes before what was suggested.
      return row.allocations.length > 0 ? countedIn(year.year, year.year, row) : row.suggested
    })
    const { version, facts } = known
    const claimants = createClaimants(law, year, known)
    const coupleWith: YearClaim['coupleWith'] = (more, spouse) =>
      claimants({ ...spendOf(year, [...counted, ...more]), earlier }, spouse)
    const couple = coupleWith([])
    return {
      year,
      version,
      facts,
      receipts,
      couple,
      withSuggestions: coupleWith(hoped),
      coupleWith,
      warnings: factWarnings({ year, facts, counted, couple, statements: kept }),
    }
  }
}
