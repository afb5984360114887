import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { createScriptedReader, fileForm, get, isProblem, picture, upload } from '../support/receipts.ts'

describe('Only-As', () => {
  let app: TestApp
  let ana: Client
  let ben: Client
  before(async () => {
    app = await startApp({ overrides: { reader: createScriptedReader().reader } })
    ana = await signUp(app, 'ana@example.org')
    ben = await signUp(app, 'ben@example.org')
  })
  after(() => app.close())

  test('refuses what was meant for another person, and keeps nothing of it', async () => {
    const onlyAna = { 'only-as': ana.sub }
    await isProblem(await upload(ben, await picture(), onlyAna), 403, 'other_person')
    await isProblem(
      await ben.fetch(`/receipts/known?sha256=${'0'.repeat(64)}`, { headers: onlyAna }),
      403,
      'other_person',
    )
    assert.equal((await get(ben, '/receipts')).receipts.length, 0)
    assert.equal((await get(ana, '/receipts')).receipts.length, 0)
  })

  test('lets the person it names upload and add a page', async () => {
    const onlyAna = { 'only-as': ana.sub }
    const response = await upload(ana, await picture(), onlyAna)
    assert.equal(response.status, 201)
    const { id, version } = (await response.json()) as { id: string; version: number }
    const addPage = (client: Client) =>
      picture().then((bytes) =>
        client.fetch(`/receipts/${id}/files`, {
          method: 'POST',
          body: fileForm(bytes),
          headers: { ...onlyAna, 'if-match': `"${version}"` },
        }),
      )
    await isProblem(await addPage(ben), 403, 'other_person')
    assert.equal((await addPage(ana)).status, 201)
  })
})
