import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { v7 as uuidv7 } from 'uuid'
import { openDynamo } from '../../server/adapters/dynamodb/database.ts'
import { createReceiptStore } from '../../server/adapters/dynamodb/receipt-store.ts'
import { createResidualData } from '../../server/adapters/dynamodb/residual-data.ts'
import { newReceipt, type Receipt } from '../../server/receipts/model.ts'
import { DamagedReceiptError } from '../../server/receipts/ports.ts'
import { LONG_RETRIES, REGION } from '../support/aws.ts'
import { startDynamo } from '../support/dynamo.ts'

test('a receipt in DynamoDB whose parts are lost is damaged: its row is shown', async () => {
  const engine = await startDynamo()
  const dynamo = openDynamo({
    region: REGION,
    tables: await engine.createTables(),
    retryPolicy: LONG_RETRIES,
  })
  try {
    const store = createReceiptStore(dynamo)
    const now = new Date('2026-03-20T02:00:00Z')
    const long = { field: 'note', old: '', new: randomBytes(400_000).toString('base64') }
    const receipt: Receipt = {
      ...newReceipt(uuidv7(), 'ana', now),
      history: [{ ...long, at: now.toISOString(), by: 'ana' }],
    }
    await store.create(receipt)
    assert.deepEqual(await store.find('ana', receipt.id), receipt)
    await createResidualData(dynamo).remove('ana', [])
    await assert.rejects(store.find('ana', receipt.id), (error) => {
      assert.ok(error instanceof DamagedReceiptError)
      assert.deepEqual([error.members, error.salvaged.id], [['detail'], receipt.id])
      return true
    })
  } finally {
    dynamo.close()
    await engine.close()
  }
})
