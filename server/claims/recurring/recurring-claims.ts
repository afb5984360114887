import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '../../clock.ts'
import { Refusal, type ValueError } from '../../errors.ts'
import type { Law } from '../../law/law.ts'
import type { TaxYear } from '../../law/year.ts'
import { malaysianDay } from '../../malaysian-time.ts'
import { findRecord } from '../../receipts/damaged.ts'
import type { Receipts } from '../../receipts/index.ts'
import { paymentDayOf, type Receipt, ringgitOf } from '../../receipts/model.ts'
import type { Taxpayer } from '../../taxpayer/index.ts'
import { say } from '../../texts/index.ts'
import { toAllocations } from '../allocations.ts'
import type { YearClaim } from '../year-claim.ts'
import type { YearRows } from '../year-rows.ts'
import { monthOf, monthText, sameDayIn } from './month.ts'
import { type RecurringSeries, recurringOf, toRecurringViews } from './recurring.ts'
import { createMerchantKeys, type MonthPaid } from './series.ts'
import type { RecurringClaim } from './views.ts'

interface RecurringDeps {
  law: Law
  receipts: Receipts
  answers: Taxpayer['recurringAnswers']
  rowsOfYear: YearRows
  yearClaim: (userId: string, year: TaxYear) => Promise<YearClaim>
  clock: Clock
}

interface Loaded {
  claim: YearClaim
  all: RecurringSeries[]
}

/** What a person says of a series. Members left out stay as they are. */
export interface RecurringAnswer {
  /** By month, YYYY-MM; null takes the answer back. */
  months?: Record<string, 'not-paid' | null> | undefined
  ended?: boolean | undefined
}

