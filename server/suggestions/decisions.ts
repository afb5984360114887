import { z } from 'zod'
import { allocationSchema } from '../receipts/allocation.ts'
import { paymentDayOf, type Receipt } from '../receipts/model.ts'
import { storedKeys } from '../stored-keys.ts'
import { DamagedItemError, type TaxpayerItems } from '../taxpayer/ports.ts'
import type { StoredKind } from '../taxpayer/stored-items.ts'
import { answersIn } from './line-answers.ts'
import { merchantKey } from './merchant-key.ts'
import type { LineAnswers } from './suggestion.ts'

/** How many of the latest decisions are stored per merchant and per kind of line. */
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

/** The answers to the questions of lines stand beside the decisions. No merchant's key has the separator. */
const answersTo = (rule: string) => storedKeys.merchant.of('line', rule)

/** The user's allocations of receipts by merchant, and answers by kind of line, latest first. */
export function createDecisions(items: TaxpayerItems) {
  async function storedAs(userId: string, item: string): Promise<Decision[]> {
    try {
      const found = await items.find(userId, item)
      return found ? decisions.parse(found.data) : []
    } catch (error) {
      // They only make suggestions better: the next decision replaces them.
      if (error instanceof DamagedItemError) return []
      throw error
    }
  }

  /** Stores the parts that a receipt was decided to have; none removes its earlier decision. */
  async function store({ userId, id }: Receipt, item: string, day: string, parts: Decision['parts']) {
    const before = await storedAs(userId, item)
    const others = before.filter(({ receiptId }) => receiptId !== id)
    const decision = { receiptId: id, day, parts }
    const kept = [...(parts.length > 0 ? [decision] : []), ...others].slice(0, REMEMBERED)
    if (kept.length > 0) await items.put(userId, item, kept, 'any')
    else if (before.length > 0) await items.remove(userId, item)
  }

  return {
    ofMerchant: (userId: string, merchant: string) => storedAs(userId, itemOf(merchant)),

    /** The answers by the rule that asked, without those of this receipt. */
    async answersOf({ userId, id }: Receipt): Promise<LineAnswers> {
      const found = await items.list(userId, answersTo(''))
      return new Map(
        found.items.map(({ item, data }) => [
          item.slice(answersTo('').length),
          decisions
            .parse(data)
            .filter(({ receiptId }) => receiptId !== id)
            .flatMap(({ day, parts: [part] }) =>
              part ? [{ relief: part.relief, person: part.person, day }] : [],
            ),
        ]),
      )
    },

    /**
     * Stores the allocations of this receipt, replacing its earlier ones. An example teaches nothing.
     * @param asks for each line the rule whose question it asks, or null
     */
    async remember(receipt: Receipt, asks: (string | null)[]) {
      const { merchant, allocations, example } = receipt
      const day = paymentDayOf(receipt)
      if (day === null || example) return
      const parts = allocations.map(({ relief, sen, person }) => ({ relief, sen, person }))
      if (merchant !== null) await store(receipt, itemOf(merchant), day, parts)
      const answers = answersIn(receipt, asks)
      for (const rule of new Set(asks)) {
        if (rule === null) continue
        const answer = answers.get(rule)
        const part = answer && { relief: answer.relief, sen: 0, person: answer.person }
        await store(receipt, answersTo(rule), day, part ? [part] : [])
      }
    },
  }
}

export type Decisions = ReturnType<typeof createDecisions>
