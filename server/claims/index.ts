import type { Clock } from '../clock.ts'
import { Refusal } from '../errors.ts'
import type { Events } from '../events.ts'
import type { Language } from '../language.ts'
import type { Law } from '../law/law.ts'
import type { FormKind, TaxYear } from '../law/year.ts'
import { letOthersIn } from '../let-others-in.ts'
import { malaysianDay } from '../malaysian-time.ts'
import type { FieldValues } from '../receipts/fields.ts'
import type { Receipts, Target } from '../receipts/index.ts'
import type { Receipt } from '../receipts/model.ts'
import { checkEachFacts, checkSpouse } from '../taxpayer/check.ts'
import { type Facts, formOf } from '../taxpayer/facts.ts'
import type { Taxpayer } from '../taxpayer/index.ts'
import { say } from '../texts/index.ts'
import { type LastWrite, untilWritten } from '../until-written.ts'
import { type AllocationInput, toAllocations } from './allocations.ts'
import type { ClaimSummary } from './claim-views.ts'
import { toFactEffects } from './estimate/fact-effects.ts'
import { whatIf } from './estimate/what-if.ts'
import type { WhatIf } from './estimate/what-if-views.ts'
import { toEstimate } from './estimate/year-estimate.ts'
import { toOverview } from './overview/overview.ts'
import { toKnown } from './pcb/known.ts'
import { receiptsBehind } from './receipts-behind.ts'
import { createRecurringClaims } from './recurring/recurring-claims.ts'
import { remindersOf } from './reminders.ts'
import { summarize } from './summary.ts'
import { onForm, type ReturnOptions, returnCodes, toTaxReturn } from './tax-return/tax-return.ts'
import { type ClaimOptions, createYearClaims } from './year-claim.ts'
import { createYearRows } from './year-rows.ts'

/** Claims of all people together; each takes 100 bytes a receipt. */
const MOST_KEPT = 20

export interface ClaimsDeps {
  law: Law
  /** Learns from the allocations of a receipt. */
  remember(receipt: Receipt): Promise<void>
  receipts: Receipts
  taxpayer: Taxpayer
  events: Events
  clock: Clock
  lastWrite?: LastWrite | undefined
}

/** What is corrected and allocated together with a confirmation. */
export interface AlsoAllocate {
  changes?: Partial<FieldValues> | undefined
  allocations?: AllocationInput[] | undefined
}

