import type { Clock } from '../clock.ts'
import type { Events } from '../events.ts'
import type { Law } from '../law/law.ts'
import type { Receipts } from '../receipts/index.ts'
import type { RetainUntil } from '../receipts/ports.ts'
import { createEnteredLines } from './entered-lines.ts'
import { createTaxpayerFacts } from './facts-store.ts'
import { createTaxpayerData } from './personal-data.ts'
import type { TaxpayerItems } from './ports.ts'
import { createRecurringAnswers } from './recurring-answers.ts'
import { createStatementReadings } from './statements/readings.ts'
import { createStatements } from './statements/store.ts'

export interface TaxpayerDeps {
  law: Law
  items: TaxpayerItems
  receipts: Receipts
  retainUntil: RetainUntil
  events: Events
  clock: Clock
}

/** The facts of a taxpayer by year, and the statements that prove them. */
export function createTaxpayer({ law, items, receipts, retainUntil, events, clock }: TaxpayerDeps) {
  const { files, announceFiling, recoverFiles, pagesOf } = receipts
  const statements = createStatements({ items, files, recoverFiles, retainUntil, clock, events })
  return {
    facts: createTaxpayerFacts({ law, items, announceFiling }),
    statements,
    statementReadings: createStatementReadings({ statements, pagesOf }),
    enteredLines: createEnteredLines(items),
    recurringAnswers: createRecurringAnswers(items),
    /** Facts, statements with their files, and past decisions by merchant. */
    personalData: createTaxpayerData({ items, files, recoverFiles, retainUntil, clock }),
  }
}

export type Taxpayer = ReturnType<typeof createTaxpayer>
