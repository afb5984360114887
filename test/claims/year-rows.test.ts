import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { openDatabase } from '../../server/adapters/sqlite/database.ts'
import { createReceiptStore } from '../../server/adapters/sqlite/receipt-store.ts'
import { createYearRows } from '../../server/claims/year-rows.ts'
import { signUp, startApp } from '../support/app.ts'
import { entered } from '../support/claims.ts'
import { damageReceipt } from '../support/damage.ts'
import { changed } from '../support/receipts.ts'

test('a receipt that moves to another year while a year is read stands in no year it is not of', async () => {
  const app = await startApp()
  try {
    const ana = await signUp(app, 'ana@example.org')
    const moving = await entered(ana, { date: '2025-01-01' })
    const staying = await entered(ana, { date: '2025-02-02' })
    const { store } = app.services.receipts
    let meanwhile = async () => {}
    const rowsOfYear = createYearRows({
      ...store,
      async find(userId, id) {
        const found = await store.find(userId, id)
        await meanwhile()
        return found
      },
    })
    await rowsOfYear(ana.sub, 2025)
    await changed(ana, staying, { method: 'PATCH', body: { note: 'read it again' } })
    meanwhile = async () => {
      meanwhile = async () => {}
      await changed(ana, moving, { method: 'PATCH', body: { date: '2026-01-01' } })
      await rowsOfYear(ana.sub, 2026)
    }
    const during = await rowsOfYear(ana.sub, 2025)
    // As it was before or after the move, never the moved one in its old year.
    assert.ok(during.every(({ yearOfAssessment }) => yearOfAssessment === 2025))
    const afterwards = await rowsOfYear(ana.sub, 2025)
    assert.deepEqual(
      afterwards.map(({ id, version }) => [id, version]),
      [[staying.id, 2]],
    )
  } finally {
    await app.close()
  }
})

test('rows that were read before are those of the list after every kind of change', async () => {
  const app = await startApp()
  const beside = openDatabase(join(app.dataDir, 'tracker.db'))
  try {
    const ana = await signUp(app, 'ana@example.org')
    const first = await entered(ana, { date: '2025-01-01' })
    const moving = await entered(ana, { date: '2024-12-31' })
    const { store } = app.services.receipts
    const known = createYearRows(store)
    const rowsAre = async (days: string[]) => {
      const rows = await known(ana.sub, 2025)
      assert.deepEqual(rows, await createYearRows(store)(ana.sub, 2025))
      assert.deepEqual(
        rows.map(({ paidOn }) => paidOn?.slice(5)),
        days,
      )
    }
    await rowsAre(['01-01'])
    const last = await entered(ana, { date: '2025-12-31' })
    const moved = await changed(ana, moving, { method: 'PATCH', body: { date: '2025-06-01' } })
    await rowsAre(['12-31', '06-01', '01-01'])
    await entered(ana, { date: '2025-06-01' })
    await changed(ana, first, { method: 'PATCH', body: { date: '2025-07-01' } })
    await rowsAre(['12-31', '07-01', '06-01', '06-01'])
    const trashed = await ana.fetch(`/receipts/${last.id}`, {
      method: 'DELETE',
      headers: { 'if-match': '*' },
    })
    assert.equal(trashed.status, 200)
    await changed(ana, moved, { method: 'PATCH', body: { date: '2023-01-01' } })
    await rowsAre(['07-01', '06-01'])

    // As another process, whose changes are not known one by one.
    const other = createReceiptStore(beside)
    const stored = await other.find(ana.sub, first.id)
    assert.ok(stored)
    await other.save({ ...stored, date: '2025-02-02' })
    await rowsAre(['06-01', '02-02'])
  } finally {
    beside.close()
    await app.close()
  }
})

test('a damaged row keeps its place while others change', async () => {
  const app = await startApp()
  try {
    const ana = await signUp(app, 'ana@example.org')
    const damaged = await entered(ana, { date: '2025-12-31' })
    const between = await entered(ana, { date: '2025-10-10' })
    const changing = await entered(ana, { date: '2025-02-02' })
    await damageReceipt(app, damaged.id, { summary: () => '{"merchant": "KED' })
    const rowsOfYear = createYearRows(app.services.receipts.store)
    const ids = async () => (await rowsOfYear(ana.sub, 2025)).map(({ id }) => id)
    const inOrder = [damaged.id, between.id, changing.id]
    assert.deepEqual(await ids(), inOrder)
    await changed(ana, changing, { method: 'PATCH', body: { note: 'read it again' } })
    assert.deepEqual(await ids(), inOrder)
  } finally {
    await app.close()
  }
})
