import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { asStorageError } from '../../aws/failures.ts'
import { type RetryPolicy, withRetries } from '../../aws/retry.ts'
import { createFormats, type Formats, type StoredFormat } from './format.ts'
import type { TableNames } from './tables.ts'

export interface DynamoOptions {
  region: string
  tables: TableNames
  retryPolicy?: RetryPolicy
  format?: StoredFormat
}

/** A person is waiting: after this time the answer is 503, and the client may try again. */
const RETRY_POLICY: RetryPolicy = { budget: 4_000, attempt: 1_500 }

export type DynamoClient = Pick<DynamoDBDocumentClient, 'send'>

export interface Dynamo {
  region: string
  tables: TableNames
  formats: Formats
  /** Rejects with StorageNewerError when a response holds an item of a newer format. */
  client: DynamoClient
  /** One operation with its retries. Rejects with a storage error, or ConditionalCheckFailedException. */
  call<T>(operation: (client: DynamoClient, options: CallOptions) => Promise<T>): Promise<T>
  close(): void
}

export interface CallOptions {
  abortSignal: AbortSignal
}

/** The SDK finds the endpoint: AWS_ENDPOINT_URL_DYNAMODB, otherwise the region's own. */
export function openDynamo({ region, tables, retryPolicy = RETRY_POLICY, format }: DynamoOptions): Dynamo {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region, maxAttempts: 1 }), {
    marshallOptions: { removeUndefinedValues: true },
  })
  const formats = createFormats(format)
  const client = readingKnownFormats(documents, formats)
  return {
    region,
    tables,
    formats,
    client,
    async call(operation) {
      try {
        return await withRetries(retryPolicy, (abortSignal) => operation(client, { abortSignal }))
      } catch (error) {
        throw isConditionFailed(error) ? error : asStorageError('DynamoDB', error)
      }
    },
    close: () => documents.destroy(),
  }
}

/** Every response passes through here, so no reader can forget to look at the format. */
function readingKnownFormats(documents: DynamoDBDocumentClient, formats: Formats): DynamoClient {
  const send = async (...args: Parameters<typeof documents.send>) => {
    const output = (await documents.send(...args)) as object | undefined
    if (output) formats.checkOutput(output)
    return output
  }
  return { send: send as unknown as DynamoDBDocumentClient['send'] }
}

/** Whether a write was rejected because its condition did not hold. */
export const isConditionFailed = (error: unknown) =>
  (error as Error | undefined)?.name === 'ConditionalCheckFailedException'

/** Resolves with false when the condition of `write` did not hold. */
export async function made(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (isConditionFailed(error)) return false
    throw error
  }
}
