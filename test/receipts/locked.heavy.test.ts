import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { projectRoot } from '../support/project-root.ts'
import {
  change,
  changed,
  fileForm,
  get,
  isProblem,
  picture,
  type Receipt,
  uploaded,
} from '../support/receipts.ts'
import { createTextLayerReader } from '../support/text-layer-reader.ts'

const PASSWORD = 'user'
const lockedPdf = () => readFile(join(projectRoot, 'test/recorded/pdf/qpdf-user-password.pdf'))
/** Bytes after the end of a PDF do not change it: a file of its own, so that no receipt is a duplicate. */
let files = 0
const anotherLockedPdf = async () => Buffer.concat([await lockedPdf(), Buffer.from(`%${++files}\n`)])

describe('a PDF that needs a password', () => {
  let now = new Date('2026-04-01T04:00:00Z')
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({ clock: { now: () => now }, overrides: { reader: createTextLayerReader() } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  const unlock = (receipt: Pick<Receipt, 'id' | 'version'>, password: unknown) =>
    change(ana, receipt, { path: '/unlock', body: { password } })

  test('is kept unread, says so, and can be typed in', async () => {
    const receipt = await uploaded(ana, await anotherLockedPdf())
    assert.deepEqual([receipt.status, receipt.unreadableReason], ['unreadable', 'password'])
    const [file] = receipt.files
    assert.deepEqual([file.password, file.pages, file.width, file.height], ['needed', 1, 0, 0])
    await isProblem(await ana.fetch(`/receipts/${receipt.id}/file?size=preview`), 409, 'file_locked')
    const typed = await changed(ana, receipt, { method: 'PATCH', body: { totalSen: 8640 } })
    assert.equal(typed.totalSen, 8640)
    const opened = await changed(ana, typed, { path: '/unlock', body: { password: PASSWORD } })
    assert.deepEqual([opened.date, opened.evidence.totalSen?.by], ['2026-03-14', 'person'])
  })

  test('is read with its password, its pages are shown, and the file stays as it is', async () => {
    const bytes = await anotherLockedPdf()
    const receipt = await uploaded(ana, bytes)
    const response = await unlock(receipt, PASSWORD)
    assert.equal(response.status, 200)
    const opened = (await response.json()) as Receipt
    assert.deepEqual([opened.status, opened.date, opened.totalSen], ['needs_review', '2026-03-14', 8640])
    assert.equal(opened.unreadableReason, null)
    const [file] = opened.files
    assert.deepEqual([file.password, file.pages, file.width, file.height], ['given', 1, 612, 792])
    for (const size of ['preview', 'thumbnail']) {
      const shown = await ana.fetch(`/receipts/${receipt.id}/file?size=${size}`)
      assert.deepEqual([shown.status, shown.headers.get('content-type')], [200, 'image/webp'])
    }
    const original = Buffer.from(await (await ana.fetch(`/receipts/${receipt.id}/file`)).arrayBuffer())
    assert.ok(original.equals(bytes))
    assert.equal(file.sha256, createHash('sha256').update(bytes).digest('hex'))
  })

  test('read again without the password keeps what was read, also beside another page', async () => {
    const receipt = await uploaded(ana, await anotherLockedPdf())
    const opened = await changed(ana, receipt, { path: '/unlock', body: { password: PASSWORD } })
    const again = await changed(ana, opened, { path: '/read' })
    assert.deepEqual([again.status, again.date, again.totalSen], ['needs_review', '2026-03-14', 8640])
    assert.equal(again.files[0].password, 'given')
  })

  test('stays locked with a wrong password, which the answer does not repeat', async () => {
    const receipt = await uploaded(ana, await anotherLockedPdf())
    const problem = await isProblem(await unlock(receipt, 'not-this-one'), 422, 'wrong_password')
    assert.doesNotMatch(JSON.stringify(problem), /not-this-one/)
    const same = await get(ana, `/receipts/${receipt.id}`)
    assert.deepEqual([same.version, same.files[0].password], [receipt.version, 'needed'])
    for (const wrong of ['', 'x'.repeat(128), 7, null]) {
      const refused = await isProblem(await unlock(receipt, wrong), 400, 'validation_failed')
      assert.doesNotMatch(JSON.stringify(refused), /xxx/)
    }
  })

  test('after ten wrong passwords waits a quarter of an hour, and only that receipt', async () => {
    const receipt = await uploaded(ana, await anotherLockedPdf())
    for (let i = 0; i < 10; i++) await isProblem(await unlock(receipt, `wrong-${i}`), 422, 'wrong_password')
    const refused = await unlock(receipt, PASSWORD)
    assert.ok(Number(refused.headers.get('retry-after')) > 800)
    await isProblem(refused, 429, 'too_many_requests')
    const other = await uploaded(ana, await anotherLockedPdf())
    assert.equal((await unlock(other, PASSWORD)).status, 200)
    now = new Date(now.getTime() + 16 * 60_000)
    assert.equal((await unlock(receipt, PASSWORD)).status, 200)
  })

  test('is nobody else’s to open, and nothing else has a password', async () => {
    const receipt = await uploaded(ana, await anotherLockedPdf())
    const bert = await signUp(app, 'bert@example.org')
    await isProblem(
      await change(bert, receipt, { path: '/unlock', body: { password: PASSWORD } }),
      404,
      'not_found',
    )
    const stale = { id: receipt.id, version: receipt.version + 1 }
    await isProblem(await unlock(stale, PASSWORD), 412, 'version_conflict')
    const typed = await ana.fetch('/receipts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ totalSen: 100 }),
    })
    await isProblem(await unlock((await typed.json()) as Receipt, PASSWORD), 409, 'wrong_state')
  })

  test('can be a further page, a certificate, or a statement', async () => {
    const typed = await uploaded(ana, await anotherLockedPdf())
    const opened = await changed(ana, typed, { path: '/unlock', body: { password: PASSWORD } })
    const body = fileForm(await anotherLockedPdf(), 'page.pdf')
    const headers = { 'if-match': `"${opened.version}"` }
    const added = await ana.fetch(`/receipts/${opened.id}/files?role=certificate`, {
      method: 'POST',
      body,
      headers,
    })
    assert.equal(added.status, 201)
    const path = '/tax-years/2025/taxpayer/statements?kind=ea-form'
    const form = fileForm(await anotherLockedPdf(), 'ea.pdf')
    assert.equal((await ana.fetch(path, { method: 'POST', body: form })).status, 201)
  })

  test('its password is nowhere in the data folder', async () => {
    const secret = 'user'
    const receipt = await uploaded(ana, await anotherLockedPdf())
    await unlock(receipt, 'a-password-of-its-own-900101145678')
    await unlock(receipt, secret)
    for (const entry of await readdir(app.dataDir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const bytes = await readFile(join(entry.parentPath, entry.name))
      assert.ok(!bytes.includes('a-password-of-its-own-900101145678'), entry.name)
    }
  })
})

test('a picture is never locked', async () => {
  const app = await startApp({ overrides: { reader: createTextLayerReader() } })
  try {
    const ana = await signUp(app, 'ana@example.org')
    const form = fileForm(await picture())
    const response = await ana.fetch('/receipts/upload', { method: 'POST', body: form })
    const { files } = (await response.json()) as Receipt
    assert.equal(files[0].password, undefined)
  } finally {
    await app.close()
  }
})
