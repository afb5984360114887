import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { StorageFullError } from '../../server/errors.ts'
import { originalKey, textKey } from '../../server/receipts/files/keys.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { shapes, startAwsApp } from '../support/aws-app.ts'
import { entered } from '../support/claims.ts'
import { projectRoot } from '../support/project-root.ts'
import {
  change,
  changed,
  createScriptedReader,
  get,
  isProblem,
  type Receipt,
  uploaded,
} from '../support/receipts.ts'

const folder = join(projectRoot, 'samples/examples')
const shipped = (await readdir(folder)).filter((name) => name.includes('-2026-'))

const add = (client: Client) => client.fetch('/me/examples', { method: 'POST' })
const remove = (client: Client) => client.fetch('/me/examples', { method: 'DELETE' })

async function added(client: Client): Promise<string[]> {
  const response = await add(client)
  const answer = (await response.json()) as { receipts: string[]; year: number }
  assert.deepEqual([response.status, answer.year], [202, 2026], JSON.stringify(answer))
  return answer.receipts
}

const present = async (client: Client) =>
  ((await (await client.fetch('/me/examples')).json()) as { receipts: string[] }).receipts

async function removed(client: Client) {
  assert.equal((await remove(client)).status, 204)
}

/** The examples once they are read. */
async function read(app: TestApp, client: Client): Promise<Receipt[]> {
  const ids = await added(client)
  await Promise.all(ids.map((id) => app.drainWork(id)))
  return Promise.all(ids.map((id) => get(client, `/receipts/${id}`)))
}

const listed = async (client: Client, filter = '') =>
  (await get(client, `/receipts?limit=100${filter}`)).receipts

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

describe('example receipts', () => {
  test('interrupted in the middle are completed by asking again, or cleared away', async () => {
    let left = Number.POSITIVE_INFINITY
    const app = await startApp({
      overrides: {
        reader: createScriptedReader().reader,
        files: (real) => ({
          ...real,
          async keep(key, path) {
            if (--left < 0) throw new StorageFullError('full')
            return real.keep(key, path)
          },
        }),
      },
    })
    try {
      const ana = await signUp(app, 'ana@example.org')
      for (const clearAway of [false, true]) {
        left = 4
        await isProblem(await add(ana), 507, 'storage_full')
        const before = await listed(ana)
        assert.equal(before.length, 4)
        left = Number.POSITIVE_INFINITY
        if (clearAway) await removed(ana)
        assert.equal((await listed(ana)).length, clearAway ? 0 : 4)
        const ids = await added(ana)
        assert.deepEqual((await listed(ana)).map(({ id }) => id).sort(), ids.toSorted())
        assert.equal(ids.length, 10)
        for (const { id } of clearAway ? [] : before) assert.ok(ids.includes(id))
        await removed(ana)
      }
    } finally {
      await app.close()
    }
  })

  test('removed while one is being read leave no file behind', async (t) => {
    const scripted = createScriptedReader()
    const app = await startApp({ overrides: { reader: scripted.reader } })
    try {
      const ana = await signUp(app, 'ana@example.org')
      const { begun, release } = scripted.hold(t)
      const ids = await added(ana)
      await begun
      await removed(ana)
      release()
      await Promise.all(ids.map((id) => app.drainWork(id)))
      assert.deepEqual(await readdir(join(app.dataDir, 'files', ana.sub), { recursive: true }), [])
    } finally {
      await app.close()
    }
  })

  test('are asked for a few times an hour', async () => {
    const app = await startApp({ overrides: { reader: createScriptedReader().reader } })
    try {
      const ana = await signUp(app, 'ana@example.org')
      await added(ana)
      for (let times = 1; times < 10; times++) await isProblem(await add(ana), 409, 'wrong_state')
      const refused = await add(ana)
      assert.ok(Number(refused.headers.get('retry-after')) > 60)
      await isProblem(refused, 429, 'too_many_requests')
    } finally {
      await app.close()
    }
  })

  test('are never locked, and go at once also under Object Lock', async () => {
    const app = await startAwsApp({ locked: true, overrides: { reader: createScriptedReader().reader } })
    try {
      const ana = await signUp(app, 'ana@example.org')
      const own = await changed(ana, await uploaded(ana), { path: '/confirm' })
      const receipts = await read(app, ana)
      for (const receipt of receipts) await changed(ana, receipt, { path: '/confirm' })
      await app.drainWork()
      await removed(ana)
      assert.deepEqual(
        (await listed(ana)).map(({ id }) => id),
        [own.id],
      )
      const keys = await app.s3.versions(app.bucket)
      for (const { id } of receipts)
        assert.deepEqual(
          keys.filter((key) => key.includes(id)),
          [],
        )
    } finally {
      await app.close()
    }
  })
})
