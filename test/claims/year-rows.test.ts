import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createYearRows } from '../../server/claims/year-rows.ts'
import { signUp, startApp } from '../support/app.ts'
import { entered } from '../support/claims.ts'
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
