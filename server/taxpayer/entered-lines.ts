import { z } from 'zod'
import { storedKeys } from '../stored-keys.ts'
import { versionConflict } from '../versions.ts'
import { DamagedItemError, ItemChangedError, type TaxpayerItems } from './ports.ts'
import type { StoredKind } from './stored-items.ts'

/** By the code of a line of the return: the amount that was typed into e-Filing, in sen. */
export type EnteredLines = Record<string, number>

const storedSchema = z.object({ schema: z.literal(1), entered: z.record(z.string(), z.int()) })

export const enteredLinesKind: StoredKind = {
  prefix: storedKeys.taxReturn.prefix,
  name: 'lines entered in e-Filing',
  schema: storedSchema,
  repair: null,
}

const ATTEMPTS = 8

/** Which lines of a year's return a person has typed into e-Filing: one document `return#2026` per year. */
export function createEnteredLines(items: TaxpayerItems) {
  async function read(userId: string, ya: number): Promise<{ version: number; entered: EnteredLines }> {
    try {
      const found = await items.find(userId, storedKeys.taxReturn.of(ya))
      return { version: found?.version ?? 0, entered: found ? storedSchema.parse(found.data).entered : {} }
    } catch (error) {
      // It only says what is done; the next line that is entered replaces it.
      if (error instanceof DamagedItemError) return { version: error.version, entered: {} }
      throw error
    }
  }

  return {
    find: async (userId: string, ya: number) => (await read(userId, ya)).entered,

    /**
     * Adds the lines, and removes those that are null. Changes of different lines at once do not conflict.
     * Rejects with Refusal version_conflict if the document keeps changing meanwhile.
     */
    async record(userId: string, ya: number, changes: Record<string, number | null>): Promise<EnteredLines> {
      if (Object.keys(changes).length === 0) return (await read(userId, ya)).entered
      for (let attempt = 1; ; attempt++) {
        const { version, entered } = await read(userId, ya)
        const merged = Object.entries({ ...entered, ...changes })
        const next: EnteredLines = Object.fromEntries(
          merged.filter((line): line is [string, number] => line[1] !== null),
        )
        try {
          await items.put(userId, storedKeys.taxReturn.of(ya), { schema: 1, entered: next }, version)
          return next
        } catch (error) {
          if (!(error instanceof ItemChangedError)) throw error
          if (attempt === ATTEMPTS) throw versionConflict(error.current)
        }
      }
    },
  }
}
