import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { allocate, claimed, entered, lineOf } from '../support/claims.ts'
import { change, changed, get, isProblem, type Receipt, type Versioned } from '../support/receipts.ts'
import { freezeTime, LATER } from '../support/time.ts'

const json = { 'content-type': 'application/json' }

for (const { name, start } of shapes) {
  describe(`confirming and allocating in one request: ${name}`, () => {
    const now = new Date('2026-03-20T04:00:00Z')
    let app: TestApp
    let ana: Client
    let people = 0
    let time: ReturnType<typeof freezeTime>
    before(async () => {
      time = freezeTime(LATER)
      app = await start({ clock: { now: () => now } })
    })
    beforeEach(async () => {
      ana = await signUp(app, `ana${++people}@example.org`)
    })
    after(async () => {
      await app.close()
      time.release()
    })

    const confirm = (receipt: Versioned, body: Record<string, unknown>) =>
      change(ana, receipt, { path: '/confirm', body, headers: json })
    const unconfirm = (receipt: Versioned, body?: Record<string, unknown>) =>
      changed(ana, receipt, { path: '/unconfirm', ...(body && { body, headers: json }) })
    const books = async (ya: number) =>
      lineOf((await get(ana, `/tax-years/${ya}/claims`)).reliefs, 'lifestyle-books').spentSen

    test('corrects, allocates and confirms in one write, with the history of each step', async () => {
      const receipt = await entered(ana, { date: '2024-03-14', totalSen: 10_000 })
      const response = await confirm(receipt, {
        changes: { date: '2025-03-14', totalSen: 12_000 },
        allocations: [{ relief: 'lifestyle-books', sen: 11_000 }],
      })
      const confirmed = (await response.json()) as Receipt
      assert.equal(response.status, 200, JSON.stringify(confirmed))
      assert.equal(confirmed.version, receipt.version + 1)
      assert.deepEqual([confirmed.status, confirmed.yearOfAssessment], ['confirmed', 2025])
      assert.deepEqual(
        confirmed.history.map(({ field, old, at, by }) => [field, old, at, by]),
        [
          ['date', '2024-03-14', now.toISOString(), ana.sub],
          ['totalSen', 10_000, now.toISOString(), ana.sub],
          ['allocations', [], now.toISOString(), ana.sub],
        ],
      )
      assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), confirmed)
      assert.deepEqual([await books(2024), await books(2025)], [0, 11_000])
    })

    test('the decision is remembered for the next receipt of the merchant', async () => {
      const merchant = 'UNHEARD OF THINGS'
      const first = await entered(ana, { merchant })
      assert.equal(first.suggestion.from, 'rules')
      await confirm(first, { allocations: [{ relief: 'lifestyle-books', sen: first.totalSen }] })
      const next = await entered(ana, { merchant, totalSen: 500 })
      assert.equal(next.suggestion.from, 'past')
      assert.equal(next.suggestion.parts[0].relief, 'lifestyle-books')
    })

    test('stores nothing where one part of it is not possible', async () => {
      const receipt = await entered(ana, { totalSen: 10_000 })
      const bodies = [
        { changes: { totalSen: 5_000 }, allocations: [{ relief: 'lifestyle-books', sen: 6_000 }] },
        { changes: { totalSen: 5_000 }, allocations: [{ relief: 'no-such-relief', sen: 1 }] },
        { changes: { date: null }, allocations: [] },
        { changes: { merchant: null } },
        { changes: { proposal: null } },
        { changes: { status: 'confirmed' } },
        { allocation: [] },
      ]
      for (const body of bodies) await isProblem(await confirm(receipt, body), 400, 'validation_failed')
      await isProblem(await confirm({ ...receipt, version: 7 }, { allocations: [] }), 412, 'version_conflict')
      assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), receipt)
    })

    test('without a body the allocations stay, and of two confirmations at once one is stored', async () => {
      const receipt = await entered(ana, { totalSen: 10_000 })
      const allocated = (await (
        await allocate(ana, receipt, [{ relief: 'lifestyle-books', sen: 10_000 }])
      ).json()) as Receipt
      const both = await Promise.all([
        change(ana, allocated, { path: '/confirm' }),
        confirm(allocated, { changes: { note: 'x' } }),
      ])
      assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412])
      assert.equal(await books(2025), 10_000)
    })

    test('a confirmation is taken back: nothing counts, and it can be confirmed again', async () => {
      const confirmed = await claimed(ana, { totalSen: 10_000 }, 'lifestyle-books')
      assert.equal(await books(2025), 10_000)
      const reopened = await unconfirm(confirmed)
      assert.deepEqual([reopened.status, reopened.version], ['needs_review', confirmed.version + 1])
      assert.deepEqual(reopened.allocations, confirmed.allocations)
      assert.deepEqual(reopened.history.at(-1), {
        field: 'status',
        old: 'confirmed',
        new: 'needs_review',
        at: now.toISOString(),
        by: ana.sub,
      })
      assert.equal(await books(2025), 0)
      // It was confirmed once, so the law may still want it kept.
      assert.equal(reopened.retainUntil, confirmed.retainUntil)
      const again = await change(ana, reopened, { path: '/unconfirm' })
      await isProblem(again, 409, 'wrong_state')
      await changed(ana, reopened, { path: '/confirm' })
      assert.equal(await books(2025), 10_000)
    })

    test('what the confirmation had changed can be restored in the same write', async () => {
      const receipt = await entered(ana, { date: '2025-03-14', totalSen: 10_000 })
      const confirmed = (await (
        await confirm(receipt, {
          changes: { totalSen: 12_000 },
          allocations: [{ relief: 'lifestyle-books', sen: 12_000 }],
        })
      ).json()) as Receipt
      const restore = { changes: { totalSen: 10_000 }, allocations: [] }
      const reopened = await unconfirm(confirmed, { restore })
      assert.equal(reopened.version, confirmed.version + 1)
      assert.deepEqual([reopened.totalSen, reopened.allocations], [10_000, []])
      assert.equal(reopened.status, 'needs_review')
      const impossible = { restore: { changes: { totalSen: 1 } } }
      const claimedAgain = await changed(ana, reopened, {
        path: '/confirm',
        body: { allocations: [{ relief: 'lifestyle-books', sen: 10_000 }] },
        headers: json,
      })
      const refused = await change(ana, claimedAgain, {
        path: '/unconfirm',
        body: impossible,
        headers: json,
      })
      await isProblem(refused, 400, 'validation_failed')
      assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), claimedAgain)
    })
  })
}
