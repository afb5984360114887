import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { type Clock, seconds } from '../../clock.ts'
import { type IdempotencyKeys, type IdempotencyRow, idempotencyRowSchema } from '../../receipts/ports.ts'
import { storedKeys } from '../../stored-keys.ts'
import { readable } from '../../stored-record.ts'
import { type Dynamo, made } from './database.ts'
import { bind } from './expressions.ts'

interface Stored {
  expires_at: number
}

/** Items `idem#<key>` of the taxpayer. */
export function createIdempotencyKeys({ call, tables, formats }: Dynamo, clock: Clock): IdempotencyKeys {
  const keyOf = (userId: string, key: string) => ({ user_id: userId, item: storedKeys.idempotency.of(key) })

  async function live(userId: string, key: string): Promise<IdempotencyRow | undefined> {
    const { Item } = await call((client, options) =>
      client.send(
        new GetCommand({ TableName: tables.taxpayers, Key: keyOf(userId, key), ConsistentRead: true }),
        options,
      ),
    )
    const stored = Item as Stored | undefined
    if (!stored || stored.expires_at <= seconds(clock.now())) return undefined
    const row = idempotencyRowSchema.safeParse(stored).data
    // A damaged row says nothing about the first request, so the next claim is the first.
    if (!row)
      await call((client, options) =>
        client.send(new DeleteCommand({ TableName: tables.taxpayers, Key: keyOf(userId, key) }), options),
      )
    return row
  }

  return {
    async claim(userId, key, row, expiresAt) {
      readable('idempotency key', idempotencyRowSchema, row)
      for (;;) {
        const write = call((client, options) =>
          client.send(
            new PutCommand({
              TableName: tables.taxpayers,
              Item: { ...keyOf(userId, key), ...row, expires_at: seconds(expiresAt), ...formats.stamp },
              ConditionExpression: 'attribute_not_exists(#item) OR #expires_at <= :now',
              ...bind(['item', 'expires_at'], { now: seconds(clock.now()) }),
            }),
            options,
          ),
        )
        if (await made(write)) return undefined
        const found = await live(userId, key)
        // The row may be our own, from an attempt whose response was lost.
        if (found) return found.receiptId === row.receiptId ? undefined : found
        // It was released in the meantime, or damaged: try again.
      }
    },

    async release(userId, key, receiptId) {
      const write = call((client, options) =>
        client.send(
          new DeleteCommand({
            TableName: tables.taxpayers,
            Key: keyOf(userId, key),
            ConditionExpression: '#receiptId = :receiptId',
            ...bind(['receiptId'], { receiptId }),
          }),
          options,
        ),
      )
      await made(write)
    },
  }
}
