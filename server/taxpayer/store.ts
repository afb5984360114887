import { type Couple, claimedEarlier, toCouple, tripsBefore } from '../claims/couple.ts'
import type { Spend } from '../claims/spend.ts'
import { Refusal } from '../errors.ts'
import type { Law } from '../law/law.ts'
import type { TaxYear } from '../law/year.ts'
import { checkFacts } from './check.ts'
import { type Facts, factsSchema, lasting, type SpouseFacts } from './facts.ts'
import { ItemChangedError, type TaxpayerItem, type TaxpayerItems } from './ports.ts'
import { tripsRebateOf } from './reliefs.ts'

/** Facts as stored; version 0 and empty where nothing was ever said. */
export interface StoredFacts {
  version: number
  facts: Facts
}

const PREFIX = 'year#'
const SCHEMA = 1

function read({ item, version, data }: TaxpayerItem) {
  const { schema, ...facts } = data as { schema: number }
  return { ya: Number(item.slice(PREFIX.length)), version, facts: factsSchema.parse(facts) }
}

interface TaxpayersDeps {
  law: Law
  items: TaxpayerItems
  /** Told before another year of filing is stored: it decides how long receipts are kept. */
  announceFiling(userId: string, ya: number): Promise<void>
}

/** What taxpayers say of themselves, a document `year#2026` for each year of assessment. */
export function createTaxpayers({ law, items, announceFiling }: TaxpayersDeps) {
  /** The year's facts, and those of the years before, the latest first. */
  async function known(userId: string, ya: number) {
    const stored = (await items.list(userId, PREFIX)).map(read)
    const found = stored.find((one) => one.ya === ya)
    const earlier = stored.filter((one) => one.ya < ya).sort((a, b) => b.ya - a.ya)
    return { version: found?.version ?? 0, facts: found?.facts ?? {}, earlier }
  }

  return {
    /** With what an earlier year said and is likely to be still true, where nothing was said of this one. */
    async find(userId: string, ya: number) {
      const { version, facts, earlier } = await known(userId, ya)
      const last = version === 0 ? earlier[0] : undefined
      return { version, facts, fromEarlier: last ? { year: last.ya, facts: lasting(last.facts) } : null }
    },

    /**
     * Replaces all facts of a year.
     * @param based the version they were made from, 0 for the first; `any`: whatever they are now
     */
    async put(userId: string, year: TaxYear, facts: Facts, based: number | 'any'): Promise<StoredFacts> {
      checkFacts(law, year, facts)
      const { facts: before } = await known(userId, year.year)
      if (filedIn(before) !== filedIn(facts)) await announceFiling(userId, year.year)
      const data = { schema: SCHEMA, ...facts }
      const version = await items.put(userId, `${PREFIX}${year.year}`, data, based).catch(asConflict)
      return { version, facts }
    },

    /** What is known of who claims, and what the law's computation makes of it. */
    async of(userId: string, year: TaxYear) {
      const { version, facts, earlier } = await known(userId, year.year)
      const before = earlier.map((one) => ({ year: law.year(one.ya), facts: one.facts }))
      const claims = claimedEarlier(before)
      const spouseClaims = claimedEarlier(
        before.map(({ year, facts }) => ({ year, facts: facts.spouse ?? {} })),
      )
      const trips = tripsRebateOf(year)?.code
      return {
        version,
        facts,
        /**
         * @param receipts what they come to
         * @param spouse taken in place of the one stored
         */
        couple(receipts: Spend, spouse: SpouseFacts | undefined = facts.spouse): Couple {
          const all = { ...receipts, earlier: [...receipts.earlier, ...claims] }
          const known = trips === undefined ? 0 : tripsBefore(trips, earlier, receipts.earlier)
          const { tripsSen = [], earlierTrips = 0 } = facts.departureLevy ?? {}
          const departureLevy = { tripsSen, earlierTrips: Math.max(earlierTrips, known) }
          return toCouple(year, { ...facts, spouse, departureLevy }, all, spouseClaims)
        },
      }
    },
  }
}

const filedIn = ({ filedOn }: Facts) => filedOn?.slice(0, 4)

export type Taxpayers = ReturnType<typeof createTaxpayers>

function asConflict(error: unknown): never {
  if (!(error instanceof ItemChangedError)) throw error
  throw new Refusal('version_conflict', 'Look at what it is now, then change that.', {
    extra: { currentVersion: error.current },
  })
}
