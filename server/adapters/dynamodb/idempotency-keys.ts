import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { type Clock, seconds } from '../../clock.ts'
import { type IdempotencyKeys, idempotencyRowSchema } from '../../receipts/ports.ts'
import { storedKeys } from '../../stored-keys.ts'
import { readable } from '../../stored-record.ts'
import { type Dynamo, made } from './database.ts'
import { bind } from './expressions.ts'

const names = ['receiptId', 'sha256', 'at', 'expires_at'] as const
type Stored = Partial<Record<(typeof names)[number], unknown>>

/** Items `idem#<key>` of the taxpayer. */
export function createIdempotencyKeys({ call, tables, formats }: Dynamo, clock: Clock): IdempotencyKeys {
  const keyOf = (userId: string, key: string) => ({ user_id: userId, item: storedKeys.idempotency.of(key) })

  async function live(userId: string, key: string): Promise<Stored | undefined> {
    const { Item } = await call((client, options) =>
      client.send(
        new GetCommand({ TableName: tables.taxpayers, Key: keyOf(userId, key), ConsistentRead: true }),
        options,
      ),
    )
    const stored = Item as Stored | undefined
    // As DynamoDB compares in the condition below: an end that is no number has not come.
    const end = stored?.expires_at
    return typeof end === 'number' && end <= seconds(clock.now()) ? undefined : stored
  }

  /** Removes a row that cannot be read, unless somebody else has replaced it. */
  async function removeDamaged(userId: string, key: string, found: Stored) {
    const isStill = names.map((name) =>
      found[name] === undefined ? `attribute_not_exists(#${name})` : `#${name} = :${name}`,
    )
    const values = names.flatMap((name) => (found[name] === undefined ? [] : [[name, found[name]]]))
    const remove = call((client, options) =>
      client.send(
        new DeleteCommand({
          TableName: tables.taxpayers,
          Key: keyOf(userId, key),
          ConditionExpression: isStill.join(' AND '),
          ...bind([...names], Object.fromEntries(values)),
        }),
        options,
      ),
    )
    await made(remove)
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
        const earlier = idempotencyRowSchema.safeParse(found).data
        if (earlier) return earlier.receiptId === row.receiptId ? undefined : earlier
        // A damaged row says nothing about the first request, so the next claim is the first.
        if (found) await removeDamaged(userId, key, found)
        // It was released or removed in the meantime: try again.
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
