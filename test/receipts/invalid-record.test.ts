import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { FileFacts, PageTools } from '../../server/reading/ports.ts'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { type AwsApp, shapes } from '../support/aws-app.ts'
import {
  createScriptedReader,
  fileForm,
  get,
  isProblem,
  picture,
  upload,
  uploaded,
} from '../support/receipts.ts'

/** As a defect would: sizes that no answer can show. */
const BROKEN: FileFacts = { type: 'image/jpeg', pages: 1, width: 300.5, height: 500 }

for (const { name, start } of shapes) {
  describe(`a record that could not be read (${name})`, () => {
    let facts = BROKEN
    const tools: PageTools = {
      inspect: async () => facts,
      render: async () => assert.fail('nothing is read'),
      readInvoice: async () => assert.fail('no e-invoice is sent'),
      thumbnail: async () => Buffer.alloc(0),
      close: async () => {},
    }
    let app: TestApp | AwsApp
    let ana: Client
    before(async () => {
      app = await start({ overrides: { reader: createScriptedReader().reader, tools } })
      ana = await signUp(app, 'ana@example.org')
    })
    after(() => app.close())

    /** Keys of everything in the file store. */
    async function filesKept() {
      if ('s3' in app) return app.s3.versions(app.bucket)
      const found = await readdir(join(app.dataDir, 'files'), { recursive: true, withFileTypes: true })
      return found.filter((entry) => entry.isFile()).map((entry) => entry.name)
    }

    test('an upload is refused, and leaves neither record nor file', async () => {
      facts = BROKEN
      await isProblem(await upload(ana, undefined, { 'idempotency-key': 'one' }), 500, 'record_invalid')
      assert.deepEqual((await get(ana, '/receipts')).receipts, [])
      assert.deepEqual(await filesKept(), [])
      // The key is free again.
      facts = { ...BROKEN, width: 300 }
      assert.equal((await upload(ana, undefined, { 'idempotency-key': 'one' })).status, 201)
    })

    test('a further file is refused, and the receipt stays as it was', async () => {
      facts = { ...BROKEN, width: 300 }
      const receipt = await uploaded(ana)
      const kept = await filesKept()
      facts = BROKEN
      const added = await ana.fetch(`/receipts/${receipt.id}/files?role=certificate`, {
        method: 'POST',
        headers: { 'if-match': `"${receipt.version}"` },
        body: fileForm(await picture()),
      })
      await isProblem(added, 500, 'record_invalid')
      const now = await get(ana, `/receipts/${receipt.id}`)
      assert.deepEqual([now.files, now.status], [receipt.files, receipt.status])
      assert.deepEqual(await filesKept(), kept)
    })

    test('a statement is refused, and leaves nothing', async () => {
      facts = BROKEN
      const kept = await filesKept()
      const path = '/tax-years/2025/taxpayer/statements'
      const answer = await ana.fetch(`${path}?kind=epf`, { method: 'POST', body: fileForm(await picture()) })
      await isProblem(answer, 500, 'record_invalid')
      assert.deepEqual(await get(ana, path), { statements: [] })
      assert.deepEqual(await filesKept(), kept)
    })
  })
}
