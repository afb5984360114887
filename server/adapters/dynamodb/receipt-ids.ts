import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Dynamo } from './database.ts'
import { bind } from './expressions.ts'
import { MOST_KEYS } from './receipt-table.ts'
import { BY_USER } from './tables.ts'

/** The identifiers of all receipts of a person, as many at a time as one batch can read. */
export async function* receiptIdsOf({ call, tables }: Dynamo, userId: string): AsyncGenerator<string[]> {
  let start: Record<string, unknown> | undefined
  do {
    const page = await call((client, options) =>
      client.send(
        new QueryCommand({
          TableName: tables.receipts,
          IndexName: BY_USER,
          KeyConditionExpression: '#user_id = :user_id',
          ProjectionExpression: '#receipt_id',
          ...bind(['user_id', 'receipt_id'], { user_id: userId }),
          Limit: MOST_KEYS,
          ExclusiveStartKey: start,
        }),
        options,
      ),
    )
    yield (page.Items ?? []).map(({ receipt_id }) => String(receipt_id))
    start = page.LastEvaluatedKey
  } while (start)
}