/** Payments that come again and again, and the months of them that no receipt shows. */
export function createRecurringClaims(deps: RecurringDeps) {
  const { law, receipts, answers, rowsOfYear, yearClaim, clock } = deps
  const keyOf = createMerchantKeys()

  async function load(userId: string, year: TaxYear): Promise<Loaded> {
    const [claim, earlier, known] = await Promise.all([
      yearClaim(userId, year),
      rowsOfYear(userId, year.year - 1),
      answers.ofYears(userId, year.year),
    ])
    const all = recurringOf({ claim, earlier, answers: known, today: malaysianDay(clock.now()), keyOf })
    return { claim, all }
  }

  async function find(userId: string, year: TaxYear, id: string): Promise<RecurringSeries> {
    const { all } = await load(userId, year)
    const series = all.find((one) => one.id === id)
    if (!series)
      throw new Refusal(
        'not_found',
        say(({ refusals }) => refusals.noSuchSeries),
      )
    return series
  }

  async function view(userId: string, year: TaxYear, id: string): Promise<RecurringClaim | null> {
    const { claim, all } = await load(userId, year)
    return (
      toRecurringViews(
        claim,
        all.filter((one) => one.id === id),
      )[0] ?? null
    )
  }

  /** The receipts of the month before the missing one, or else of the first one after it. */
  async function modelsOf(userId: string, { paid }: RecurringSeries, month: number): Promise<Receipt[]> {
    const model: MonthPaid | undefined = paid.findLast((one) => one.month < month) ?? paid[0]
    const found = await Promise.all(
      (model?.rows ?? []).map(({ id }) => findRecord(receipts.store, userId, id)),
    )
    return found.flatMap((record) => (record ? [record.receipt] : []))
  }

  /** The receipt of a month, as it is stored or was stored by another request meanwhile. */
  async function enterMonth(
    userId: string,
    series: RecurringSeries,
    { month, id }: { month: string; id: string },
  ): Promise<Receipt | null> {
    const models = await modelsOf(userId, series, monthOf(month))
    const [model] = models
    const day = model && paymentDayOf(model)
    if (!model || !day) return null
    const inputs = models.flatMap(({ allocations }) =>
      allocations
        .filter(({ year }) => year === null)
        .map(({ relief, sen, person }) => ({ relief, sen, person: person ?? undefined })),
    )
    return receipts.intake.expect(userId, {
      id,
      merchant: model.merchant,
      date: sameDayIn(monthOf(month), day),
      totalSen: models.reduce((sum, one) => sum + (ringgitOf(one) ?? 0), 0),
      allocationsOf: (receipt) => toAllocations(law, receipt, inputs),
    })
  }

  /** Whether the receipt that was once entered for a month is in use elsewhere, or in the trash. */
  async function isTaken(userId: string, id: string) {
    return (await findRecord(receipts.store, userId, id)) !== undefined
  }

  return {
    /** The series of a year, those with most relief at stake first. */
    async list(userId: string, year: TaxYear, { from, to }: { from: number; to: number }) {
      const { claim, all } = await load(userId, year)
      return { recurring: toRecurringViews(claim, all.slice(from, to)), total: all.length }
    },

    /** The claim of a year, and the series that asks for most relief; null: none asks for any. */
    async first(userId: string, year: TaxYear) {
      const { claim, all } = await load(userId, year)
      const [most] = all
      const recurring = most && most.reliefSen > 0 ? (toRecurringViews(claim, [most])[0] ?? null) : null
      return { claim, recurring }
    },

    /**
     * Enters a receipt for each of these months, with the values of the month before. It counts once its paper is attached
     * and a person confirms it. A month that has a receipt by now is left out.
     * @throws Refusal not_found; validation_failed for a month that the series does not have
     */
    async enter(userId: string, year: TaxYear, id: string, months: readonly string[]) {
      const series = await find(userId, year, id)
      mustBeDue(series, months)
      const wanted = new Set(months)
      const missing = series.missing.filter((month) => wanted.has(month))
      const { current } = await answers.ofYears(userId, year.year)
      const taken = new Set<string>()
      for (const month of missing) {
        const before = current[id]?.entered[month]
        if (before !== undefined && (await isTaken(userId, before))) taken.add(before)
      }
      // The ids are stored before the receipts, so that two requests at once make one receipt of a month.
      const { entered } = await answers.change(userId, year.year, series, (known) => ({
        ...known,
        entered: {
          ...known.entered,
          ...Object.fromEntries(
            missing.map((month) => {
              const stored = known.entered[month]
              return [month, stored !== undefined && !taken.has(stored) ? stored : uuidv7()]
            }),
          ),
        },
      }))
      const made: Receipt[] = []
      for (const month of missing) {
        const receipt = await enterMonth(userId, series, { month, id: entered[month] ?? uuidv7() })
        if (receipt) made.push(receipt)
      }
      return { receipts: made, series: await view(userId, year, id) }
    },

    /**
     * Stores what a person says of a series.
     * @throws Refusal not_found; validation_failed for a month that the series does not have
     */
    async answer(userId: string, year: TaxYear, id: string, { months = {}, ended }: RecurringAnswer) {
      const series = await find(userId, year, id)
      mustBeDue(series, Object.keys(months))
      const last = monthText(series.paid.at(-1)?.month ?? 0)
      await answers.change(userId, year.year, series, (known) => ({
        ...known,
        notPaid: [
          ...known.notPaid.filter((month) => !(month in months)),
          ...Object.keys(months).filter((month) => months[month] !== null),
        ].sort(),
        endedAfter: ended === undefined ? known.endedAfter : ended ? last : null,
      }))
      return view(userId, year, id)
    },
  }
}

function mustBeDue({ months }: RecurringSeries, wanted: readonly string[]) {
  const due = new Set(months.map(({ month }) => month))
  const errors: ValueError[] = wanted.flatMap((month) =>
    due.has(month)
      ? []
      : [{ path: `/months/${month}`, message: say(({ values }) => values.monthNotDue(month)) }],
  )
  if (errors.length === 0) return
  throw new Refusal(
    'validation_failed',
    say(({ refusals }) => refusals.seeErrors),
    { errors },
  )
}
