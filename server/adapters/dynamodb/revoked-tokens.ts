import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { seconds } from '../../clock.ts'
import type { RevokedTokens } from '../../identity/ports.ts'
import { type Dynamo, made } from './database.ts'
import { bind } from './expressions.ts'

/** Rows `token_jti`, `logout_time`; the same token may have been ended several times. */
export function createRevokedTokens({ call, tables }: Dynamo): RevokedTokens {
  return {
    async add({ id, at, expiresAt }) {
      const write = call((client, options) =>
        client.send(
          new UpdateCommand({
            TableName: tables.revokedTokens,
            Key: { token_jti: id, logout_time: at.toISOString() },
            UpdateExpression: 'SET #expires_at = :expires_at',
            // The same token ended twice in a millisecond is one row; the later expiry counts.
            ConditionExpression: 'attribute_not_exists(#expires_at) OR #expires_at < :expires_at',
            ...bind(['expires_at'], { expires_at: Math.ceil(expiresAt.getTime() / 1000) }),
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
            // TTL removes a row up to days after its time.
            FilterExpression: '#expires_at > :now',
            ...bind(['token_jti', 'expires_at'], { token_jti: id, now: seconds(now) }),
            ScanIndexForward: false,
            // A copy that lags would let an ended token in for another second.
            ConsistentRead: true,
          }),
          options,
        ),
      )
      const latest = Items[0]?.logout_time
      return typeof latest === 'string' ? new Date(latest) : undefined
    },
  }
}
