import type { Clock } from '../clock.ts'
import type { Events } from '../events.ts'
import { createExports } from '../exports/index.ts'
import type { Law } from '../law/law.ts'
import type { TaxYear } from '../law/year.ts'
import { malaysianDay } from '../malaysian-time.ts'
import type { Receipts } from '../receipts/index.ts'
import type { Target } from '../receipts/review.ts'
import { createDecisions } from '../suggestions/decisions.ts'
import { checkSpouse } from '../taxpayer/check.ts'
import { createKeptUntil } from '../taxpayer/kept-until.ts'
import { createClaimData } from '../taxpayer/personal-data.ts'
import type { TaxpayerItems } from '../taxpayer/ports.ts'
import { createStatements } from '../taxpayer/statements/store.ts'
import { createTaxpayers } from '../taxpayer/store.ts'
import { type AllocationInput, toAllocations } from './allocations.ts'
import { toEstimate } from './estimate/estimate.ts'
import { type WhatIf, whatIf } from './estimate/what-if.ts'
import { remindersOf } from './reminders.ts'
import { summarize } from './summary.ts'
import { createYearClaims } from './year-claim.ts'
import { createYearRows } from './year-rows.ts'

export interface ClaimsDeps {
  law: Law
  items: TaxpayerItems
  receipts: Receipts
  events: Events
  clock: Clock
}

/** The room put together: what its routes need. */
export function createClaims({ law, items, receipts, events, clock }: ClaimsDeps) {
  const decisions = createDecisions(items)
  const lists = { store: receipts.store, rowsOfYear: createYearRows(receipts.store) }
  const taxpayers = createTaxpayers({ law, items, announceFiling: receipts.announceFiling })
  const keptUntil = createKeptUntil({ law, items })
  const statements = createStatements({ items, files: receipts.files, keptUntil, clock, events })
  const yearClaim = createYearClaims({ ...lists, taxpayers, statements })

  async function claimOf(userId: string, year: TaxYear) {
    const claim = await yearClaim(userId, year)
    return { summary: summarize(claim), facts: claim.facts, receipts: claim.receipts }
  }

  return {
    taxpayers,
    statements,
    exports: createExports({ law, store: receipts.store, files: receipts.files, clock, claimOf }),

    /** What a person said of their years, with statements, and decided for merchants. */
    personalData: createClaimData({ items, files: receipts.files, keptUntil, clock }),

    /** What a person's year comes to, to type into the form. */
    summary: async (userId: string, year: TaxYear) => (await claimOf(userId, year)).summary,

    /** What a person's tax of a year comes to. */
    estimate: async (userId: string, year: TaxYear) => toEstimate(await yearClaim(userId, year)),

    /** What would change it. */
    async whatIf(userId: string, year: TaxYear, asked: WhatIf) {
      if (asked.spouse) checkSpouse(law, year, asked.spouse)
      return whatIf(await yearClaim(userId, year), asked)
    },

    /** Says what a receipt counts for, and remembers it for the next one of its merchant. */
    async allocate(target: Target, inputs: AllocationInput[]) {
      const saved = await receipts.review.allocate(target, (receipt) => toAllocations(law, receipt, inputs))
      // What was said of the receipt is stored; that the next suggestion may be worse is no reason to fail.
      await decisions.remember(saved).catch(events.workFailed)
      return saved
    },

    /** What to do soon. */
    async reminders(userId: string) {
      const today = malaysianDay(clock.now())
      const year = law.year(Number(today.slice(0, 4)))
      const current = year && (await claimOf(userId, year))
      return remindersOf({ law, today, current: current?.summary, rows: current?.receipts.rows ?? [] })
    },
  }
}

export type Claims = ReturnType<typeof createClaims>
