import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Clock } from '../../clock.ts'
import type { StoredKind } from '../../taxpayer/stored-items.ts'
import { createChangeBoard } from './change-board.ts'
import { tablesWithoutExpiry } from './check-expiry.ts'
import { createTableCheck } from './check-tables.ts'
import { type DynamoOptions, openDynamo } from './database.ts'
import { checkMarker, raiseMarker } from './format-marker.ts'
import { createIdempotencyKeys } from './idempotency-keys.ts'
import { createPageCounters } from './page-counters.ts'
import { createReceiptStore } from './receipt-store.ts'
import { createResidualData } from './residual-data.ts'
import { createRevokedTokens } from './revoked-tokens.ts'
import { createSessionStore } from './sessions.ts'
import { createTaxpayerItems } from './taxpayer-documents.ts'

/** All stores in DynamoDB. Nothing is requested before the first call. */
export function createDynamoStores(options: DynamoOptions, clock: Clock, kinds: readonly StoredKind[]) {
  const dynamo = openDynamo(options)
  const tableCheck = createTableCheck(dynamo, clock)
  let isAnnounced = false

  /** Rejects with a storage error when receipts cannot be stored and listed. Writes nothing. */
  async function check() {
    dynamo.formats.assertNoneNewer()
    await tableCheck.check()
    const get = new GetCommand({ TableName: options.tables.receipts, Key: { receipt_id: '-' } })
    await Promise.all([checkMarker(dynamo), dynamo.call((client, call) => client.send(get, call))])
  }

  return {
    store: createReceiptStore(dynamo, clock),
    items: createTaxpayerItems(dynamo, kinds),
    residualData: createResidualData(dynamo),
    keys: createIdempotencyKeys(dynamo, clock),
    pageCounters: createPageCounters(dynamo),
    revokedTokens: createRevokedTokens(dynamo),
    sessions: createSessionStore(dynamo),
    board: createChangeBoard(dynamo),
    check,
    /** The check of a process that is going to write: also announces its format. */
    async prepare() {
      await check()
      if (!isAnnounced) await raiseMarker(dynamo)
      isAnnounced = true
    },
    tablesWithoutExpiry: () => tablesWithoutExpiry(dynamo),
    close: () => dynamo.close(),
  }
}
