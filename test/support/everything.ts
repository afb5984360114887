import assert from 'node:assert/strict'
import type { Statement } from './answers.ts'
import type { Samples } from './api-walk.ts'
import { type Client, signUp, type TestApp } from './app.ts'
import { allocate } from './claims.ts'
import { changed, fileForm, picture, type Receipt, upload } from './receipts.ts'

/** The year of everything, and the one before, which has facts only. */
export const YEAR = 2026

/** Somebody who has one record of each kind, and the ids by which they are asked for. */
export interface Person {
  client: Client
  email: string
  /** Confirmed, with a file, its text and its thumbnail, and claimed for what earlier years decide too. */
  receipt: Receipt
  /** Confirmed and claimed for something else. */
  other: Receipt
  statement: Statement
  /** The bytes of the files of `receipt` and of `statement`. */
  originals: { receipt: Buffer; statement: Buffer }
  idempotencyKey: string
  samples: Samples
}

let people = 0

export async function personWithEverything(app: TestApp): Promise<Person> {
  const email = `person-${++people}@example.org`
  const client = await signUp(app, email)
  const idempotencyKey = 'once'
  const [receiptBytes, statementBytes] = [Buffer.from(await picture()), Buffer.from(await picture())]
  const uploads = await upload(client, receiptBytes, { 'idempotency-key': idempotencyKey })
  const read = (await uploads.json()) as Receipt
  await client.fetch(`/receipts/${read.id}/file?size=thumbnail`)
  const receipt = await confirmedFor(client, read, 'household-cctv')
  const other = await confirmedFor(
    client,
    (await (await upload(client)).json()) as Receipt,
    'lifestyle-books',
  )
  for (const ya of [YEAR - 1, YEAR]) await storeFacts(client, ya)
  const lines = { entered: { lifestyle: 100 } }
  const ticked = await client.fetch(`/tax-years/${YEAR}/return/entered`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(lines),
  })
  assert.equal(ticked.status, 200)
  const gym = { id: 'gym', merchant: 'TEGAP', relief: 'sports-gym-training' }
  await app.services.taxpayer.recurringAnswers.change(client.sub, YEAR, gym, (answers) => ({
    ...answers,
    notPaid: [`${YEAR}-03`],
  }))
  const path = `/tax-years/${YEAR}/taxpayer/statements?kind=epf`
  const added = await client.fetch(path, { method: 'POST', body: fileForm(statementBytes) })
  assert.equal(added.status, 201)
  const statement = (await added.json()) as Statement
  return {
    client,
    email,
    receipt,
    other,
    statement,
    originals: { receipt: receiptBytes, statement: statementBytes },
    idempotencyKey,
    samples: samplesOf({ client, receipt, other, statement }),
  }
}

async function confirmedFor(client: Client, receipt: Receipt, relief: string): Promise<Receipt> {
  const answer = await allocate(client, receipt, [{ relief, sen: receipt.totalSen }])
  assert.equal(answer.status, 200)
  return changed(client, (await answer.json()) as Receipt, { path: '/confirm' })
}

async function storeFacts(client: Client, ya: number) {
  const facts = await client.fetch(`/tax-years/${ya}/taxpayer`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify({ income: { employment: 6_000_000 }, sex: 'female', filedOn: `${ya + 1}-04-01` }),
  })
  assert.equal(facts.status, 200)
}

const samplesOf = ({
  client,
  receipt,
  other,
  statement,
}: Pick<Person, 'client' | 'receipt' | 'other' | 'statement'>): Samples => ({
  paths: {
    '/receipts/{id}': [receipt.id, other.id],
    '/tax-years/{ya}': [String(YEAR)],
    '/tax-years/{ya}/reliefs/{code}': ['household-cctv'],
    // Two receipts are no series.
    '/tax-years/{ya}/recurring/{id}': [],
    '/tax-years/{ya}/taxpayer/statements/{id}': [statement.id],
    // Without an address that browsers offer passkeys at there are none.
    '/me/factors/passkeys/{id}': [],
    '/me/sessions/{id}': [client.claims.origin_jti],
  },
  values: {
    id: receipt.id,
    ids: [receipt.id, other.id],
    of: other.id,
    receiptId: other.id,
    version: receipt.version,
    // The id of one receipt's file says nothing to the other receipt.
    file: [],
    sha256: receipt.files[0].sha256,
    text: 'kedai',
    trash: true,
    yearOfAssessment: YEAR,
    acknowledgedUntil: String(receipt.retainUntil),
  },
})
