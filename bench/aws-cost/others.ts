import { randomBytes, randomUUID } from 'node:crypto'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { v7 as uuidv7 } from 'uuid'
import type { Dynamo } from '../../server/adapters/dynamodb/database.ts'
import { packSmall } from '../../server/adapters/dynamodb/packing.ts'
import { newReceipt } from '../../server/receipts/model.ts'
import { summaryOf } from '../../server/receipts/record.ts'
import { storedKeys } from '../../server/stored-keys.ts'
import type { Item } from './units.ts'

/** BatchWriteItem takes no more at once. */
const BATCH = 25
const AT_ONCE = 8
/** Receipts of one of the other people. */
const EACH = 100

/** What a receipt that was read and confirmed has left in the tables: its item, its text and its look-up keys. */
export interface Traces {
  receipt: Item
  beside: Item[]
}

/** Fills tables with receipts of other people, made after one that came there the real way. */
export function createOthers({ call, tables }: Dynamo, { receipt, beside }: Traces) {
  let made = 0
  let owner = randomUUID()

  function* copies(until: number): Generator<[table: string, item: Item]> {
    for (; made < until; made++) {
      if (made % EACH === 0) owner = randomUUID()
      const id = uuidv7()
      yield [tables.receipts, { ...receipt, ...keysOf(owner, id, dayOf(made)) }]
      for (const { item, ...rest } of beside) {
        const name = String(item).split('#')
        // Each file is another, and so is each day with its total.
        const key = name[0] === 'text' ? 'text' : `${name[0]}#${randomBytes(32).toString('hex')}`
        yield [tables.taxpayers, { ...rest, user_id: owner, item: `${key}#${id}` }]
      }
    }
  }

  return {
    get size() {
      return made
    },

    /** So that there are `count` receipts of others. */
    fillTo: (count: number) => writeAll(copies(count)),

    /** Receipts of one person in one year, whose rows can be listed; without anything else they have. */
    async give(userId: string, count: number) {
      await writeAll(
        Array.from({ length: count }, (_, number): [string, Item] => {
          const id = uuidv7()
          const fresh = { ...newReceipt(id, userId, new Date()), date: dayOf(number), totalSen: number }
          const row = summaryOf({
            ...fresh,
            status: 'confirmed',
            merchant: 'KEDAI BUKU DAN ALAT TULIS MAJU JAYA SDN BHD',
          })
          const summary = packSmall(JSON.stringify(row), id)
          return [tables.receipts, { ...receipt, ...keysOf(userId, id, dayOf(number)), summary }]
        }),
      )
    },

    /** The texts of as many receipts of one person, which a search without a hit goes through. */
    async giveTexts(userId: string, count: number) {
      const text = beside.find(({ item }) => storedKeys.text.has(String(item)))
      await writeAll(
        Array.from({ length: count }, (): [string, Item] => [
          tables.taxpayers,
          { ...text, user_id: userId, item: storedKeys.text.of(uuidv7()) },
        ]),
      )
    },
  }

  /** Several batches are on their way at a time. */
  async function writeAll(items: Iterable<[table: string, item: Item]>) {
    const left = items[Symbol.iterator]()
    const worker = async () => {
      for (let batch = take(left, BATCH); batch.length > 0; batch = take(left, BATCH)) await write(batch)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  }

  async function write(batch: [table: string, item: Item][]) {
    const requests = Object.groupBy(batch, ([table]) => table)
    let RequestItems = Object.fromEntries(
      Object.entries(requests).map(([table, items = []]) => [
        table,
        items.map(([, Item]) => ({ PutRequest: { Item } })),
      ]),
    )
    while (Object.keys(RequestItems).length > 0) {
      const batchWrite = new BatchWriteCommand({ RequestItems })
      const { UnprocessedItems } = await call((client, how) => client.send(batchWrite, how))
      RequestItems = (UnprocessedItems ?? {}) as typeof RequestItems
    }
  }
}

const dayOf = (number: number) => new Date(Date.UTC(2026, 0, 1 + (number % 365))).toISOString().slice(0, 10)

const keysOf = (owner: string, id: string, day: string) => ({
  receipt_id: id,
  owner,
  user_id: owner,
  user_year: `${owner}#2026`,
  day_receipt: `${day}#${id}`,
})

function take<T>(from: Iterator<T>, count: number): T[] {
  const taken: T[] = []
  while (taken.length < count) {
    const { done, value } = from.next()
    if (done) break
    taken.push(value)
  }
  return taken
}