/** What a person claims in a year, and the tax on it. */
export function createClaims({ law, remember, receipts, taxpayer, events, clock, lastWrite }: ClaimsDeps) {
  const lists = { store: receipts.store, rowsOfYear: createYearRows(receipts.store) }
  const yearClaim = createYearClaims({
    ...lists,
    law,
    facts: taxpayer.facts,
    statements: taxpayer.statements,
  })

  const summaries = untilWritten<Promise<ClaimSummary>>(lastWrite, MOST_KEPT)

  const recurring = createRecurringClaims({
    law,
    receipts,
    answers: taxpayer.recurringAnswers,
    rowsOfYear: lists.rowsOfYear,
    yearClaim,
    clock,
  })

  /** The claim with its facts and receipts, for exports. */
  async function claimOf(
    userId: string,
    year: TaxYear,
    { form, ...options }: ClaimOptions & { form?: FormKind | undefined } = {},
  ) {
    const claim = await yearClaim(userId, year, options)
    await letOthersIn(claim.receipts.rows)
    return {
      summary: summarize(onForm(claim, form)),
      facts: claim.facts,
      receipts: claim.receipts,
      taxReturn: (language: Language) => toTaxReturn(claim, {}, { language, form }),
    }
  }

  const allocationsOf = (inputs: AllocationInput[]) => (receipt: Receipt) =>
    toAllocations(law, receipt, inputs)

  const toAlsoChange = ({ changes, allocations }: AlsoAllocate) => ({
    changes,
    ...(allocations && { allocationsOf: allocationsOf(allocations) }),
  })

  async function remembered(saved: Receipt) {
    // The allocation is stored. A worse suggestion next time is no reason to fail.
    await remember(saved).catch(events.workFailed)
    return saved
  }

  return {
    claimOf,
    recurring,

    /** The form a person files for a year. */
    async formOf(userId: string, year: TaxYear) {
      const { facts } = await taxpayer.facts.withEarlierYears(userId, year.year)
      return formOf(facts)
    },

    /** The claim of a year, as it is entered in the form. Must not be changed: the next caller may be given the same. */
    summary: (userId: string, year: TaxYear): Promise<ClaimSummary> =>
      summaries(`${year.year}#${userId}`, async () => (await claimOf(userId, year)).summary),

    /** The receipts with a part for one of these reliefs, those to check first. */
    receiptsBehind: async (userId: string, year: TaxYear, codes: ReadonlySet<string>) =>
      receiptsBehind(year, (await yearClaim(userId, year)).receipts, codes),

    /** A year in a few figures, for the first screen of an app. */
    async overview(userId: string, year: TaxYear) {
      const first = await recurring.first(userId, year)
      return { ...toOverview(first.claim, malaysianDay(clock.now())), recurring: first.recurring }
    },

    /** The estimated tax of a year. */
    estimate: async (userId: string, year: TaxYear) => toEstimate(await yearClaim(userId, year)),

    /** What the facts and receipts of a year tell an employer for the monthly deduction. */
    pcbKnown: async (userId: string, year: TaxYear) => toKnown(await yearClaim(userId, year)),

    /** What the tax would be with other facts, each alone; nothing is stored. */
    async factEffects(userId: string, year: TaxYear, facts: Facts[]) {
      checkEachFacts(law, year, facts)
      return toFactEffects(await yearClaim(userId, year), facts)
    },

    /** The effect of changes on the estimate; nothing is stored. */
    async whatIf(userId: string, year: TaxYear, changes: WhatIf) {
      if (changes.spouse) checkSpouse(law, year, changes.spouse)
      return whatIf(await yearClaim(userId, year), changes)
    },

    /** What is entered in the form of a year, line by line. */
    async taxReturn(userId: string, year: TaxYear, options: ReturnOptions) {
      const [claim, entered] = await Promise.all([
        yearClaim(userId, year),
        taxpayer.enteredLines.find(userId, year.year),
      ])
      return toTaxReturn(claim, entered, options)
    },

    /**
     * Stores which lines of the return are entered in e-Filing.
     * Rejects with Refusal validation_failed for a line that no return of the year has.
     */
    async recordEntered(
      userId: string,
      year: TaxYear,
      changes: Record<string, number | null>,
      options: ReturnOptions,
    ) {
      const known = returnCodes(year)
      const errors = Object.keys(changes)
        .filter((code) => !known.has(code))
        .map((code) => ({
          path: `/entered/${code}`,
          message: say(({ values }) => values.noLineOfReturn(year.year)),
        }))
      if (errors.length > 0)
        throw new Refusal(
          'validation_failed',
          say(({ refusals }) => refusals.seeErrors),
          { errors },
        )
      const entered = await taxpayer.enteredLines.record(userId, year.year, changes)
      return toTaxReturn(await yearClaim(userId, year), entered, options)
    },

    /** Allocates a receipt, and remembers the decision for the next receipt of the same merchant. */
    async allocate(target: Target, inputs: AllocationInput[]) {
      return remembered(await receipts.review.allocate(target, allocationsOf(inputs)))
    },

    /** Confirms a receipt, and corrects and allocates it in the same write. */
    async confirm(target: Target, also: AlsoAllocate) {
      const saved = await receipts.review.confirm(target, toAlsoChange(also))
      return also.allocations ? remembered(saved) : saved
    },

    /** Takes a confirmation back, and what was corrected and allocated with it. */
    async unconfirm(target: Target, restore: AlsoAllocate) {
      const saved = await receipts.review.unconfirm(target, toAlsoChange(restore))
      return restore.allocations ? remembered(saved) : saved
    },

    /** Deadlines, limits and receipts that need attention soon. */
    async reminders(userId: string) {
      const today = malaysianDay(clock.now())
      const thisYear = Number(today.slice(0, 4))
      const year = law.year(thisYear)
      const [current, { earlier, ...stored }] = await Promise.all([
        year && claimOf(userId, year),
        taxpayer.facts.withEarlierYears(userId, thisYear),
      ])
      const facts = new Map(
        [...earlier, { ya: thisYear, facts: stored.facts }].map((one) => [one.ya, one.facts]),
      )
      return remindersOf({ law, today, facts, current: current?.summary, rows: current?.receipts.rows ?? [] })
    },
  }
}

export type Claims = ReturnType<typeof createClaims>
