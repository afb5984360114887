import { retainUntil } from '../law/filing.ts'
import type { Law } from '../law/law.ts'
import type { RetainUntil } from '../receipts/ports.ts'
import { storedKeys } from '../stored-keys.ts'
import { DamagedItemError, type TaxpayerItems } from './ports.ts'

/** For a year without law data: seven years, by section 82A(1) of the Income Tax Act 1967. */
const UNKNOWN_YEAR = { records: { years: 7 } }

/** How long documents must be kept, from the day the return was filed. */
export function createRetainUntil({ law, items }: { law: Law; items: TaxpayerItems }): RetainUntil {
  return async (userId, year) => {
    const facts = await items.find(userId, storedKeys.year.of(year)).catch(damaged)
    return retainUntil(law.year(year) ?? { ...UNKNOWN_YEAR, year }, filedIn(facts?.data))
  }
}

/** Facts that cannot be read may still say when the return was filed. */
function damaged(error: unknown): { data: unknown } {
  if (error instanceof DamagedItemError) return error
  throw error
}

function filedIn(facts: unknown): number | undefined {
  const { filedOn } = (facts ?? {}) as { filedOn?: unknown }
  const year = typeof filedOn === 'string' && /^(\d{4})-/.exec(filedOn)?.[1]
  return year ? Number(year) : undefined
}
