import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { endOf } from '../../stored-keys.ts'
import type { Dynamo } from './database.ts'
import { bind } from './expressions.ts'

export interface ListOptions {
  /** Sees every write that was answered before, at twice the price. */
  consistent?: boolean
  /** Only items below this one. */
  before?: string | undefined
}

/** A taxpayer's items under `prefix`, in descending order. Pages are fetched as they are needed. */
export async function* taxpayerItems<T extends object = Record<string, unknown>>(
  { call, tables }: Dynamo,
  userId: string,
  prefix: string,
  { consistent = false, before }: ListOptions = {},
): AsyncGenerator<T & { item: string }> {
  const from = prefix
  const to = before ?? endOf(prefix)
  let start: Record<string, unknown> | undefined
  do {
    const page = await call((client, options) =>
      client.send(
        new QueryCommand({
          TableName: tables.taxpayers,
          KeyConditionExpression: '#user_id = :user_id AND #item BETWEEN :from AND :to',
          ...bind(['user_id', 'item'], { user_id: userId, from, to }),
          ScanIndexForward: false,
          ConsistentRead: consistent,
          ExclusiveStartKey: start,
        }),
        options,
      ),
    )
    for (const item of (page.Items ?? []) as (T & { item: string })[]) if (item.item !== to) yield item
    start = page.LastEvaluatedKey
  } while (start)
}
