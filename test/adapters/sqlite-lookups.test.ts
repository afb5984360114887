import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { v7 as uuidv7 } from 'uuid'
import { openDatabase } from '../../server/adapters/sqlite/database.ts'
import { createReceiptStore } from '../../server/adapters/sqlite/receipt-store.ts'
import { newReceipt } from '../../server/receipts/model.ts'
import { storedKeys } from '../../server/stored-keys.ts'

const COUNT = 1_500
/** Comparing each receipt with each look-up key took 2,500. */
const MOST_MS = 400

test('a queue of very many receipts is found without comparing each with each', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-lookups-'))
  const db = openDatabase(join(folder, 'tracker.db'))
  // Waiting for the disk at each of them would take longer than everything else.
  db.run('PRAGMA synchronous = OFF')
  const store = createReceiptStore(db)
  for (let number = 0; number < COUNT; number++) {
    const receipt = newReceipt(uuidv7(), 'ana', new Date())
    await store.create({ ...receipt, status: 'needs_review', date: '2026-03-14', totalSen: 100 + number })
  }
  const begun = performance.now()
  const found = await store.lookups('ana', storedKeys.queue.prefix)
  const took = performance.now() - begun
  db.close()
  await rm(folder, { recursive: true })
  assert.equal(found.length, COUNT)
  assert.ok(took < MOST_MS, `took ${took.toFixed(0)} ms`)
})
