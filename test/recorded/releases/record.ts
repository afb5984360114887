/** Records what the release of this working tree stores, for tests of later releases. See README.md. */
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import PDFDocument from 'pdfkit'
import { type Client, signUp, startApp } from '../../support/app.ts'
import { awsEnvironment, REGION } from '../../support/aws.ts'
import { allocate, entered } from '../../support/claims.ts'
import { startDynamo } from '../../support/dynamo.ts'
import { change, fileForm, upload } from '../../support/receipts.ts'
import { startS3 } from '../../support/s3.ts'

// biome-ignore lint/suspicious/noExplicitAny: each release answers in its own way
type Answer = any

const JSON_BODY = { 'content-type': 'application/json' }

/** A page of 595.28 x 841.89 points. */
function a4(text: string) {
  const document = new PDFDocument({ size: 'A4' })
  document.text(text).end()
  return buffer(document)
}

/** The receipt of a change, where the release has that route and takes it. */
async function tried(answer: Response, before: Answer): Promise<Answer> {
  const body = (await answer.json()) as Answer
  return answer.ok ? body : before
}

const find = async (client: Client, { id }: Answer): Promise<Answer> =>
  (await client.fetch(`/receipts/${id}`)).json()

/** The id of the newest receipt: a release that cannot answer what it has stored still lists it. */
async function newest(client: Client): Promise<Answer> {
  const list = (await (await client.fetch('/receipts')).json()) as Answer
  return list.receipts[0]
}

/** What the reader of every release makes of a picture. */
const script = {
  lines: [
    'KEDAI BUKU MAJU SDN BHD',
    'INVOICE NO: INV-00123',
    'DATE: 14/03/2026 10:15',
    'SPM PHYSICS 1 x 25.00 25.00',
    'TOTAL RM 25.00',
  ],
}
const boxOf = (index: number) => ({ left: 0.05, top: index / 10, width: 0.9, height: 0.07 })
const reader = {
  read: async () => [
    {
      page: 1,
      width: 600,
      height: 400,
      lines: script.lines.map((text, index) => ({ text, confidence: 0.97, box: boxOf(index) })),
    },
  ],
  close: async () => {},
}

/** Everything a person can have stored. */
async function fill(client: Client) {
  await client.fetch('/tax-years/2026/taxpayer', {
    method: 'PUT',
    headers: { ...JSON_BODY, 'if-match': '*' },
    body: JSON.stringify({ sex: 'female', income: { employment: 9_000_000 } }),
  })
  await upload(client)
  let book = await newest(client)
  const correction = { body: { note: 'for Mei', merchant: 'KEDAI BUKU ANA' }, method: 'PATCH' }
  book = await tried(await change(client, book, correction), book)
  const decided = await allocate(client, book, [{ relief: 'lifestyle-books', sen: 2500 }])
  book = await tried(decided, book)
  await change(client, book, { path: '/confirm' })

  await upload(client)
  const clinic = await newest(client)
  const pages = `/receipts/${clinic.id}/files?role=certificate`
  const headers = { 'if-match': `"${clinic.version}"` }
  await client.fetch(pages, { method: 'POST', headers, body: fileForm(await a4('CERTIFICATE')) })

  script.lines = ['FARMASI ANA', 'DATE: 15/03/2026', 'TOTAL RM 12.00']
  await upload(client, await a4('FARMASI ANA'))
  script.lines = ['nothing']
  await upload(client)

  const invoices = await import('../../support/einvoices.ts').catch(() => undefined)
  if (invoices) await upload(client, invoices.einvoiceXml())
  await entered(client, { currency: 'USD', myrSen: 4_700, date: '2026-02-01', totalSen: 1_000 })
  const thrown = await entered(client, { merchant: 'KEDAI LAMA', date: '2026-01-05', totalSen: 900 })
  await change(client, thrown, { method: 'DELETE' })
  const path = '/tax-years/2026/taxpayer/statements?kind=ea-form'
  await client.fetch(path, { method: 'POST', body: fileForm(await a4('EA FORM')) })
}

/** Each receipt as that release answered, by id; null where it could not. */
async function answers(client: Client) {
  const found: Record<string, Answer> = {}
  for (const query of ['', '?trash=true']) {
    const list = (await (await client.fetch(`/receipts${query}`)).json()) as Answer
    for (const row of list.receipts) {
      const shown = await find(client, row)
      found[row.id] = shown.id ? shown : null
    }
  }
  return found
}

async function record(folder: string, env: Record<string, string>) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-record-'))
  const options = { dataDir, env, overrides: { reader } }
  const app = await startApp(options as never)
  const ana = await signUp(app, 'ana@example.org')
  await fill(ana)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'answers.json'), JSON.stringify(await answers(ana), null, 1))
  await app.close()
  await app.services.close().catch(() => {})
  const db = new DatabaseSync(join(dataDir, 'tracker.db'))
  const copy = join(dataDir, 'copy.db')
  db.prepare('VACUUM INTO ?').run(copy)
  db.close()
  await writeFile(join(folder, 'tracker.db.gz'), gzipSync(await readFile(copy), { level: 9 }))
  return dataDir
}

const [, , out = ''] = process.argv

const local = join(out, 'local')
const dataDir = await record(local, {})
const stored = join(dataDir, 'files')
const names = await readdir(stored, { recursive: true, withFileTypes: true })
const files: Record<string, string> = {}
for (const entry of names.filter((one) => one.isFile())) {
  const path = join(entry.parentPath, entry.name)
  files[path.slice(stored.length + 1)] = (await readFile(path)).toString('base64')
}
await writeFile(join(local, 'files.json.gz'), gzipSync(JSON.stringify(files), { level: 9 }))
await rm(dataDir, { recursive: true })

const dynamo = await startDynamo()
const s3 = await startS3()
const tables = await dynamo.createTables()
const bucket = await s3.createBucket()
const aws = join(out, 'aws')
const awsData = await record(aws, {
  ...awsEnvironment(),
  IDENTITY: 'local',
  STORAGE: 'aws',
  READER: 'local',
  AWS_REGION: REGION,
  S3_BUCKET_NAME: bucket,
  RECEIPT_TABLE: tables.receipts,
  BLACKLIST_TOKEN_TABLE: tables.revokedTokens,
  TAXPAYER_TABLE: tables.taxpayers,
  SECRET_KEY: randomBytes(32).toString('hex'),
})
await rm(awsData, { recursive: true })
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: REGION }))
const items: Record<string, unknown> = {}
for (const table of ['receipts', 'taxpayers'] as const) {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tables[table] }))
  items[table] = Items
}
const binary = (_: string, value: unknown) =>
  value && typeof value === 'object' && 'type' in value && value.type === 'Buffer' && 'data' in value
    ? { base64: Buffer.from(value.data as number[]).toString('base64') }
    : value instanceof Uint8Array
      ? { base64: Buffer.from(value).toString('base64') }
      : value
await writeFile(join(aws, 'items.json'), JSON.stringify(items, binary, 1))
const objects: Record<string, string> = {}
for (const Key of await s3.versions(bucket)) {
  const { Body } = await s3.client.send(new GetObjectCommand({ Bucket: bucket, Key }))
  if (Body) objects[Key] = Buffer.from(await Body.transformToByteArray()).toString('base64')
}
await writeFile(join(aws, 'objects.json.gz'), gzipSync(JSON.stringify(objects), { level: 9 }))
process.exit(0)
