import { after, before, describe } from 'node:test'
import { createChangeBoard } from '../../server/adapters/dynamodb/change-board.ts'
import { type Dynamo, openDynamo } from '../../server/adapters/dynamodb/database.ts'
import { createIdempotencyKeys } from '../../server/adapters/dynamodb/idempotency-keys.ts'
import { createPageCounters } from '../../server/adapters/dynamodb/page-counters.ts'
import { createReceiptStore } from '../../server/adapters/dynamodb/receipt-store.ts'
import { createRevokedTokens } from '../../server/adapters/dynamodb/revoked-tokens.ts'
import { createSessionStore } from '../../server/adapters/dynamodb/sessions.ts'
import { createTaxpayerItems } from '../../server/adapters/dynamodb/taxpayer-documents.ts'
import { LONG_RETRIES, REGION } from '../support/aws.ts'
import { startDynamo, type TestDynamo } from '../support/dynamo.ts'
import { changeBoardContract } from './change-board.ts'
import { idempotencyKeysContract } from './idempotency-keys.ts'
import { pageCountersContract } from './page-counters.ts'
import { receiptStoreContract } from './receipt-store.ts'
import { revokedTokensContract } from './revoked-tokens.ts'
import { sessionStoreContract } from './sessions.ts'
import { taxpayerItemsContract } from './taxpayer-items.ts'

let engine: TestDynamo
before(async () => {
  engine = await startDynamo()
})
after(() => engine.close())

async function withDynamo(use: (dynamo: Dynamo) => Promise<void>) {
  const tables = await engine.createTables()
  const dynamo = openDynamo({ region: REGION, tables, retryPolicy: LONG_RETRIES })
  try {
    await use(dynamo)
  } finally {
    dynamo.close()
    await engine.dropTables(tables)
  }
}

changeBoardContract('DynamoDB', (use) => withDynamo((dynamo) => use(createChangeBoard(dynamo))))
receiptStoreContract('DynamoDB', (use) => withDynamo((dynamo) => use(createReceiptStore(dynamo))))
sessionStoreContract('DynamoDB', (use) => withDynamo((dynamo) => use(createSessionStore(dynamo))))
taxpayerItemsContract('DynamoDB', (use) =>
  withDynamo((dynamo) => use((kinds) => createTaxpayerItems(dynamo, kinds))),
)
pageCountersContract('DynamoDB', (use) => withDynamo((dynamo) => use(createPageCounters(dynamo))))
idempotencyKeysContract('DynamoDB', (clock, use) =>
  withDynamo((dynamo) => use(createIdempotencyKeys(dynamo, clock))),
)

describe('revoked tokens in DynamoDB', () => {
  let dynamo: Dynamo
  before(async () => {
    dynamo = openDynamo({ region: REGION, tables: await engine.createTables(), retryPolicy: LONG_RETRIES })
  })
  after(async () => {
    dynamo.close()
    await engine.dropTables(dynamo.tables)
  })
  revokedTokensContract(() => createRevokedTokens(dynamo))
})
