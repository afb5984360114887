import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { type Dynamo, isConditionFailed } from './database.ts'
import { bind } from './expressions.ts'
import type { StoredReceipt } from './receipt-items.ts'

/** BatchGetItem takes no more keys at once. */
export const MOST_KEYS = 100

/** The receipts table, item by item. A read of one sees every write answered before it. */
export function createReceiptTable({ call, tables }: Dynamo) {
  const TableName = tables.receipts

  async function get(id: string): Promise<StoredReceipt | undefined> {
    const { Item } = await call((client, options) =>
      client.send(new GetCommand({ TableName, Key: { receipt_id: id }, ConsistentRead: true }), options),
    )
    return Item as StoredReceipt | undefined
  }

  return {
    get,

    /** Those of at most MOST_KEYS receipts that are there, as they were a moment ago, for half the price. */
    async getMany(ids: string[]): Promise<Map<string, StoredReceipt>> {
      const found = new Map<string, StoredReceipt>()
      let left: Record<string, unknown>[] = ids.map((id) => ({ receipt_id: id }))
      if (left.length === 0) return found
      await call(async (client, options) => {
        const answer = await client.send(
          new BatchGetCommand({ RequestItems: { [TableName]: { Keys: left } } }),
          options,
        )
        for (const item of (answer.Responses?.[TableName] ?? []) as StoredReceipt[]) {
          found.set(item.receipt_id, item)
        }
        left = answer.UnprocessedKeys?.[TableName]?.Keys ?? []
        if (left.length > 0) {
          throw Object.assign(new Error('DynamoDB left keys over'), { name: 'ThrottlingException' })
        }
      })
      return found
    },

    /** False where the id exists. */
    async insert(item: StoredReceipt): Promise<boolean> {
      const put = new PutCommand({
        TableName,
        Item: item,
        ConditionExpression: 'attribute_not_exists(#receipt_id)',
        ...bind(['receipt_id']),
      })
      try {
        await call((client, options) => client.send(put, options))
        return true
      } catch (error) {
        if (!isConditionFailed(error)) throw error
        // An attempt whose answer was lost may have written it.
        return (await get(item.receipt_id))?.write === item.write
      }
    },

    /** The item as it is afterwards; undefined where the condition does not hold. */
    async update(
      id: string,
      how: Pick<UpdateCommandInput, 'UpdateExpression' | 'ConditionExpression'> & ReturnType<typeof bind>,
    ): Promise<StoredReceipt | undefined> {
      try {
        const { Attributes } = await call((client, options) =>
          client.send(
            new UpdateCommand({ TableName, Key: { receipt_id: id }, ...how, ReturnValues: 'ALL_NEW' }),
            options,
          ),
        )
        return Attributes as StoredReceipt
      } catch (error) {
        if (isConditionFailed(error)) return undefined
        throw error
      }
    },

    /** False where it is of another version or gone. */
    async remove(id: string, owner: string, version: number): Promise<boolean> {
      try {
        await call((client, options) =>
          client.send(
            new DeleteCommand({
              TableName,
              Key: { receipt_id: id },
              ConditionExpression: '#version = :version AND #owner = :owner',
              ...bind(['version', 'owner'], { version, owner }),
            }),
            options,
          ),
        )
        return true
      } catch (error) {
        if (isConditionFailed(error)) return false
        throw error
      }
    },
  }
}

export type ReceiptTable = ReturnType<typeof createReceiptTable>
