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
import { FORMAT_ATTRIBUTE } from './format.ts'
import type { StoredReceipt } from './receipt-items.ts'

/** The limit of BatchGetItem. */
export const MOST_KEYS = 100

/** The receipts table, item by item. A read of one item sees every write that was answered before it. */
export function createReceiptTable({ call, tables, formats }: Dynamo) {
  const TableName = tables.receipts

  async function get(id: string): Promise<StoredReceipt | undefined> {
    const { Item } = await call((client, options) =>
      client.send(new GetCommand({ TableName, Key: { receipt_id: id }, ConsistentRead: true }), options),
    )
    return Item as StoredReceipt | undefined
  }

  return {
    get,

    /** Receipts by id, at most MOST_KEYS. Eventually consistent, for half the price. */
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

    /** False when the id exists. */
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
        // The item may be our own, from an attempt whose response was lost.
        return (await get(item.receipt_id))?.write === item.write
      }
    },

    /** The updated item; undefined when the condition does not hold, or the item has a newer format. */
    async update(
      id: string,
      how: Pick<UpdateCommandInput, 'UpdateExpression' | 'ConditionExpression'> & ReturnType<typeof bind>,
    ): Promise<StoredReceipt | undefined> {
      const update = new UpdateCommand({
        TableName,
        Key: { receipt_id: id },
        ...how,
        ConditionExpression: `(${how.ConditionExpression}) AND (${formats.isReadable})`,
        ExpressionAttributeNames: { ...how.ExpressionAttributeNames, '#f': FORMAT_ATTRIBUTE },
        ExpressionAttributeValues: { ...how.ExpressionAttributeValues, ':reads': formats.reads },
        ReturnValues: 'ALL_NEW',
      })
      try {
        const { Attributes } = await call((client, options) => client.send(update, options))
        return Attributes as StoredReceipt
      } catch (error) {
        if (isConditionFailed(error)) return undefined
        throw error
      }
    },

    /** False when it is gone or has another version. */
    async remove({ receipt_id, owner, version }: StoredReceipt): Promise<boolean> {
      const isVersion = version === undefined ? 'attribute_not_exists(#version)' : '#version = :version'
      try {
        await call((client, options) =>
          client.send(
            new DeleteCommand({
              TableName,
              Key: { receipt_id },
              ConditionExpression: `${isVersion} AND #owner = :owner`,
              ...bind(['version', 'owner'], { owner, ...(version !== undefined && { version }) }),
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
