import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { StorageFullError } from '../../server/errors.ts'
import type { Statement } from '../support/answers.ts'
import { type Client, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { makePdf } from '../support/pdf.ts'
import { fileForm, get, isProblem, picture, type Versioned } from '../support/receipts.ts'
import { startProcess } from '../support/server-process.ts'
import { factsPut } from '../support/taxpayer.ts'
import { freezeTime } from '../support/time.ts'

const PATH = '/tax-years/2025/taxpayer/statements'
const ANNUAL = makePdf(
  ['first', 'second', 'third'].map((page) => ({ lines: [`The ${page} page of a year`] })),
)

const put = (client: Client, query: string, bytes: Uint8Array, path = PATH) =>
  client.fetch(`${path}?${query}`, { method: 'POST', body: fileForm(bytes, 'statement') })

/** A statement that must be taken. */
async function kept(client: Client, query = 'kind=ea-form', bytes?: Uint8Array): Promise<Statement> {
  const response = await put(client, query, bytes ?? (await picture()))
  const statement = (await response.json()) as Statement
  assert.equal(response.status, 201, JSON.stringify(statement))
  return statement
}
const listed = async (client: Client) => (await get(client, PATH)).statements

for (const shape of shapes) {
  describe(`the statements of a taxpayer (${shape.name})`, () => {
    let app: TestApp
    let ana: Client
    let ben: Client
    before(async () => {
      app = await shape.start()
      ana = await signUp(app, 'ana@example.org')
      ben = await signUp(app, 'ben@example.org')
    })
    after(() => app.close())

    const remove = (
      { id, version }: Versioned,
      query = '',
      ifMatch: string | null = `"${version}"`,
      by = ana,
    ) =>
      by.fetch(`${PATH}/${id}${query}`, {
        method: 'DELETE',
        headers: ifMatch === null ? {} : { 'if-match': ifMatch },
      })

    test('are shown as a picture of their first page, also a PDF', async () => {
      const cleo = await signUp(app, 'cleo@example.org')
      const { id } = await kept(cleo, 'kind=socso', makePdf([{ lines: ['A picture of this page'] }]))
      for (const size of ['preview', 'thumbnail']) {
        const picture = await cleo.fetch(`${PATH}/${id}/file?size=${size}`)
        assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/webp'])
        assert.equal(Buffer.from(await picture.arrayBuffer()).toString('latin1', 8, 12), 'WEBP')
      }
      assert.equal((await ben.fetch(`${PATH}/${id}/file?size=preview`)).status, 404)
    })

    test('are kept as they were uploaded, of many pages too, and come back whole and in parts', async () => {
      assert.deepEqual(await listed(ana), [])
      const response = await put(ana, 'kind=insurance', ANNUAL)
      const statement = (await response.json()) as Statement
      assert.equal(response.status, 201, JSON.stringify(statement))
      assert.equal(response.headers.get('etag'), `"${statement.version}"`)
      const { kind, shows, year, retainUntil, file } = statement
      assert.deepEqual([kind, shows, year, retainUntil], ['insurance', null, 2025, '2033-12-31'])
      assert.deepEqual([file.type, file.pages, file.bytes], ['application/pdf', 3, ANNUAL.length])
      assert.deepEqual(await listed(ana), [statement])

      const whole = await ana.fetch(response.headers.get('location') ?? '')
      assert.ok(Buffer.from(await whole.arrayBuffer()).equals(ANNUAL))
      assert.equal(whole.headers.get('content-type'), 'application/pdf')
      assert.equal(whole.headers.get('content-disposition'), `inline; filename="${statement.id}.pdf"`)
      assert.match(whole.headers.get('cache-control') ?? '', /private/)
      const part = await ana.fetch(`${PATH}/${statement.id}/file`, { headers: { range: 'bytes=0-7' } })
      assert.deepEqual([part.status, await part.text()], [206, '%PDF-1.4'])
      const etag = whole.headers.get('etag') ?? ''
      const again = await ana.fetch(`${PATH}/${statement.id}/file`, { headers: { 'if-none-match': etag } })
      assert.equal(again.status, 304)
    })

    test('are kept once, however often they are sent; another year has its own', async () => {
      const bytes = await picture()
      const first = await kept(ana, 'kind=prs', bytes)
      const second = await put(ana, 'kind=prs', bytes)
      assert.deepEqual([second.status, await second.json()], [200, first])
      const path = '/tax-years/2024/taxpayer/statements'
      assert.equal((await put(ana, 'kind=prs', bytes, path)).status, 201)
      assert.equal((await get(ana, path)).statements.length, 1)
    })

    test('are refused unless they are pictures or PDF, by their bytes', async () => {
      const before = await listed(ana)
      const invoice = Buffer.from('<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl"/>')
      for (const bytes of [Buffer.from('EA form, RM 72,000'), invoice])
        await isProblem(await put(ana, 'kind=epf', bytes), 415, 'file_unsupported')
      await isProblem(await put(ana, 'kind=epf', Buffer.alloc(0)), 422, 'file_empty')
      await isProblem(await put(ana, 'kind=epf', ANNUAL.subarray(0, 300)), 422, 'file_damaged')
      const large = await put(ana, 'kind=epf', Buffer.alloc(10 * 1024 * 1024 + 1))
      await isProblem(large, 413, 'file_too_large')
      await isProblem(await put(ana, '', await picture()), 400, 'validation_failed')
      await isProblem(await put(ana, 'kind=passport', await picture()), 400, 'validation_failed')
      const wrong = await put(ana, 'kind=other&shows=yacht', await picture())
      await isProblem(wrong, 400, 'validation_failed')
      const path = '/tax-years/2022/taxpayer/statements'
      await isProblem(await put(ana, 'kind=epf', await picture(), path), 404, 'not_found')
      assert.deepEqual(await listed(ana), before)
    })

    test('are asked for where an amount has none, by kind or by what they are said to show', async () => {
      const amounts = { 'socso-eis': 35_000, 'prs-deferred-annuity': 0, alimony: 100_000 }
      await factsPut(ben, 2025, { amounts, epf: { compulsorySen: 400_000 } })
      const missing = async () => {
        const { warnings } = await get(ben, '/tax-years/2025/claims')
        return warnings
          .filter(({ code }) => code === 'statement_missing')
          .flatMap(({ reliefs }) => reliefs)
          .sort()
      }
      assert.deepEqual(await missing(), ['alimony', 'epf-approved-scheme', 'socso-eis'])
      await kept(ben, 'kind=ea-form')
      assert.deepEqual(await missing(), ['alimony'])
      const order = await kept(ben, 'kind=other&shows=alimony')
      assert.equal(order.shows, 'alimony')
      assert.deepEqual(await missing(), [])
    })

    test('go for good when asked twice, on condition of their version', async () => {
      const statement = await kept(ana)
      await isProblem(await remove(statement, '', null), 428, 'version_required')
      await isProblem(await remove(statement, '', '"99"'), 412, 'version_conflict')
      const asked = await isProblem<{ retainUntil: string }>(
        await remove(statement),
        409,
        'confirmation_needed',
      )
      assert.equal(asked.retainUntil, '2033-12-31')
      const other = '?acknowledgedUntil=2033-12-30'
      await isProblem(await remove(statement, other), 409, 'confirmation_needed')
      assert.equal((await remove(statement, '?acknowledgedUntil=2033-12-31')).status, 204)
      await isProblem(await ana.fetch(`${PATH}/${statement.id}/file`), 404, 'not_found')
      await isProblem(await remove(statement), 404, 'not_found')
      assert.ok(!(await listed(ana)).some(({ id }) => id === statement.id))

      const late = await kept(ana)
      await factsPut(ana, 2025, { filedOn: '2027-02-01' })
      const { retainUntil } = await isProblem<{ retainUntil: string }>(
        await remove(late),
        409,
        'confirmation_needed',
      )
      assert.equal(retainUntil, '2034-12-31')
    })

    test('are their owner’s alone', async () => {
      const statement = await kept(ana)
      await isProblem(await ben.fetch(`${PATH}/${statement.id}/file`), 404, 'not_found')
      await isProblem(await remove(statement, '?acknowledgedUntil=2034-12-31', '*', ben), 404, 'not_found')
      assert.ok(!(await listed(ben)).some(({ id }) => id === statement.id))
      const elsewhere = PATH.replace('2025', '2024')
      await isProblem(await ana.fetch(`${elsewhere}/${statement.id}/file`), 404, 'not_found')
      await isProblem(await fetch(app.url + PATH), 401, 'unauthenticated')
      assert.equal((await ana.fetch(`${PATH}/${statement.id}/file`)).status, 200)
    })
  })
}

test('a statement goes without a question once it need not be kept any more', async () => {
  const time = freezeTime('2026-03-20T02:00:00Z')
  const app = await startApp()
  try {
    const ana = await signUp(app, 'ana@example.org')
    const { id } = await kept(ana)
    time.advance({ days: 3300 })
    const later = await signIn(app, 'ana@example.org')
    const removed = await later.fetch(`${PATH}/${id}`, { method: 'DELETE', headers: { 'if-match': '*' } })
    assert.equal(removed.status, 204)
    assert.deepEqual(await filesOf(app.dataDir, ana), [])
  } finally {
    await app.close()
    time.release()
  }
})

describe('a statement on its way', () => {
  test('that takes too long is refused, and leaves nothing', async () => {
    let now = new Date('2026-03-20T02:00:00Z')
    const arrived = Promise.withResolvers<void>()
    const slow = Promise.withResolvers<void>()
    const app = await startApp({
      clock: { now: () => now },
      overrides: {
        files: (real) => ({
          ...real,
          async keep(key, path) {
            arrived.resolve()
            await slow.promise
            await real.keep(key, path)
          },
        }),
      },
    })
    try {
      const ana = await signUp(app, 'ana@example.org')
      const sent = put(ana, 'kind=epf', await picture())
      await arrived.promise
      assert.deepEqual(await listed(ana), [])
      now = new Date('2026-03-20T02:03:00Z')
      assert.deepEqual(await listed(ana), [])
      slow.resolve()
      await isProblem(await sent, 409, 'wrong_state')
      assert.deepEqual(await listed(ana), [])
      assert.deepEqual((await app.services.items.list(ana.sub, 'statement#')).items, [])
      assert.deepEqual(await filesOf(app.dataDir, ana), [])
    } finally {
      await app.close()
    }
  })

  for (const crash of ['before keep', 'after keep'] as const) {
    test(`when the process dies ${crash}ing its file is taken back when its owner looks`, async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'statement-'))
      const server = await startProcess({ dataDir, crash })
      let app: TestApp | undefined
      try {
        const { browser } = await signUp(server, 'ana@example.org')
        const sent = browser.send(`${PATH}?kind=epf`, {
          method: 'POST',
          body: fileForm(await picture()),
          headers: { origin: server.url },
        })
        await assert.rejects(sent)
        await server.exited

        let now = new Date()
        app = await startApp({ dataDir, clock: { now: () => now } })
        const ana = await signIn(app, 'ana@example.org')
        assert.deepEqual(await listed(ana), [])
        const left = (await app.services.items.list(ana.sub, 'statement#')).items
        assert.equal(left.length, 1)
        now = new Date(now.getTime() + 600_000)
        assert.deepEqual(await listed(ana), [])
        assert.deepEqual((await app.services.items.list(ana.sub, 'statement#')).items, [])
        assert.deepEqual(await filesOf(dataDir, ana), [])
      } finally {
        await server.kill()
        await app?.close()
        await rm(dataDir, { recursive: true, force: true })
      }
    })
  }

  test('is not kept where its file cannot be', async () => {
    const app = await startApp({
      overrides: {
        files: (real) => ({
          ...real,
          async keep() {
            throw new StorageFullError('no room')
          },
        }),
      },
    })
    try {
      const ana = await signUp(app, 'ana@example.org')
      assert.equal((await put(ana, 'kind=epf', await picture())).status, 507)
      assert.deepEqual((await app.services.items.list(ana.sub, 'statement#')).items, [])
    } finally {
      await app.close()
    }
  })
})

/** What lies in the store of a person. */
async function filesOf(dataDir: string, { sub }: Client): Promise<string[]> {
  return readdir(join(dataDir, 'files', sub)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
