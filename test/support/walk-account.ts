import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { AnswerOf, Receipt } from './answers.ts'
import { type Client, signIn, signUp, type TestApp } from './app.ts'
import { runCli } from './cli.ts'
import { temporaryFolder } from './data-folder.ts'
import { changed, fileForm, isProblem, uploaded } from './receipts.ts'

const YEARS = [2025, 2026]

/** The body of a response that must be 200. */
async function ok(client: Client, path: string): Promise<Buffer> {
  const response = await client.fetch(path)
  const body = Buffer.from(await response.arrayBuffer())
  assert.equal(response.status, 200, `${path}: ${body.subarray(0, 500)}`)
  return body
}

const json = async <Path extends string>(client: Client, path: Path) =>
  JSON.parse(String(await ok(client, path))) as AnswerOf<Path>

async function added(client: Client, path: string, bytes: Uint8Array, headers = {}): Promise<void> {
  const response = await client.fetch(path, { method: 'POST', body: fileForm(bytes), headers })
  assert.equal(response.status, 201, `${path}: ${await response.text()}`)
}

export interface KeptPdf {
  receipt: Receipt
  /** The text of its page, as GET /receipts/{id}/text has it. */
  page: AnswerOf<'/receipts/id/text'>['pages'][0]
  /** The page as shown, at most 2,000 pixels a side. */
  preview: Buffer
}

/**
 * Gives a new account each file in every place a file can have: a receipt, a certificate of it, an EA form. Then calls
 * every route that reads a stored file record.
 */
export async function keepEverywhere(app: TestApp, email: string, files: Buffer[]): Promise<KeptPdf[]> {
  const client = await signUp(app, email)
  const kept: KeptPdf[] = []
  for (const bytes of files) {
    kept.push(await keepAsReceipt(client, bytes))
    await added(client, '/tax-years/2025/taxpayer/statements?kind=ea-form', bytes)
  }
  assert.equal((await json(client, '/receipts?limit=100')).receipts.length, files.length)
  for (const year of YEARS) {
    await ok(client, `/tax-years/${year}/taxpayer/statements`)
    await ok(client, `/tax-years/${year}/claims`)
    await ok(client, `/tax-years/${year}/estimate`)
    for (const format of ['csv', 'xlsx', 'json', 'pdf', 'zip'])
      await ok(client, `/tax-years/${year}/export?format=${format}`)
  }
  await ok(client, '/me/export')
  return kept
}

async function keepAsReceipt(client: Client, bytes: Buffer): Promise<KeptPdf> {
  const { id, version } = await uploaded(client, bytes)
  const certificate = `/receipts/${id}/files?role=certificate`
  await added(client, certificate, bytes, { 'if-match': `"${version}"` })
  await changed(client, await json(client, `/receipts/${id}`), { path: '/confirm' })

  const receipt = await json(client, `/receipts/${id}`)
  assert.equal(receipt.files.length, 2)
  const { pages } = await json(client, `/receipts/${id}/text`)
  for (const file of receipt.files) {
    assert.deepEqual(await ok(client, `/receipts/${id}/file?file=${file.id}`), bytes)
    const thumbnail = await ok(client, `/receipts/${id}/file?file=${file.id}&size=thumbnail`)
    assert.equal(thumbnail.toString('latin1', 8, 12), 'WEBP')
  }
  return { receipt, page: pages[0], preview: await ok(client, `/receipts/${id}/file?size=preview`) }
}

/** Backs the data folder up with the program, then erases the account. */
export async function backUpAndErase(app: TestApp, email: string) {
  await using folder = await temporaryFolder()
  const env = { DATA_DIR: app.dataDir }
  const { code, stderr } = await runCli('backup', [join(folder.path, 'all.backup')], env)
  assert.deepEqual([code, stderr], [0, ''])
  const client = await signIn(app, email)
  const { confirmation } = await isProblem<{ confirmation: string }>(
    await client.fetch('/me', { method: 'DELETE' }),
    409,
    'confirmation_needed',
  )
  const erased = await client.fetch('/me', { method: 'DELETE', headers: { confirmation } })
  assert.equal(erased.status, 200, await erased.text())
}
