import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { v7 as uuidv7 } from 'uuid'
import { type Dynamo, openDynamo } from '../../server/adapters/dynamodb/database.ts'
import { STORED_FORMAT } from '../../server/adapters/dynamodb/format.ts'
import { createReceiptStore } from '../../server/adapters/dynamodb/receipt-store.ts'
import { createRevokedTokens } from '../../server/adapters/dynamodb/revoked-tokens.ts'
import { createSessionStore } from '../../server/adapters/dynamodb/sessions.ts'
import type { TableNames } from '../../server/adapters/dynamodb/tables.ts'
import { createTaxpayerItems } from '../../server/adapters/dynamodb/taxpayer-documents.ts'
import { openDatabase } from '../../server/adapters/sqlite/database.ts'
import { newReceipt } from '../../server/receipts/model.ts'
import { storedKeys } from '../../server/stored-keys.ts'
import { factsKind } from '../../server/taxpayer/stored-kinds.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { LONG_RETRIES, REGION } from '../support/aws.ts'
import { awsStorage } from '../support/aws-app.ts'
import { withStatement } from '../support/data-folder.ts'
import { startDynamo, type TestDynamo } from '../support/dynamo.ts'
import { changed, createScriptedReader, get, isProblem, upload, uploaded } from '../support/receipts.ts'
import { startS3, type TestS3 } from '../support/s3.ts'
import { factsPut } from '../support/taxpayer.ts'

const NOW = new Date('2026-03-20T02:00:00Z')
const NEWER = STORED_FORMAT.reads + 1

let dynamo: TestDynamo
let s3: TestS3
let documents: DynamoDBDocumentClient
before(async () => {
  ;[dynamo, s3] = await Promise.all([startDynamo(), startS3()])
  documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: REGION }))
})
after(async () => {
  documents.destroy()
  await Promise.all([dynamo.close(), s3.close()])
})

type Item = Record<string, unknown>

async function itemsOf(TableName: string): Promise<Item[]> {
  return (await documents.send(new ScanCommand({ TableName }))).Items ?? []
}

