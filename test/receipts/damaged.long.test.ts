import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { type Damage, damageReceipt } from '../support/damage.ts'
import {
  change,
  changed,
  createScriptedReader,
  fileForm,
  get,
  isProblem,
  picture,
  uploaded,
} from '../support/receipts.ts'

/** A record as it is stored, as far as it is broken here. */
type Stored = Record<string, unknown>

const oneFile = (change: Stored) => (detail: Stored) => ({
  ...detail,
  files: (detail.files as Stored[]).map((file) => ({ ...file, ...change })),
})

/** Damages of a stored receipt, each of another kind. */
const damages: Record<string, Damage> = {
  'a value of another type': { detail: (detail) => ({ ...detail, taxSen: 'a lot' }) },
  'a list in place of an object': { detail: (detail) => ({ ...detail, evidence: [] }) },
  'a broken element': {
    detail: (detail) => ({ ...detail, items: [...(detail.items as Stored[]), { page: 'x' }] }),
  },
  'a broken file': { detail: oneFile({ width: null }) },
  'a detail without anything': { detail: () => ({}) },
  'a detail that is no JSON': { detail: () => '{"merchant": "KED' },
  'a broken row': { summary: (summary) => ({ ...summary, date: 'yesterday', allocations: null }) },
  'a row without anything': { summary: () => ({}) },
  'a row that is no JSON': { summary: () => '"' },
}

for (const { name, start } of shapes) {
  describe(`a damaged receipt (${name})`, () => {
    const scripted = createScriptedReader()
    let app: TestApp
    let ana: Client
    before(async () => {
      app = await start({ overrides: { reader: scripted.reader } })
      ana = await signUp(app, 'ana@example.org')
    })
    after(() => app.close())

    const rowOf = async (id: string) =>
      (await get(ana, '/receipts?limit=100')).receipts.find((row) => row.id === id)

    for (const [what, damage] of Object.entries(damages)) {
      test(`${what}: it is shown as far as it can be read, and nothing else is affected`, async () => {
        const other = await uploaded(ana)
        const receipt = await uploaded(ana)
        await damageReceipt(app, receipt.id, damage)

        const shown = await get(ana, `/receipts/${receipt.id}`)
        assert.deepEqual([shown.id, shown.version, shown.damaged], [receipt.id, receipt.version, true])
        if (damage.detail) assert.equal(shown.totalSen, receipt.totalSen)
        assert.equal((await get(ana, `/receipts/${other.id}`)).damaged, false)
        const row = await rowOf(receipt.id)
        assert.equal(row?.id, receipt.id)
        assert.equal(row?.damaged, damage.summary && true)
        assert.equal((await rowOf(other.id))?.damaged, undefined)

        // A further upload of the same file is compared with it.
        await uploaded(ana)
        const refused = await change(ana, shown, { path: '/confirm' })
        const { record } = await isProblem<{ record: object }>(refused, 409, 'record_damaged')
        assert.deepEqual(record, { kind: 'receipt', id: receipt.id })

        const trashed = await changed(ana, shown, { method: 'DELETE' })
        assert.equal(trashed.damaged, false)
        assert.ok(trashed.trashedAt)
        assert.equal(trashed.history.at(-1)?.field, 'record')
        const restored = await changed(ana, trashed, { path: '/restore' })
        assert.equal((await rowOf(restored.id))?.version, restored.version)
      })
    }

    test('its originals are kept, and it is read again from them', async () => {
      const bytes = await picture()
      const receipt = await uploaded(ana, bytes)
      const damage = { detail: (detail: Stored) => ({ ...detail, merchant: 7, items: 'none' }) }
      await damageReceipt(app, receipt.id, damage)

      const shown = await get(ana, `/receipts/${receipt.id}`)
      assert.deepEqual([shown.merchant, shown.items], [null, []])
      const file = await ana.fetch(`/receipts/${receipt.id}/file`)
      assert.deepEqual(Buffer.from(await file.arrayBuffer()), bytes)
      assert.equal((await ana.fetch(`/receipts/${receipt.id}/text`)).status, 200)

      const read = await changed(ana, shown, { path: '/read' })
      const { merchant, items, damaged, status } = read
      assert.deepEqual(
        { merchant, items, damaged, status },
        { merchant: receipt.merchant, items: receipt.items, damaged: false, status: 'needs_review' },
      )
      assert.deepEqual(read.history.at(-1)?.old, ['merchant', 'items'])
    })

    test('a confirmed one must be looked at again once a person has corrected it, and is still kept', async () => {
      const receipt = await changed(ana, await uploaded(ana), { path: '/confirm' })
      await damageReceipt(app, receipt.id, { detail: (detail) => ({ ...detail, merchant: 7 }) })
      const shown = await get(ana, `/receipts/${receipt.id}`)
      const corrected = await changed(ana, shown, { method: 'PATCH', body: { merchant: 'KEDAI ANA' } })
      assert.deepEqual(
        [corrected.status, corrected.merchant, corrected.damaged, corrected.retainUntil],
        ['needs_review', 'KEDAI ANA', false, receipt.retainUntil],
      )
      assert.equal((await changed(ana, corrected, { path: '/confirm' })).status, 'confirmed')
    })

    test('nothing is added to it before it is decided about', async () => {
      const receipt = await uploaded(ana)
      await damageReceipt(app, receipt.id, { detail: (detail) => ({ ...detail, items: 7 }) })
      const headers = { 'if-match': `"${receipt.version}"` }
      const body = fileForm(await picture())
      const path = `/receipts/${receipt.id}/files`
      await isProblem(await ana.fetch(path, { method: 'POST', headers, body }), 409, 'record_damaged')
    })

    test('is still nobody else’s', async () => {
      const ben = await signUp(app, 'ben@example.org')
      const receipt = await uploaded(ana)
      await damageReceipt(app, receipt.id, { detail: () => '' })
      await isProblem(await ben.fetch(`/receipts/${receipt.id}`), 404, 'not_found')
    })

    test('its reading waits for a person; one in the trash is purged all the same', async () => {
      const { store, work } = app.services.receipts
      const receipt = await uploaded(ana)
      await damageReceipt(app, receipt.id, { detail: (detail) => ({ ...detail, items: 7 }) })
      await store.makeDue(ana.sub, receipt.id, new Date(0))
      const calls = scripted.calls
      await work.drain()
      assert.equal(scripted.calls, calls)
      assert.equal((await get(ana, `/receipts/${receipt.id}`)).damaged, true)
      assert.deepEqual(await store.due(new Date(), 10), [])
    })
  })
}
