import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type Dynamo, openDynamo } from '../../server/adapters/dynamodb/database.ts'
import { createIdempotencyKeys as createDynamoKeys } from '../../server/adapters/dynamodb/idempotency-keys.ts'
import { createSessionStore as createDynamoSessions } from '../../server/adapters/dynamodb/sessions.ts'
import { type Database, openDatabase } from '../../server/adapters/sqlite/database.ts'
import { createIdempotencyKeys } from '../../server/adapters/sqlite/idempotency-keys.ts'
import { recoverWork } from '../../server/adapters/sqlite/receipt-store.ts'
import { createSessionStore } from '../../server/adapters/sqlite/sessions.ts'
import type { SessionStore } from '../../server/identity/ports.ts'
import type { IdempotencyKeys } from '../../server/receipts/ports.ts'
import { LONG_RETRIES, REGION } from '../support/aws.ts'
import { temporaryFolder } from '../support/data-folder.ts'
import { startDynamo, type TestDynamo } from '../support/dynamo.ts'

const NOW = new Date('2026-03-01T04:00:00.000Z')
const LATER = new Date('2026-03-02T04:00:00.000Z')
const clock = { now: () => NOW }
const session = (id: string) => ({
  id,
  signedInAt: NOW,
  lastUsedAt: NOW,
  device: 'Firefox',
  expiresAt: LATER,
})
const row = (receiptId: string) => ({ receiptId, sha256: 'ab12', at: NOW.toISOString() })

/** What is done to the item of a taxpayer, past all checks. */
type Damage = (item: string) => Promise<void> | void

async function sessionsGoOn(sessions: SessionStore, damage: Damage) {
  await sessions.put('ana', session('one'))
  await sessions.put('ana', session('two'))
  await damage('session#one')
  const listed = (await sessions.list('ana', NOW)).map(({ id, damaged }) => [id, damaged])
  assert.deepEqual(listed.sort(), [
    ['one', true],
    ['two', false],
  ])
  await sessions.touch('ana', 'one', NOW, LATER)
  await sessions.removeAll('ana')
  assert.deepEqual(await sessions.list('ana', NOW), [])
}

async function keysGoOn(keys: IdempotencyKeys, damage: Damage) {
  await keys.claim('ana', 'k1', row('r1'), LATER)
  await keys.claim('ana', 'k2', row('r2'), LATER)
  await damage('idem#k1')
  await keys.release('ana', 'k1', 'r1')
  assert.equal(await keys.claim('ana', 'k1', row('r3'), LATER), undefined)
  assert.deepEqual(await keys.claim('ana', 'k1', row('r4'), LATER), row('r3'))
  assert.deepEqual(await keys.claim('ana', 'k2', row('r4'), LATER), row('r2'))
}

describe('a damaged row in SQLite affects only itself', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let db: Database
  before(async () => {
    folder = await temporaryFolder()
    db = openDatabase(folder.in('tracker.db'))
  })
  after(async () => {
    db.close()
    await folder[Symbol.asyncDispose]()
  })
  const damage = (data: string) => (item: string) =>
    void db.run("UPDATE taxpayer_items SET data = ? WHERE user_id = 'ana' AND item = ?", data, item)

  for (const data of ['{"device": ', '{}', '[]']) {
    test(`sessions, where one is ${data}`, () => sessionsGoOn(createSessionStore(db), damage(data)))
    test(`idempotency keys, where one is ${data}`, async () => {
      await keysGoOn(createIdempotencyKeys(db, clock), damage(data))
      damage(data)('idem#k2')
      recoverWork(db)
      db.run('DELETE FROM taxpayer_items')
    })
  }
})

describe('a damaged item in DynamoDB affects only itself', () => {
  let engine: TestDynamo
  let dynamo: Dynamo
  before(async () => {
    engine = await startDynamo()
    dynamo = openDynamo({ region: REGION, tables: await engine.createTables(), retryPolicy: LONG_RETRIES })
  })
  after(async () => {
    dynamo.close()
    await engine.dropTables(dynamo.tables)
    await engine.close()
  })
  const damage = (attribute: string) => async (item: string) => {
    await dynamo.client.send(
      new UpdateCommand({
        TableName: dynamo.tables.taxpayers,
        Key: { user_id: 'ana', item },
        UpdateExpression: 'REMOVE #a',
        ExpressionAttributeNames: { '#a': attribute },
      }),
    )
  }

  test('sessions', () => sessionsGoOn(createDynamoSessions(dynamo), damage('signedInAt')))
  test('idempotency keys', () => keysGoOn(createDynamoKeys(dynamo, clock), damage('sha256')))
})
