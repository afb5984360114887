import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { changed, createScriptedReader, fileForm, isProblem, picture, uploaded } from '../support/receipts.ts'

interface Known {
  known: { sha256: string; receiptId: string; merchant: string | null; paidOn: string | null }[]
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

for (const { name, start } of shapes) {
  describe(`which files a person has already: ${name}`, () => {
    let app: TestApp
    let ana: Client
    before(async () => {
      app = await start({ overrides: { reader: createScriptedReader().reader } })
      ana = await signUp(app, 'ana@example.org')
    })
    after(() => app.close())

    async function known(query: string, client = ana) {
      const response = await client.fetch(`/receipts/known?${query}`)
      assert.equal(response.status, 200)
      return ((await response.json()) as Known).known
    }

    test('names the receipt of each file, in any role, and no other person’s', async () => {
      const [first, certificate, never] = [await picture(), await picture(), await picture()]
      const receipt = await uploaded(ana, first)
      const added = await ana.fetch(`/receipts/${receipt.id}/files?role=certificate`, {
        method: 'POST',
        body: fileForm(certificate),
        headers: { 'if-match': `"${receipt.version}"` },
      })
      assert.equal(added.status, 201)
      const entry = { receiptId: receipt.id, merchant: receipt.merchant, paidOn: '2026-03-14' }
      const hashes = [first, certificate, never].map(hashOf)
      const expected = hashes.slice(0, 2).map((sha256) => ({ sha256, ...entry }))
      assert.deepEqual(await known(`sha256=${hashes.join(',')}`), expected)
      assert.deepEqual(await known(hashes.map((hash) => `sha256=${hash.toUpperCase()}`).join('&')), expected)
      const ben = await signUp(app, 'ben@example.org')
      assert.deepEqual(await known(`sha256=${hashes[0]}`, ben), [])
    })

    test('of two receipts with the same file the older one is named; one in the trash is not', async () => {
      const bytes = await picture()
      const first = await uploaded(ana, bytes)
      const second = await uploaded(ana, bytes)
      const query = `sha256=${hashOf(bytes)}`
      assert.deepEqual(
        (await known(query)).map(({ receiptId }) => receiptId),
        [first.id],
      )
      await changed(ana, { ...first, version: 0 }, { method: 'DELETE', ifMatch: '*' })
      assert.deepEqual(
        (await known(query)).map(({ receiptId }) => receiptId),
        [second.id],
      )
      await changed(ana, { ...second, version: 0 }, { method: 'DELETE', ifMatch: '*' })
      assert.deepEqual(await known(query), [])
    })

    test('asks with 1 to 50 hashes', async () => {
      const hash = hashOf(new Uint8Array())
      for (const query of ['', '?sha256=', '?sha256=abc', `?sha256=${Array(51).fill(hash).join(',')}`]) {
        await isProblem(await ana.fetch(`/receipts/known${query}`), 400, 'validation_failed')
      }
      assert.deepEqual(await known(`sha256=${Array(50).fill(hash).join(',')}`), [])
    })
  })
}
