import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { v7 as uuidv7 } from 'uuid'
import { type Dynamo, openDynamo } from '../../server/adapters/dynamodb/database.ts'
import { assign, bind } from '../../server/adapters/dynamodb/expressions.ts'
import { createParts } from '../../server/adapters/dynamodb/parts.ts'
import { attributesOf, newWrite } from '../../server/adapters/dynamodb/receipt-items.ts'
import { createReceiptStore } from '../../server/adapters/dynamodb/receipt-store.ts'
import { emptyReceipt, newReceipt, type Receipt } from '../../server/receipts/model.ts'
import { toRecord } from '../../server/receipts/record.ts'
import { EXAMPLE_KEY } from '../../server/stored-keys.ts'
import { LONG_RETRIES, REGION } from '../support/aws.ts'
import { temporaryFolder } from '../support/data-folder.ts'
import { startDynamo, type TestDynamo } from '../support/dynamo.ts'
import { writeDataFolder } from '../support/recorded.ts'

interface Recorded {
  receipt: Receipt
  /** As this receipt was stored by a release with the first dictionary; binary values in base64. */
  item: Record<string, unknown> & { summary: string; detail: string }
}

test('a stored receipt has the members that the release before reads, under the names it knows', async () => {
  await using folder = await temporaryFolder()
  await writeDataFolder('6158b9b', folder.path)
  const db = new DatabaseSync(folder.in('tracker.db'), { readOnly: true })
  const row = db.prepare('SELECT summary, detail FROM receipts LIMIT 1').get()
  db.close()
  const record = toRecord(newReceipt(uuidv7(), 'ana', new Date(0)))
  const names = (members: object) => new Set(Object.keys(members))
  const missing = (before: unknown, now: object) => names(JSON.parse(String(before))).difference(names(now))
  assert.deepEqual([...missing(row?.summary, record.summary)], [])
  assert.deepEqual([...missing(row?.detail, record.detail)], [])
})

describe('receipts that earlier releases stored in DynamoDB', () => {
  let engine: TestDynamo
  let dynamo: Dynamo
  let recorded: Recorded
  before(async () => {
    engine = await startDynamo()
    dynamo = openDynamo({ region: REGION, tables: await engine.createTables(), retryPolicy: LONG_RETRIES })
    const file = new URL('../recorded/dynamodb/receipt-dictionary-1.json', import.meta.url)
    const { receipt, item } = JSON.parse(await readFile(file, 'utf8'))
    const { toRead: unreadFileIds, arriving: pendingUploads, ...members } = receipt
    recorded = { item, receipt: { ...members, unreadFileIds, pendingUploads } }
  })
  after(async () => {
    dynamo.close()
    await engine.dropTables(dynamo.tables)
    await engine.close()
  })

  async function isFound(item: Record<string, unknown>) {
    await dynamo.client.send(new PutCommand({ TableName: dynamo.tables.receipts, Item: item }))
    const store = createReceiptStore(dynamo)
    const { receipt } = recorded
    const found = await store.find(receipt.userId, receipt.id)
    // Later releases know more of a receipt, and nothing less.
    assert.deepEqual({ ...found, ...receipt }, found)
    const { rows } = await store.list(receipt.userId, { view: { kind: 'all' }, words: [], limit: 10 })
    const listed = rows.map((row) => JSON.parse(row))
    assert.deepEqual(
      listed.map(({ id, version, merchant, totalSen }) => [id, version, merchant, totalSen]),
      [[receipt.id, receipt.version, receipt.merchant, receipt.totalSen]],
    )
  }

  test('with the first dictionary are read', async () => {
    const { summary, detail, ...rest } = recorded.item
    const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))
    await isFound({ ...rest, summary: bytes(summary), detail: bytes(detail) })
  })

  test('before there were dictionaries are read', async () => {
    const { summary, detail } = toRecord({ ...emptyReceipt(), ...recorded.receipt })
    const packed = new Uint8Array(brotliCompressSync(JSON.stringify(detail)))
    await isFound({ ...recorded.item, summary: JSON.stringify(summary), detail: packed })
  })

  test('before there were examples stay examples where such a release has rewritten them', async () => {
    const store = createReceiptStore(dynamo)
    const example = {
      ...newReceipt(uuidv7(), 'ana', new Date()),
      status: 'needs_review',
      example: true,
    } as const
    await store.create(example)
    await rewrite({ ...example, version: example.version + 1, merchant: 'KEDAI BUKU' })
    const found = await store.find('ana', example.id)
    assert.deepEqual([found?.merchant, found?.example], ['KEDAI BUKU', true])
    assert.deepEqual(await store.withKey('ana', EXAMPLE_KEY), [example.id])
    assert.ok(found)
    await store.save({ ...found, note: 'seen' })
    const { rows } = await store.list('ana', { view: { kind: 'all' }, words: [], limit: 10 })
    assert.deepEqual(
      rows.map((row) => JSON.parse(row).example),
      [true],
    )
  })

  /** As a release does that knows no examples: it sets the attributes it knows, and no others. */
  async function rewrite(receipt: Receipt) {
    const { summary, detail, ...place } = toRecord(receipt)
    const { example: _, ...row } = summary
    const { example: __, ...members } = detail
    const { example: ___, ...known } = await attributesOf(
      receipt,
      { summary: row as typeof summary, detail: members, ...place },
      { write: newWrite(), parts: createParts(dynamo), formats: dynamo.formats },
    )
    const { update, values } = assign(known)
    await dynamo.client.send(
      new UpdateCommand({
        TableName: dynamo.tables.receipts,
        Key: { receipt_id: receipt.id },
        UpdateExpression: update,
        ...bind(Object.keys(known), values),
      }),
    )
  }
})
