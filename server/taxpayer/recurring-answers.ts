import { z } from 'zod'
import { storedKeys } from '../stored-keys.ts'
import { versionConflict } from '../versions.ts'
import { DamagedItemError, ItemChangedError, type TaxpayerItem, type TaxpayerItems } from './ports.ts'
import type { StoredKind } from './stored-items.ts'

const month = z.string()

/** What a person said of a recurring payment in a year. Months are YYYY-MM. */
const seriesAnswers = z.object({
  merchant: z.string(),
  relief: z.string(),
  /** The months in which nothing was paid. */
  notPaid: z.array(month),
  /** The last month that was paid, where the payments have ended. */
  endedAfter: month.nullable(),
  /** By month: the id of the receipt that was entered for it. */
  entered: z.record(month, z.string()),
})
export type SeriesAnswers = z.output<typeof seriesAnswers>

const storedSchema = z.object({ schema: z.literal(1), series: z.record(z.string(), seriesAnswers) })

export const recurringAnswersKind: StoredKind = {
  prefix: storedKeys.recurring.prefix,
  name: 'answers about recurring payments',
  schema: storedSchema,
  repair: null,
}

/** By the id of a series. */
export type RecurringAnswers = Record<string, SeriesAnswers>

/** More than anybody pays. The document stays far below what a store can hold. */
const MOST_SERIES = 300
const ATTEMPTS = 8

const read = ({ item, data }: TaxpayerItem) => ({
  ya: Number(storedKeys.recurring.rest(item)),
  answers: storedSchema.parse(data).series,
})

/** What a person answered about the months of recurring payments: one document `recurring#2026` per year. */
export function createRecurringAnswers(items: TaxpayerItems) {
  async function find(userId: string, ya: number): Promise<{ version: number; answers: RecurringAnswers }> {
    try {
      const found = await items.find(userId, storedKeys.recurring.of(ya))
      return { version: found?.version ?? 0, answers: found ? read(found).answers : {} }
    } catch (error) {
      // The person is asked again, and the answer replaces it.
      if (error instanceof DamagedItemError) return { version: error.version, answers: {} }
      throw error
    }
  }

  return {
    /** The answers of this year, and those of the year before. */
    async ofYears(userId: string, ya: number) {
      const list = await items.list(userId, storedKeys.recurring.prefix)
      const years = list.items.map(read)
      const of = (year: number): RecurringAnswers => years.find((one) => one.ya === year)?.answers ?? {}
      return { current: of(ya), before: of(ya - 1) }
    },

    /**
     * Replaces the answers about one series by what `change` makes of them.
     * Rejects with Refusal version_conflict if the document keeps changing meanwhile.
     * @param named what it is called, for a first answer
     */
    async change(
      userId: string,
      ya: number,
      { id, ...named }: { id: string } & Pick<SeriesAnswers, 'merchant' | 'relief'>,
      change: (answers: SeriesAnswers) => SeriesAnswers,
    ): Promise<SeriesAnswers> {
      for (let attempt = 1; ; attempt++) {
        const { version, answers } = await find(userId, ya)
        const { [id]: known, ...others } = answers
        const next = change({ notPaid: [], endedAfter: null, entered: {}, ...known, ...named })
        const series = { ...Object.fromEntries(Object.entries(others).slice(1 - MOST_SERIES)), [id]: next }
        try {
          await items.put(userId, storedKeys.recurring.of(ya), { schema: 1, series }, version)
          return next
        } catch (error) {
          if (!(error instanceof ItemChangedError)) throw error
          if (attempt === ATTEMPTS) throw versionConflict(error.current)
        }
      }
    },
  }
}

export type TaxpayerRecurringAnswers = ReturnType<typeof createRecurringAnswers>
