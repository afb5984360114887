import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Clock } from '../../clock.ts'
import { type DynamoOptions, openDynamo } from './database.ts'
import { createIdempotencyKeys } from './idempotency-keys.ts'
import { createReceiptStore } from './receipt-store.ts'
import { createResidualData } from './residual-data.ts'
import { createRevokedTokens } from './revoked-tokens.ts'
import { createSessionStore } from './sessions.ts'
import { createTaxpayerItems } from './taxpayer-documents.ts'

/** Everything that is kept in DynamoDB. Nothing is asked of it before the first call. */
export function createDynamoStores(options: DynamoOptions, clock: Clock) {
  const dynamo = openDynamo(options)
  return {
    store: createReceiptStore(dynamo),
    items: createTaxpayerItems(dynamo),
    residualData: createResidualData(dynamo),
    keys: createIdempotencyKeys(dynamo, clock),
    revokedTokens: createRevokedTokens(dynamo),
    sessions: createSessionStore(dynamo),
    /** Rejects with StorageUnavailableError when a table cannot be read. */
    async check() {
      const { receipts, taxpayers } = options.tables
      const get = (TableName: string, Key: Record<string, string>) =>
        dynamo.call((client, call) => client.send(new GetCommand({ TableName, Key }), call))
      await Promise.all([get(receipts, { receipt_id: '-' }), get(taxpayers, { user_id: '-', item: '-' })])
    },
    close: () => dynamo.close(),
  }
}
