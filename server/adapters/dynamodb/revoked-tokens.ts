import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { seconds } from '../../clock.ts'
import type { RevokedTokens } from '../../identity/ports.ts'
import { revokedAt } from '../../identity/revocations.ts'
import { type Dynamo, made } from './database.ts'
import { bind } from './expressions.ts'

/** Rows of `token_jti` and `logout_time`. A token may be revoked several times. */
export function createRevokedTokens({ call, tables, formats }: Dynamo): RevokedTokens {
  return {
    async add({ id, at, expiresAt }) {
      const write = call((client, options) =>
        client.send(
          new UpdateCommand({
            TableName: tables.revokedTokens,
            Key: { token_jti: id, logout_time: at.toISOString() },
            UpdateExpression: 'SET #expires_at = :expires_at, #f = :f',
            // Revoked twice in one millisecond, a token has one row; the later expiry counts.
            ConditionExpression: 'attribute_not_exists(#expires_at) OR #expires_at < :expires_at',
            ...bind(['expires_at', 'f'], {
              expires_at: Math.ceil(expiresAt.getTime() / 1000),
              ...formats.stamp,
            }),
          }),
          options,
        ),
      )
      await made(write)
    },

    async latest(id, now) {
      const { Items = [] } = await call((client, options) =>
        client.send(
          new QueryCommand({
            TableName: tables.revokedTokens,
            KeyConditionExpression: '#token_jti = :token_jti',
            // TTL may remove a row days after it has expired.
            // A row whose end cannot be read still counts.
            FilterExpression: 'NOT (#expires_at <= :now)',
            ...bind(['token_jti', 'expires_at'], { token_jti: id, now: seconds(now) }),
            // A stale replica would accept a revoked token for another second.
            ConsistentRead: true,
          }),
          options,
        ),
      )
      const times = Items.map(({ logout_time, expires_at }) =>
        revokedAt(logout_time, expires_at, now).getTime(),
      )
      return times.length > 0 ? new Date(Math.max(...times)) : undefined
    },
  }
}
