import type { Law } from '../law/law.ts'
import type { TaxYear } from '../law/year.ts'
import { storedKeys } from '../stored-keys.ts'
import { versionConflict } from '../versions.ts'
import { checkFacts } from './check.ts'
import { type Facts, lasting, offeredTo, readableFacts, storedFactsSchema } from './facts.ts'
import { type DamagedItemError, ItemChangedError, type TaxpayerItem, type TaxpayerItems } from './ports.ts'

/** Facts as stored. Version 0 and no facts: nothing is stored. */
export interface StoredFacts {
  version: number
  facts: Facts
  /** Part of what is stored cannot be read; `facts` is the rest. */
  damaged: boolean
}

/** The facts of a year, and those of earlier years, latest first. */
export interface FactsWithEarlierYears extends StoredFacts {
  earlier: { ya: number; facts: Facts }[]
  /** The years, this one and earlier ones, whose facts cannot be read in full. */
  damagedYears: number[]
}

const SCHEMA = 1

const read = ({ item, version, data }: TaxpayerItem) => ({
  ya: Number(storedKeys.year.rest(item)),
  version,
  facts: storedFactsSchema.parse(data),
  damaged: false,
})

const salvage = ({ id, version, data }: DamagedItemError) => ({
  ya: Number(storedKeys.year.rest(id)),
  version,
  facts: readableFacts(data),
  damaged: true,
})

interface TaxpayerFactsDeps {
  law: Law
  items: TaxpayerItems
  /** Called before a different year of filing is stored, because that year decides how long receipts are kept. */
  announceFiling(userId: string, ya: number): Promise<void>
}

/** The facts of taxpayers: one document `year#2026` per year of assessment. */
export function createTaxpayerFacts({ law, items, announceFiling }: TaxpayerFactsDeps) {
  async function withEarlierYears(userId: string, ya: number): Promise<FactsWithEarlierYears> {
    const list = await items.list(userId, storedKeys.year.prefix)
    const stored = [...list.items.map(read), ...list.damaged.map(salvage)]
    const found = stored.find((one) => one.ya === ya)
    const earlier = stored.filter((one) => one.ya < ya).sort((a, b) => b.ya - a.ya)
    const { version, facts, damaged } = found ?? { version: 0, facts: {}, damaged: false }
    const damagedYears = stored.filter((one) => one.damaged && one.ya <= ya).map((one) => one.ya)
    return { version, facts, damaged, earlier, damagedYears }
  }

  /** Undefined if it is unknown or cannot be read. */
  const yearOfFiling = async (userId: string, ya: number) =>
    filedIn((await withEarlierYears(userId, ya)).facts)

  return {
    withEarlierYears,

    /** The facts of a year, and the lasting facts of the latest earlier year that this year does not say. */
    async find(userId: string, ya: number) {
      const { version, facts, damaged, earlier } = await withEarlierYears(userId, ya)
      const last = damaged ? undefined : earlier[0]
      const offered = last && offeredTo(facts, lasting(last.facts))
      const fromEarlierYear =
        last && offered && (version === 0 || Object.keys(offered).length > 0)
          ? { year: last.ya, facts: offered }
          : null
      return { version, facts, damaged, fromEarlierYear }
    },

    /**
     * Replaces all facts of a year.
     * Rejects with Refusal version_conflict, or validation_failed for a code that the law of the year does not know.
     * @param based the version the change is based on, 0 for the first; `any` accepts every version
     */
    async put(userId: string, year: TaxYear, facts: Facts, based: number | 'any'): Promise<StoredFacts> {
      checkFacts(law, year, facts)
      if ((await yearOfFiling(userId, year.year)) !== filedIn(facts)) await announceFiling(userId, year.year)
      const data = { schema: SCHEMA, ...facts }
      const version = await items.put(userId, storedKeys.year.of(year.year), data, based).catch(asConflict)
      return { version, facts, damaged: false }
    },
  }
}

const filedIn = ({ filedOn }: Facts) => filedOn?.slice(0, 4)

export type TaxpayerFacts = ReturnType<typeof createTaxpayerFacts>

function asConflict(error: unknown): never {
  if (!(error instanceof ItemChangedError)) throw error
  throw versionConflict(error.current)
}
