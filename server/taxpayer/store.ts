import type { Law } from '../law/law.ts'
import type { TaxYear } from '../law/year.ts'
import { storedKeys } from '../stored-keys.ts'
import { versionConflict } from '../versions.ts'
import { checkFacts } from './check.ts'
import { type Facts, factsSchema, lasting } from './facts.ts'
import { ItemChangedError, type TaxpayerItem, type TaxpayerItems } from './ports.ts'

/** Facts as stored; version 0 and empty where nothing was ever said. */
export interface StoredFacts {
  version: number
  facts: Facts
}

/** A year's facts, and those of earlier years, the latest first. */
export interface KnownFacts extends StoredFacts {
  earlier: { ya: number; facts: Facts }[]
}

const SCHEMA = 1

function read({ item, version, data }: TaxpayerItem) {
  const { schema, ...facts } = data as { schema: number }
  return { ya: Number(storedKeys.year.rest(item)), version, facts: factsSchema.parse(facts) }
}

interface TaxpayerFactsDeps {
  law: Law
  items: TaxpayerItems
  /** Told before another year of filing is stored: it decides how long receipts are kept. */
  announceFiling(userId: string, ya: number): Promise<void>
}

/** What taxpayers say of themselves, a document `year#2026` for each year of assessment. */
export function createTaxpayerFacts({ law, items, announceFiling }: TaxpayerFactsDeps) {
  async function known(userId: string, ya: number): Promise<KnownFacts> {
    const stored = (await items.list(userId, storedKeys.year.prefix)).map(read)
    const found = stored.find((one) => one.ya === ya)
    const earlier = stored.filter((one) => one.ya < ya).sort((a, b) => b.ya - a.ya)
    return { version: found?.version ?? 0, facts: found?.facts ?? {}, earlier }
  }

  return {
    known,

    /** With what an earlier year said and is likely to be still true, where nothing was said of this one. */
    async find(userId: string, ya: number) {
      const { version, facts, earlier } = await known(userId, ya)
      const last = version === 0 ? earlier[0] : undefined
      return { version, facts, fromEarlierYear: last ? { year: last.ya, facts: lasting(last.facts) } : null }
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
      const version = await items.put(userId, storedKeys.year.of(year.year), data, based).catch(asConflict)
      return { version, facts }
    },
  }
}

const filedIn = ({ filedOn }: Facts) => filedOn?.slice(0, 4)

export type TaxpayerFacts = ReturnType<typeof createTaxpayerFacts>

function asConflict(error: unknown): never {
  if (!(error instanceof ItemChangedError)) throw error
  throw versionConflict(error.current)
}
