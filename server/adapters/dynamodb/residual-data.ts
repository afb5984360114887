import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { ResidualData } from '../../accounts/ports.ts'
import type { Dynamo } from './database.ts'
import { bind } from './expressions.ts'

export function createResidualData({ call, tables }: Dynamo): ResidualData {
  const TableName = tables.taxpayers

  return {
    async remove(userId, spared) {
      let start: Record<string, unknown> | undefined
      do {
        const page = await call((client, options) =>
          client.send(
            new QueryCommand({
              TableName,
              KeyConditionExpression: '#user_id = :user_id',
              ProjectionExpression: '#user_id, #item',
              ...bind(['user_id', 'item'], { user_id: userId }),
              ConsistentRead: true,
              ExclusiveStartKey: start,
            }),
            options,
          ),
        )
        const found = (page.Items ?? []) as { user_id: string; item: string }[]
        for (const Key of found.filter(({ item }) => !spared.some((prefix) => item.startsWith(prefix)))) {
          await call((client, options) => client.send(new DeleteCommand({ TableName, Key }), options))
        }
        start = page.LastEvaluatedKey
      } while (start)
    },
  }
}
