import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { claimed, entered } from '../support/claims.ts'
import { changed, get, isProblem, type Receipt, type Versioned } from '../support/receipts.ts'

type Result =
  | { id: string; status: 'done'; version: number }
  | { id: string; status: 'refused'; problem: { code: string; status: number; retainUntil?: string } }

for (const { name, start } of shapes) {
  describe(`the same done to several receipts: ${name}`, () => {
    let app: TestApp
    let ana: Client
    before(async () => {
      app = await start()
      ana = await signUp(app, 'ana@example.org')
    })
    after(() => app.close())

    const post = (client: Client, body: unknown) =>
      client.fetch('/receipts/bulk', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    async function bulk(action: string, receipts: Versioned[], more = {}, client = ana): Promise<Result[]> {
      const named = receipts.map(({ id, version }) => ({ id, version }))
      const response = await post(client, { action, receipts: named, ...more })
      const answer = (await response.json()) as { results: Result[] }
      assert.equal(response.status, 200, JSON.stringify(answer))
      return answer.results
    }
    const codeOf = (result: Result | undefined) =>
      result?.status === 'refused' ? result.problem.code : result?.status
    const stored = (receipt: Versioned) => get(ana, `/receipts/${receipt.id}`) as Promise<Receipt>

    test('each receipt has its own result, in the order of the request', async () => {
      const [right, incomplete, changedSince] = [
        await entered(ana),
        await entered(ana, { merchant: 'NO DAY', date: null }),
        await entered(ana, { merchant: 'OTHER' }),
      ]
      await changed(ana, changedSince, { method: 'PATCH', body: { note: 'seen by nobody' } })
      const unknown = { id: crypto.randomUUID(), version: 1 }
      const results = await bulk('confirm', [incomplete, right, unknown, changedSince])
      assert.deepEqual(
        results.map(({ id }) => id),
        [incomplete.id, right.id, unknown.id, changedSince.id],
      )
      assert.deepEqual(results.map(codeOf), ['validation_failed', 'done', 'not_found', 'version_conflict'])
      assert.deepEqual(results[1], { id: right.id, status: 'done', version: right.version + 1 })
      assert.equal((await stored(right)).status, 'confirmed')
      assert.equal((await stored(changedSince)).status, 'needs_review')
    })

    test('confirmations are taken back together, and keep what the receipts count for', async () => {
      const first = await claimed(ana, { merchant: 'FIRST', totalSen: 1_111 }, 'lifestyle-books')
      const second = await claimed(ana, { merchant: 'SECOND', totalSen: 2_222 }, 'lifestyle-books')
      const draft = await entered(ana, { merchant: 'DRAFT', totalSen: 3_333 })
      const results = await bulk('unconfirm', [first, second, draft])
      assert.deepEqual(results.map(codeOf), ['done', 'done', 'wrong_state'])
      const reopened = await stored(first)
      assert.equal(reopened.status, 'needs_review')
      assert.deepEqual(reopened.allocations, first.allocations)
      const again = await bulk('confirm', results.slice(0, 2) as Versioned[])
      assert.deepEqual(again.map(codeOf), ['done', 'done'])
    })

    test('copies of one another go to the trash together, and come back', async () => {
      const copies = [
        await entered(ana, { merchant: 'COPIED', totalSen: 777 }),
        await entered(ana, { merchant: 'COPIED', totalSen: 777 }),
        await entered(ana, { merchant: 'COPIED', totalSen: 777 }),
      ]
      const seen = await Promise.all(copies.map(stored))
      const trashed = await bulk('trash', seen)
      assert.deepEqual(trashed.map(codeOf), ['done', 'done', 'done'])
      const restored = await bulk('restore', trashed as Versioned[])
      assert.deepEqual(restored.map(codeOf), ['done', 'done', 'done'])
      for (const copy of copies) assert.equal((await stored(copy)).trashedAt, null)
    })

    test('a copy that somebody changed is not taken for one whose suspects were refreshed', async () => {
      const copies = [
        await entered(ana, { merchant: 'TWICE', totalSen: 888 }),
        await entered(ana, { merchant: 'TWICE', totalSen: 888 }),
      ]
      const [first, second] = await Promise.all(copies.map(stored))
      await changed(ana, second as Receipt, { method: 'PATCH', body: { note: 'kept' } })
      const results = await bulk('trash', [first as Receipt, second as Receipt])
      assert.deepEqual(results.map(codeOf), ['done', 'version_conflict'])
    })

    test('receipts that must be kept need the day the person has seen', async () => {
      const confirmed = await claimed(ana, { date: '2025-02-02', totalSen: 4_321 }, 'lifestyle-books')
      const draft = await entered(ana, { totalSen: 9_876 })
      const [kept, gone] = await bulk('trash', [confirmed, draft])
      assert.deepEqual([codeOf(kept), codeOf(gone)], ['confirmation_needed', 'done'])
      const acknowledgedUntil = kept?.status === 'refused' && kept.problem.retainUntil
      assert.equal(acknowledgedUntil, confirmed.retainUntil)
      assert.deepEqual((await bulk('trash', [confirmed], { acknowledgedUntil })).map(codeOf), ['done'])
      const [again] = await bulk('trash', [{ ...confirmed, version: confirmed.version + 1 }])
      assert.equal(codeOf(again), 'wrong_state')
    })

    test('another person’s receipts are not found, and stay as they are', async () => {
      const ben = await signUp(app, 'ben@example.org')
      const mine = await entered(ana, { merchant: 'MINE' })
      for (const action of ['confirm', 'unconfirm', 'trash', 'restore']) {
        assert.deepEqual((await bulk(action, [mine], {}, ben)).map(codeOf), ['not_found'])
      }
      assert.deepEqual(await stored(mine), mine)
    })

    test('a request names an action and 1 to 100 receipts', async () => {
      const one = { id: crypto.randomUUID(), version: 1 }
      const wrong = [
        { action: 'confirm', receipts: [] },
        { action: 'confirm', receipts: Array.from({ length: 101 }, () => one) },
        { action: 'delete', receipts: [one] },
        { action: 'confirm', receipts: [{ id: one.id }] },
        { action: 'confirm', receipts: [one], all: true },
      ]
      for (const body of wrong) await isProblem(await post(ana, body), 400, 'validation_failed')
    })
  })
}
