import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { originalKey, textKey } from '../../server/receipts/files/keys.ts'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { entered } from '../support/claims.ts'
import { projectRoot } from '../support/project-root.ts'
import { change, changed, createScriptedReader, get, isProblem, uploaded } from '../support/receipts.ts'
import { add, added, listed, read, removed } from './asking.ts'

const folder = join(projectRoot, 'samples/examples')
const shipped = (await readdir(folder)).filter((name) => name.includes('-2026-'))

const present = async (client: Client) =>
  ((await (await client.fetch('/me/examples')).json()) as { receipts: string[] }).receipts

for (const shape of shapes) {
  describe(`example receipts (${shape.name})`, () => {
    let app: TestApp
    let people = 0
    const person = () => signUp(app, `person-${++people}@example.org`)
    before(async () => {
      app = await shape.start({ overrides: { reader: createScriptedReader().reader } })
    })
    after(() => app.close())

    test('are ten of one year, marked in lists and answers, with the files as shipped', async () => {
      const ana = await person()
      const own = await uploaded(ana)
      assert.deepEqual(await present(ana), [])
      const receipts = await read(app, ana)
      assert.deepEqual([receipts.length, shipped.length], [10, 10])
      assert.ok(receipts.every(({ example, status }) => example && status === 'needs_review'))
      assert.equal((await get(ana, `/receipts/${own.id}`)).example, false)
      const rows = await listed(ana)
      assert.deepEqual(
        rows.map(({ id, example }) => [id, example]),
        [...receipts.map(({ id }) => [id, true]).reverse(), [own.id, false]],
      )
      assert.deepEqual(
        await present(ana),
        receipts.map(({ id }) => id),
      )
      const filtered = async (filter: string) => (await listed(ana, filter)).map(({ id }) => id)
      assert.deepEqual(await filtered('&example=true'), receipts.map(({ id }) => id).reverse())
      assert.deepEqual(await filtered('&example=false'), [own.id])
      assert.ok(rows.every((row) => Buffer.byteLength(JSON.stringify(row)) <= 700))
      const sent = await Promise.all(
        receipts.map(async ({ id }) =>
          Buffer.from(await (await ana.fetch(`/receipts/${id}/file`)).arrayBuffer()),
        ),
      )
      const files = await Promise.all(shipped.map((name) => readFile(join(folder, name))))
      assert.deepEqual(sent.sort(Buffer.compare), files.sort(Buffer.compare))
    })

    test('are refused to whoever has them, and to nobody else', async () => {
      const [ana, ben] = [await person(), await person()]
      await added(ana)
      await isProblem(await add(ana), 409, 'wrong_state')
      await added(ben)
      await removed(ben)
      assert.equal((await listed(ana)).length, 10)
      assert.equal((await listed(ben)).length, 0)
    })

    test('asked for twice at the same time are there once', async () => {
      const ana = await person()
      const answers = await Promise.all([add(ana), add(ana)])
      for (const { status } of answers) assert.ok([202, 409].includes(status), String(status))
      if (answers.every(({ status }) => status === 409)) await add(ana)
      assert.equal((await listed(ana)).length, 10)
    })

    test('are removed for good: confirmed, in the trash, or being read; own receipts stay', async () => {
      const ana = await person()
      const own = await uploaded(ana)
      const receipts = await read(app, ana)
      const [confirmed, trashed] = receipts
      assert.ok(confirmed && trashed)
      assert.equal((await changed(ana, confirmed, { path: '/confirm' })).retainUntil, null)
      await changed(ana, trashed, { method: 'DELETE' })
      await removed(ana)
      assert.deepEqual(await present(ana), [])
      for (const { id, files } of receipts) {
        assert.equal((await ana.fetch(`/receipts/${id}`)).status, 404)
        for (const key of [originalKey(ana.sub, id, files[0].id), textKey(ana.sub, id, files[0].id)]) {
          assert.equal(await app.services.receipts.files.open(key), undefined, key)
        }
      }
      assert.deepEqual(
        (await listed(ana)).map(({ id }) => id),
        [own.id],
      )
      assert.deepEqual((await get(ana, '/receipts?trash=true')).receipts, [])
      assert.deepEqual(
        (await get(ana, '/receipts?text=kedai')).receipts.map(({ id }) => id),
        [own.id],
      )
      await removed(ana)
      assert.equal((await added(ana)).length, 10)
    })

    test('leave no look-up keys: the same file uploaded later is no copy of one', async () => {
      const ana = await person()
      const bytes = await readFile(join(folder, shipped[0] ?? ''))
      await read(app, ana)
      const copy = await uploaded(ana, bytes)
      assert.ok(copy.duplicateSuspects.length > 0)
      await removed(ana)
      assert.deepEqual((await get(ana, `/receipts/${copy.id}`)).duplicateSuspects, [])
      assert.deepEqual(
        (await uploaded(ana, await readFile(join(folder, shipped[1] ?? '')))).duplicateSuspects.map(
          ({ id }) => id,
        ),
        [copy.id],
      )
    })

    test('teach nothing about a merchant', async () => {
      const ana = await person()
      const [example] = await read(app, ana)
      assert.ok(example)
      const allocations = [{ relief: 'lifestyle-books', sen: 2500 }]
      await changed(ana, example, {
        path: '/confirm',
        body: { allocations },
        headers: { 'content-type': 'application/json' },
      })
      const next = await entered(ana, { merchant: example.merchant, date: '2026-05-01', totalSen: 2500 })
      assert.equal(next.suggestion.from, 'rules')
    })

    test('count in claims and in the overview, which says how many there are', async () => {
      const ana = await person()
      await uploaded(ana)
      assert.equal((await get(ana, '/tax-years/2026/overview')).examples, 0)
      const [example] = await read(app, ana)
      assert.ok(example)
      const allocations = [{ relief: 'lifestyle-books', sen: 2500 }]
      await changed(ana, example, {
        path: '/confirm',
        body: { allocations },
        headers: { 'content-type': 'application/json' },
      })
      const overview = await get(ana, '/tax-years/2026/overview')
      assert.deepEqual([overview.examples, overview.foundSen], [10, 2500])
      await removed(ana)
      const without = await get(ana, '/tax-years/2026/overview')
      assert.deepEqual([without.examples, without.foundSen], [0, 0])
    })

    test('need not be kept, and go to the trash without a question', async () => {
      const ana = await person()
      const [example] = await read(app, ana)
      assert.ok(example)
      const confirmed = await changed(ana, example, { path: '/confirm' })
      assert.equal(confirmed.retainUntil, null)
      assert.equal((await change(ana, confirmed, { method: 'DELETE' })).status, 200)
    })
  })
}
