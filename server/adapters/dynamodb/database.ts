import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { asStorageError } from '../../aws/failures.ts'
import { type RetryPolicy, withRetries } from '../../aws/retry.ts'
import type { TableNames } from './tables.ts'

export interface DynamoOptions {
  region: string
  tables: TableNames
  retryPolicy?: RetryPolicy
}

/** A person waits: after this the answer is 503, and the next attempt theirs. */
const RETRY_POLICY: RetryPolicy = { budget: 4_000, attempt: 1_500 }

export interface Dynamo {
  tables: TableNames
  client: DynamoDBDocumentClient
  /** One operation with its retries. Rejects with StorageUnavailableError, and as DynamoDB does with a failed condition. */
  call<T>(operation: (client: DynamoDBDocumentClient, options: CallOptions) => Promise<T>): Promise<T>
  close(): void
}

export interface CallOptions {
  abortSignal: AbortSignal
}

/** Where DynamoDB is, the SDK finds out: AWS_ENDPOINT_URL_DYNAMODB, else the region's own. */
export function openDynamo({ region, tables, retryPolicy = RETRY_POLICY }: DynamoOptions): Dynamo {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region, maxAttempts: 1 }), {
    marshallOptions: { removeUndefinedValues: true },
  })
  return {
    tables,
    client,
    async call(operation) {
      try {
        return await withRetries(retryPolicy, (abortSignal) => operation(client, { abortSignal }))
      } catch (error) {
        throw isConditionFailed(error) ? error : asStorageError('DynamoDB', error)
      }
    },
    close: () => client.destroy(),
  }
}

/** The write was not made because its condition did not hold. */
export const isConditionFailed = (error: unknown) =>
  (error as Error | undefined)?.name === 'ConditionalCheckFailedException'

/** Resolves with false where the condition of `write` did not hold. */
export async function made(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (isConditionFailed(error)) return false
    throw error
  }
}
