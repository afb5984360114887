import { z } from 'zod'
import { type Language, languages } from '../language.ts'
import { jsonFile, type PersonalData } from '../personal-data.ts'
import { storedKeys } from '../stored-keys.ts'
import { DamagedItemError, type TaxpayerItems } from '../taxpayer/ports.ts'
import type { StoredKind } from '../taxpayer/stored-items.ts'

const KEY = storedKeys.settings.of()

export const settingsSchema = z
  .object({
    language: z.enum(languages).nullable().meta({
      description:
        'The language of texts for a person (see `Accept-Language` in the description of this API). null: none is chosen',
      example: 'ms',
    }),
  })
  .meta({ id: 'Settings' })
export type Settings = z.output<typeof settingsSchema>

export const settingsKind: StoredKind = {
  prefix: storedKeys.settings.prefix,
  name: 'settings',
  schema: settingsSchema,
  repair: null,
}

const unset: Settings = { language: null }

/** What a person has chosen for their account, whatever the device. */
export function createSettings(items: TaxpayerItems) {
  async function find(userId: string): Promise<Settings> {
    try {
      const found = await items.find(userId, KEY)
      return found ? settingsSchema.parse(found.data) : unset
    } catch (error) {
      // Nothing hangs on them but comfort: the next choice replaces them.
      if (error instanceof DamagedItemError) return unset
      throw error
    }
  }

  const personalData: PersonalData = {
    holdings: async () => ({ counts: {}, retainUntil: null, lockedUntil: null }),
    async *files({ sub }) {
      const settings = await find(sub)
      if (settings.language !== null) yield jsonFile('settings.json', settings)
    },
    erase: ({ sub }) => items.remove(sub, KEY),
  }

  return {
    find,
    language: async (userId: string): Promise<Language | null> => (await find(userId)).language,
    /** The last choice wins, from whatever device. */
    async change(userId: string, changes: Partial<Settings>): Promise<Settings> {
      const settings = { ...(await find(userId)), ...changes }
      await items.put(userId, KEY, settings, 'any')
      return settings
    },
    personalData,
  }
}
export type SettingsStore = ReturnType<typeof createSettings>