describe('the format of stored items', () => {
  let tables: TableNames
  let app: TestApp
  let ana: Client
  before(async () => {
    tables = await dynamo.createTables()
    const env = awsStorage(tables, await s3.createBucket())
    app = await startApp({ env, overrides: createScriptedReader() })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  /** Leaves an item of every kind. */
  async function leaveItems() {
    const receipt = await uploaded(ana)
    await changed(ana, receipt, { method: 'PATCH', body: { merchant: 'KEDAI BUKU' } })
    await upload(ana, undefined, { 'idempotency-key': 'key-1' })
    await factsPut(ana, 2026, {})
    await withStatement(ana)
    const again = await signUp(app, 'ben@example.org')
    await again.fetch('/auth/logout', { method: 'POST' })
    return receipt
  }

  test('is a number on every item, of every kind and in every table', async () => {
    await leaveItems()
    const items = (await Promise.all(Object.values(tables).map(itemsOf))).flat()
    assert.deepEqual(
      items.filter(({ f }) => f !== STORED_FORMAT.writes),
      [],
    )
    const kinds = new Set(items.map(({ item = 'receipt' }) => String(item).split('#')[0]))
    for (const kind of ['format', 'session', 'year', 'statement', 'sha', 'day', 'text', 'idem', 'receipt']) {
      assert.ok(kinds.has(kind), kind)
    }
    assert.ok((await itemsOf(tables.revokedTokens)).length > 0)
  })

  test('is absent from what earlier releases stored, which is read as before', async () => {
    const { id, version } = await uploaded(ana)
    const before = [
      await get(ana, `/receipts/${id}`),
      await get(ana, '/receipts'),
      await get(ana, '/receipts?text=kedai'),
    ]
    for (const { receipt_id } of await itemsOf(tables.receipts)) {
      await documents.send(
        new UpdateCommand({ TableName: tables.receipts, Key: { receipt_id }, UpdateExpression: 'REMOVE f' }),
      )
    }
    for (const { user_id, item } of await itemsOf(tables.taxpayers)) {
      await documents.send(
        new UpdateCommand({
          TableName: tables.taxpayers,
          Key: { user_id, item },
          UpdateExpression: 'REMOVE f',
        }),
      )
    }
    assert.deepEqual(
      [
        await get(ana, `/receipts/${id}`),
        await get(ana, '/receipts'),
        await get(ana, '/receipts?text=kedai'),
      ],
      before,
    )
    const found = await changed(ana, { id, version }, { method: 'PATCH', body: { merchant: 'KEDAI LAMA' } })
    assert.equal(found.merchant, 'KEDAI LAMA')
  })
})

describe('an item of a newer format', () => {
  let tables: TableNames
  let newer: Dynamo
  let current: Dynamo
  beforeEach(async () => {
    tables = await dynamo.createTables()
    const format = { reads: NEWER, writes: NEWER }
    current = openDynamo({ region: REGION, tables, retryPolicy: LONG_RETRIES })
    newer = openDynamo({ region: REGION, tables, retryPolicy: LONG_RETRIES, format })
  })
  afterEach(() => {
    for (const one of [current, newer]) one.close()
  })

  const isNewer = { name: 'StorageNewerError' }

  test('is refused wherever it is met: receipts, lists, documents, sessions, revoked tokens', async () => {
    const receipt = { ...newReceipt(uuidv7(), 'ana', NOW), status: 'needs_review' as const }
    await createReceiptStore(newer).create(receipt)
    await createTaxpayerItems(newer, [factsKind]).put('ana', storedKeys.year.of(2026), { schema: 1 }, 0)
    const session = {
      id: 's1',
      signedInAt: NOW,
      lastUsedAt: NOW,
      device: '',
      expiresAt: new Date(NOW.getTime() + 1e6),
    }
    await createSessionStore(newer).put('ana', session)
    await createRevokedTokens(newer).add({ id: 't1', at: NOW, expiresAt: new Date(NOW.getTime() + 1e6) })

    const store = createReceiptStore(current)
    await assert.rejects(store.find('ana', receipt.id), isNewer)
    await assert.rejects(store.save(receipt), isNewer)
    await assert.rejects(store.remove(receipt), isNewer)
    await assert.rejects(store.list('ana', { view: { kind: 'all' }, words: [], limit: 10 }), isNewer)
    await assert.rejects(
      createTaxpayerItems(current, [factsKind]).find('ana', storedKeys.year.of(2026)),
      isNewer,
    )
    await assert.rejects(
      createTaxpayerItems(current, [factsKind]).put('ana', storedKeys.year.of(2026), { schema: 1 }, 'any'),
      isNewer,
    )
    await assert.rejects(createSessionStore(current).list('ana', NOW), isNewer)
    await assert.rejects(createRevokedTokens(current).latest('t1', NOW), isNewer)
    assert.throws(() => current.formats.assertNoneNewer(), isNewer)
    assert.deepEqual(await createReceiptStore(newer).find('ana', receipt.id), receipt)
  })

  test('is not leased: no attempt of its reading is used up', async () => {
    const receipt = {
      ...newReceipt(uuidv7(), 'ana', NOW),
      work: { attempts: 0, dueAt: NOW.getTime(), by: null },
    }
    await createReceiptStore(newer).create(receipt)
    const store = createReceiptStore(current)
    assert.deepEqual(await store.due(NOW, 10), [{ userId: 'ana', id: receipt.id }])
    const until = new Date(NOW.getTime() + 60_000)
    assert.equal(await store.lease(receipt.id, { now: NOW, until, by: 'older' }), undefined)
    assert.deepEqual((await createReceiptStore(newer).find('ana', receipt.id))?.work, receipt.work)
  })
})

describe('readiness', () => {
  test('notices a table that is gone, within a minute', async () => {
    let now = NOW
    const tables = await dynamo.createTables()
    const env = awsStorage(tables, await s3.createBucket())
    const app = await startApp({ env, clock: { now: () => now }, overrides: createScriptedReader() })
    const ready = () => fetch(new URL('/health/ready', app.socket))
    assert.equal((await ready()).status, 200)
    await documents.send(new DeleteTableCommand({ TableName: tables.revokedTokens }))
    now = new Date(now.getTime() + 60_000)
    const problem = await isProblem(await ready(), 503, 'storage_incomplete')
    assert.match(problem.detail, /npm run doctor -- --repair/)
    for (const secret of [tables.revokedTokens, String(env.S3_BUCKET_NAME), REGION]) {
      assert.ok(!JSON.stringify(problem).includes(secret))
    }
    await app.close()
  })

  test('notices that a newer release has written to the tables', async () => {
    const tables = await dynamo.createTables()
    const env = awsStorage(tables, await s3.createBucket())
    const app = await startApp({ env, overrides: createScriptedReader() })
    const [marker] = await itemsOf(tables.taxpayers)
    await documents.send(new PutCommand({ TableName: tables.taxpayers, Item: { ...marker, f: NEWER } }))
    await isProblem(await fetch(new URL('/health/ready', app.socket)), 503, 'storage_newer')
    await app.close()
  })

  test('notices that another program of a newer release has migrated the local database', async () => {
    const app = await startApp()
    const ready = () => fetch(new URL('/health/ready', app.socket))
    assert.equal((await ready()).status, 200)
    const db = openDatabase(`${app.dataDir}/tracker.db`)
    db.run('PRAGMA user_version = 999')
    db.close()
    await isProblem(await ready(), 503, 'storage_newer')
    await app.close()
  })
})
