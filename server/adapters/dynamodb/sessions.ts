import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { seconds } from '../../clock.ts'
import type { SessionStore } from '../../identity/ports.ts'
import { byLastUse, readSession, toStoredSession } from '../../identity/stored-session.ts'
import { storedKeys } from '../../stored-keys.ts'
import { type Dynamo, made } from './database.ts'
import { bind } from './expressions.ts'
import { taxpayerItems } from './taxpayer-items.ts'

interface Stored {
  item: string
  expires_at: number
}

/** Items `session#<origin_jti>` of the taxpayer. */
export function createSessionStore(dynamo: Dynamo): SessionStore {
  const { call, tables, formats } = dynamo
  const keyOf = (sub: string, id: string) => ({ user_id: sub, item: storedKeys.session.of(id) })
  const remove = (sub: string, id: string) =>
    call((client, options) =>
      client.send(new DeleteCommand({ TableName: tables.taxpayers, Key: keyOf(sub, id) }), options),
    )

  async function stored(sub: string): Promise<Stored[]> {
    const found: Stored[] = []
    for await (const row of taxpayerItems<Stored>(dynamo, sub, storedKeys.session.prefix, {
      consistent: true,
    }))
      found.push(row)
    return found
  }

  return {
    async put(sub, session) {
      const Item = {
        ...keyOf(sub, session.id),
        ...toStoredSession(session),
        expires_at: seconds(session.expiresAt),
        ...formats.stamp,
      }
      await call((client, options) =>
        client.send(new PutCommand({ TableName: tables.taxpayers, Item }), options),
      )
    },

    async touch(sub, id, lastUsedAt, expiresAt) {
      const write = call((client, options) =>
        client.send(
          new UpdateCommand({
            TableName: tables.taxpayers,
            Key: keyOf(sub, id),
            UpdateExpression: 'SET #lastUsedAt = :lastUsedAt, #expires_at = :expires_at',
            ConditionExpression: `attribute_exists(#item) AND (${formats.isReadable})`,
            ...bind(['lastUsedAt', 'expires_at', 'item', 'f'], {
              lastUsedAt: lastUsedAt.toISOString(),
              expires_at: seconds(expiresAt),
              reads: formats.reads,
            }),
          }),
          options,
        ),
      )
      await made(write)
    },

    async remove(sub, id) {
      await remove(sub, id)
    },

    async removeAll(sub) {
      for (const { item } of await stored(sub)) await remove(sub, storedKeys.session.rest(item))
    },

    async list(sub, at) {
      const now = seconds(at)
      // Where the end cannot be read the session counts, so that it can be ended.
      const live = (await stored(sub)).filter(({ expires_at }) => !(Number(expires_at) <= now))
      return byLastUse(live.map((row) => readSession(storedKeys.session.rest(row.item), row, row.expires_at)))
    },
  }
}
