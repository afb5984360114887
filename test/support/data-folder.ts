import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Statement } from './answers.ts'
import { type Client, signUp, startApp, type TestApp } from './app.ts'
import { einvoiceXml } from './einvoices.ts'
import { changed, createScriptedReader, fileForm, picture, type Receipt, uploaded } from './receipts.ts'

/** A folder for one test, removed when it goes out of scope. */
export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'tracker-operations-'))
  return {
    path,
    in: (...names: string[]) => join(path, ...names),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}

export interface Made {
  app: TestApp
  ana: Client
  ben: Client
  /** Ana's: one corrected and confirmed, an e-invoice as read, one in the trash. */
  receipts: [Receipt, Receipt, Receipt]
}

/** A running server on `dataDir` with two people and with receipts that have history, texts, files and trash. */
export async function makeData(dataDir: string): Promise<Made> {
  const app = await startApp({ dataDir, overrides: { reader: createScriptedReader().reader } })
  const ana = await signUp(app, 'ana@example.org')
  const ben = await signUp(app, 'ben@example.org')
  const [first, second, third] = [
    await uploaded(ana),
    await uploaded(ana, einvoiceXml()),
    await uploaded(ana),
  ]
  await uploaded(ben)
  const body = { merchant: 'KEDAI BUKU ANA', note: 'for Mei', totalSen: 2600 }
  const corrected = await changed(ana, first, { method: 'PATCH', body })
  const confirmed = await changed(ana, corrected, { path: '/confirm' })
  const trashed = await changed(ana, third, { method: 'DELETE' })
  return { app, ana, ben, receipts: [confirmed, second, trashed] }
}

/** Facts of a year and a statement: what a person has besides receipts. */
export async function withStatement(client: Client) {
  const path = '/tax-years/2025/taxpayer'
  const facts = await client.fetch(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify({ filedOn: '2026-04-01' }),
  })
  if (!facts.ok) throw new Error(`no facts: ${facts.status} ${await facts.text()}`)
  const bytes = await picture()
  const answer = await client.fetch(`${path}/statements?kind=epf`, { method: 'POST', body: fileForm(bytes) })
  if (!answer.ok) throw new Error(`no statement: ${answer.status} ${await answer.text()}`)
  const statement = (await answer.json()) as Statement
  return { statement, bytes: Buffer.from(bytes) }
}

/** The SHA-256 of every file in a folder, by its path within the folder. */
export async function hashesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hashes: Record<string, string> = {}
  for (const file of files.sort()) {
    hashes[relative(folder, file)] = createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
  }
  return hashes
}

/** The bytes of a receipt's first file, as its owner downloads them. */
export async function fileOf(client: Client, receipt: Receipt): Promise<Buffer> {
  const answer = await client.fetch(`/receipts/${receipt.id}/file`)
  if (!answer.ok) throw new Error(`no file: ${answer.status} ${await answer.text()}`)
  return Buffer.from(await answer.arrayBuffer())
}
