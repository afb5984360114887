import { GetCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb'
import type { ChangeBoard } from '../../changes/ports.ts'
import { seconds } from '../../clock.ts'
import { storedKeys } from '../../stored-keys.ts'
import { type Dynamo, isConditionFailed } from './database.ts'
import { bind } from './expressions.ts'

/** Kept so much longer than it is followed, in seconds. */
const SPARE_SECONDS = 86_400

interface Stored {
  /** Counts changes while somebody follows them. */
  n: number
  /** Until when somebody follows them, in seconds. */
  followed: number
}

/** One item `changes#` for each person whose changes somebody follows. */
export function createChangeBoard({ call, tables, formats }: Dynamo): ChangeBoard {
  const keyOf = (userId: string) => ({ user_id: userId, item: storedKeys.changes.of() })

  async function stored(userId: string, isConsistent: boolean): Promise<Stored | undefined> {
    const get = new GetCommand({
      TableName: tables.taxpayers,
      Key: keyOf(userId),
      ConsistentRead: isConsistent,
    })
    const { Item } = await call((client, options) => client.send(get, options))
    return Item as Stored | undefined
  }

  /** The item after the update; undefined where its condition did not hold. */
  async function update(userId: string, input: Partial<UpdateCommandInput>): Promise<Stored | undefined> {
    const command = new UpdateCommand({
      TableName: tables.taxpayers,
      Key: keyOf(userId),
      ReturnValues: 'ALL_NEW',
      ...input,
    })
    try {
      const { Attributes } = await call((client, options) => client.send(command, options))
      return Attributes as Stored
    } catch (error) {
      if (isConditionFailed(error)) return undefined
      throw error
    }
  }

  const mark = (until: Date) => ({
    followed: seconds(until),
    expires_at: seconds(until) + SPARE_SECONDS,
  })

  return {
    async follow(userId, until) {
      const made = await update(userId, {
        UpdateExpression:
          'SET #followed = :followed, #expires_at = :expires_at, #f = :f, #n = if_not_exists(#n, :none)',
        ConditionExpression: formats.isReadable,
        ...bind(['followed', 'expires_at', 'f', 'n'], {
          ...mark(until),
          ...formats.stamp,
          none: 0,
          reads: formats.reads,
        }),
      })
      return made?.n ?? 0
    },

    async extend(userId, until) {
      await update(userId, {
        UpdateExpression: 'SET #followed = :followed, #expires_at = :expires_at',
        ConditionExpression: `attribute_exists(#item) AND (${formats.isReadable})`,
        ...bind(['followed', 'expires_at', 'item', 'f'], { ...mark(until), reads: formats.reads }),
      })
    },

    count: async (userId) => (await stored(userId, false))?.n,

    async add(userId, now) {
      // A write whose condition fails costs as much as one that is made, so the mark is read first.
      const found = await stored(userId, true)
      if (!found || found.followed <= seconds(now)) return undefined
      const made = await update(userId, {
        UpdateExpression: 'SET #n = #n + :one',
        ConditionExpression: `attribute_exists(#item) AND (${formats.isReadable})`,
        ...bind(['n', 'item', 'f'], { one: 1, reads: formats.reads }),
      })
      return made?.n
    },
  }
}
