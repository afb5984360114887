import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type Client, signIn, signUp, type TestApp } from './app.ts'
import { runCli } from './cli.ts'
import { temporaryFolder } from './data-folder.ts'
import { type Answer, changed, fileForm, isProblem, uploaded } from './receipts.ts'

const YEARS = [2025, 2026]

/** An answer that must be 200, read to its end. */
async function ok(client: Client, path: string): Promise<Buffer> {
  const response = await client.fetch(path)
  const body = Buffer.from(await response.arrayBuffer())
  assert.equal(response.status, 200, `${path}: ${body.subarray(0, 500)}`)
  return body
}

const json = async (client: Client, path: string): Promise<Answer> =>
  JSON.parse(String(await ok(client, path)))

async function added(client: Client, path: string, bytes: Uint8Array, headers = {}): Promise<Answer> {
  const response = await client.fetch(path, { method: 'POST', body: fileForm(bytes), headers })
  const answer = (await response.json()) as Answer
  assert.equal(response.status, 201, `${path}: ${JSON.stringify(answer)}`)
  return answer
}

/**
 * Gives a new account the file in every place a file can have: a receipt, a certificate of it, an EA form. Then calls
 * every route that reads a stored file record. Returns the receipt and the text of its page.
 */
export async function keepEverywhere(app: TestApp, email: string, bytes: Uint8Array) {
  const client = await signUp(app, email)
  const receipt = await uploaded(client, bytes)
  const version = { 'if-match': `"${receipt.version}"` }
  await added(client, `/receipts/${receipt.id}/files?role=certificate`, bytes, version)
  await added(client, '/tax-years/2025/taxpayer/statements?kind=ea-form', bytes)
  await changed(client, await json(client, `/receipts/${receipt.id}`), { path: '/confirm' })

  const stored = await json(client, `/receipts/${receipt.id}`)
  assert.equal(stored.files.length, 2)
  const { pages } = await json(client, `/receipts/${receipt.id}/text`)
  for (const { id } of stored.files) {
    assert.deepEqual(await ok(client, `/receipts/${receipt.id}/file?file=${id}`), Buffer.from(bytes))
    for (const size of ['thumbnail', 'preview'])
      assert.equal(
        String((await ok(client, `/receipts/${receipt.id}/file?file=${id}&size=${size}`)).subarray(8, 12)),
        'WEBP',
      )
  }
  await ok(client, '/receipts')
  for (const year of YEARS) {
    await ok(client, `/tax-years/${year}/taxpayer/statements`)
    await ok(client, `/tax-years/${year}/claims`)
    await ok(client, `/tax-years/${year}/estimate`)
    for (const format of ['csv', 'xlsx', 'json', 'pdf', 'zip'])
      await ok(client, `/tax-years/${year}/export?format=${format}`)
  }
  await ok(client, '/me/export')
  return { client, receipt: stored, page: pages[0] as Answer }
}

/** Backs the data folder up with the program, then erases the account. */
export async function backUpAndErase(app: TestApp, email: string) {
  await using folder = await temporaryFolder()
  const env = { DATA_DIR: app.dataDir }
  const { code, stderr } = await runCli('server/cli/backup.ts', [join(folder.path, 'all.backup')], env)
  assert.deepEqual([code, stderr], [0, ''])
  const client = await signIn(app, email)
  const { confirmation } = await isProblem(
    await client.fetch('/me', { method: 'DELETE' }),
    409,
    'confirmation_needed',
  )
  const erased = await client.fetch('/me', { method: 'DELETE', headers: { confirmation } })
  assert.equal(erased.status, 200, await erased.text())
}
