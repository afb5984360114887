import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { claimed, entered } from '../support/claims.ts'
import { change, changed, get, isProblem, type Versioned } from '../support/receipts.ts'

for (const { name, start } of shapes) {
  describe(`refunds linked to purchases: ${name}`, () => {
    let app: TestApp
    let ana: Client
    before(async () => {
      app = await start()
      ana = await signUp(app, 'ana@example.org')
    })
    after(() => app.close())

    const put = (receipt: Versioned, receiptId: string | null, client = ana) =>
      change(client, receipt, {
        method: 'PUT',
        path: '/refund-of',
        body: { receiptId },
        headers: { 'content-type': 'application/json' },
      })
    const link = (receipt: Versioned, receiptId: string | null) =>
      changed(ana, receipt, {
        method: 'PUT',
        path: '/refund-of',
        body: { receiptId },
        headers: { 'content-type': 'application/json' },
      })
    const refundsOf = async ({ id }: Versioned) => get(ana, `/receipts/${id}/refunds`)
    const purchase = () => claimed(ana, { merchant: 'BOOKSHOP', totalSen: 10_000 }, 'lifestyle-books')
    const refund = (totalSen = -4_000) => entered(ana, { merchant: 'BOOKSHOP', totalSen })

    test('a linked refund takes back what its purchase counts for, and both say so', async () => {
      const bought = await purchase()
      const back = await link(await refund(), bought.id)
      assert.deepEqual(back.refundOf, { receiptId: bought.id })
      assert.deepEqual(
        back.suggestion?.parts.map(({ relief, sen }) => ({ relief, sen })),
        [{ relief: 'lifestyle-books', sen: -4_000 }],
      )
      const { original, refunds } = await refundsOf(back)
      assert.deepEqual([original?.id, refunds], [bought.id, []])
      const other = await refundsOf(bought)
      assert.deepEqual([other.original, other.refunds.map(({ id }) => id)], [null, [back.id]])
      const last = back.history.at(-1)
      assert.deepEqual([last?.field, last?.old, last?.new], ['refundOf', null, bought.id])
    })

    test('taken apart again, neither knows of the other', async () => {
      const bought = await purchase()
      const linked = await link(await refund(), bought.id)
      const apart = await link(linked, null)
      assert.deepEqual(apart.refundOf, { receiptId: null })
      assert.equal((await refundsOf(apart)).original, null)
      assert.deepEqual((await refundsOf(bought)).refunds, [])
    })

    test('what is suggested follows the purchase when that changes', async () => {
      const bought = await purchase()
      const back = await link(await refund(), bought.id)
      await changed(ana, bought, {
        method: 'PUT',
        path: '/allocations',
        body: { allocations: [{ relief: 'lifestyle-devices', sen: 10_000 }] },
        headers: { 'content-type': 'application/json' },
      })
      const { suggestion } = await get(ana, `/receipts/${back.id}`)
      assert.deepEqual(
        suggestion?.parts.map(({ relief }) => relief),
        ['lifestyle-devices'],
      )
    })

    test('together, refunds take back no more than was paid', async () => {
      const bought = await purchase()
      await link(await refund(-7_000), bought.id)
      const second = await link(await refund(-5_000), bought.id)
      const counting = second.suggestion?.parts.filter(({ relief }) => relief !== null) ?? []
      assert.deepEqual(
        counting.map(({ sen }) => sen),
        [-3_000],
      )
    })

    test('only a refund is linked, and only to another purchase of the same person', async () => {
      const bought = await purchase()
      const back = await refund()
      await isProblem(await put(bought, back.id), 409, 'wrong_state')
      await isProblem(await put(back, back.id), 400, 'validation_failed')
      await isProblem(await put(back, (await refund()).id), 400, 'validation_failed')
      await isProblem(await put(back, crypto.randomUUID()), 404, 'not_found')
      const gone = await changed(ana, await entered(ana, { totalSen: 5_000 }), { method: 'DELETE' })
      await isProblem(await put(back, gone.id), 409, 'wrong_state')
      await isProblem(await put({ ...back, version: 99 }, bought.id), 412, 'version_conflict')

      const ben = await signUp(app, 'ben@example.org')
      const foreign = await entered(ben, { totalSen: 5_000 })
      await isProblem(await put(back, foreign.id), 404, 'not_found')
      await isProblem(await put(back, bought.id, ben), 404, 'not_found')
      await isProblem(await ben.fetch(`/receipts/${bought.id}/refunds`), 404, 'not_found')
      assert.deepEqual((await refundsOf(bought)).refunds, [])
    })

    test('a purchase in the trash is still named, and gives no suggestion', async () => {
      const bought = await purchase()
      const back = await link(await refund(), bought.id)
      const until = `?acknowledgedUntil=${bought.retainUntil}`
      await changed(ana, bought, { method: 'DELETE', path: until })
      const { original } = await refundsOf(back)
      assert.equal(original?.id, bought.id)
      assert.notEqual(original?.trashedAt, null)
      const again = await changed(ana, back, { method: 'PATCH', body: { note: 'returned at the counter' } })
      assert.ok(again.suggestion?.parts.every(({ reason }) => !reason.startsWith('Refund of')))
    })

    test('the history tells a confirmation after the first', async () => {
      const first = await claimed(ana, { totalSen: 3_000 }, 'lifestyle-books')
      const open = await changed(ana, first, { path: '/unconfirm' })
      const { history, confirmedAt } = await changed(ana, open, { path: '/confirm' })
      assert.equal(confirmedAt, first.confirmedAt)
      assert.deepEqual(
        history.filter(({ field }) => field === 'status').map(({ new: now }) => now),
        ['needs_review', 'confirmed'],
      )
    })
  })
}
