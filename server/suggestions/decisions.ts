import { z } from 'zod'
import { allocationSchema } from '../receipts/allocation.ts'
import { paymentDayOf, type Receipt } from '../receipts/model.ts'
import { storedKeys } from '../stored-keys.ts'
import { DamagedItemError, type TaxpayerItems } from '../taxpayer/ports.ts'
import type { StoredKind } from '../taxpayer/stored-items.ts'
import { merchantKey } from './merchant-key.ts'

/** How many of the latest decisions are stored per merchant. */
const REMEMBERED = 5

const decisions = z.array(
  z.object({
    receiptId: z.string(),
    /** The day of the receipt, YYYY-MM-DD. */
    day: z.string(),
    parts: z.array(allocationSchema.pick({ relief: true, sen: true, person: true })),
  }),
)
export type Decision = z.output<typeof decisions>[number]

export const decisionsKind: StoredKind = {
  prefix: storedKeys.merchant.prefix,
  name: 'decisions for a merchant',
  schema: decisions,
  repair: null,
}

const itemOf = (merchant: string) => storedKeys.merchant.of(merchantKey(merchant))

/** The user's allocations of receipts by merchant, latest first. */
export function createDecisions(items: TaxpayerItems) {
  async function ofMerchant(userId: string, merchant: string): Promise<Decision[]> {
    try {
      const found = await items.find(userId, itemOf(merchant))
      return found ? decisions.parse(found.data) : []
    } catch (error) {
      // They only make suggestions better: the next decision replaces them.
      if (error instanceof DamagedItemError) return []
      throw error
    }
  }

  return {
    ofMerchant,

    /** Stores the allocations of this receipt, replacing its earlier ones. An example teaches nothing. */
    async remember(receipt: Receipt) {
      const { userId, id, merchant, allocations, example } = receipt
      const day = paymentDayOf(receipt)
      if (merchant === null || day === null || example) return
      const others = (await ofMerchant(userId, merchant)).filter(({ receiptId }) => receiptId !== id)
      const parts = allocations.map(({ relief, sen, person }) => ({ relief, sen, person }))
      const decision = { receiptId: id, day, parts }
      const kept = [...(parts.length > 0 ? [decision] : []), ...others].slice(0, REMEMBERED)
      if (kept.length === 0) await items.remove(userId, itemOf(merchant))
      else await items.put(userId, itemOf(merchant), kept, 'any')
    },
  }
}

export type Decisions = ReturnType<typeof createDecisions>
