import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { einvoiceXml } from '../support/einvoices.ts'
import { hostileFiles } from '../support/hostile-einvoices.ts'
import { createScriptedReader, get, isProblem, upload, uploaded } from '../support/receipts.ts'

describe('an e-invoice beyond a limit is refused, and nothing of it is kept', () => {
  let app: TestApp
  let ana: Client

  before(async () => {
    app = await startApp({ overrides: { reader: createScriptedReader().reader } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  for (const { what, bytes, status, code } of hostileFiles) {
    test(what, async () => {
      assert.ok(bytes.length < 1_000_000, 'small enough to be parsed')
      const { detail } = await isProblem(await upload(ana, bytes), status, code)
      assert.match(detail, /e-invoice|JSON/)
      assert.deepEqual((await get(ana, '/receipts')).receipts, [])
      assert.deepEqual(await readdir(join(app.dataDir, 'incoming')), [])
    })
  }

  test('while an ordinary one is taken', async () => {
    await uploaded(ana, einvoiceXml())
  })
})
