import assert from 'node:assert/strict'
import type { Statement, Warning } from '../support/answers.ts'
import type { WalkRequest } from '../support/api-walk.ts'
import type { Client } from '../support/app.ts'
import { type Person, YEAR } from '../support/everything.ts'
import { changed, get, upload } from '../support/receipts.ts'
import { unzipped } from '../support/unzip.ts'
import {
  attributeDamages,
  type DamageOf,
  decisionDamages,
  enteredLinesDamages,
  factsDamages,
  keyDamages,
  originalDamages,
  receiptDamages,
  recurringDamages,
  searchTextDamages,
  sessionDamages,
  statementDamages,
  textDamages,
  thumbnailDamages,
} from './damages.ts'

/** A kind of record: how it is damaged, and what its owner then sees and can do. */
export interface Kind {
  ways: Record<string, DamageOf>
  /** Whether a request may be refused with `record_damaged`, or with `file_damaged` where a picture is made. */
  mayRefuse?: (request: WalkRequest, person: Person) => boolean
  /** The damage is reported, and can be fixed where that is possible. */
  reported(person: Person, how: string): Promise<void>
  /** Many answers are made of it: every route is read for each way, and not for the first one only. */
  isEverywhere?: true
}

export const jsonOf = async <T>(client: Client, path: string) =>
  (await (await client.fetch(path)).json()) as T
const bytesOf = async (client: Client, path: string) =>
  Buffer.from(await (await client.fetch(path)).arrayBuffer())

/** The files of a zip that a path answers, by name. */
async function filesIn(client: Client, path: string): Promise<Map<string, string>> {
  const entries = await unzipped(await bytesOf(client, path))
  return new Map(entries.map((entry) => [entry.path, String(entry.content)]))
}

interface Manifest {
  missing: string[]
  damaged: string[]
  damagedRecords: { kind: string; id: string }[]
}

export async function manifestOf({ client }: Person): Promise<Manifest> {
  const files = await filesIn(client, '/me/export')
  return JSON.parse(files.get('manifest.json') ?? '')
}

/** Ids of the damaged records of a kind that a person's export reports. */
const reportedIn = async (person: Person, kind: string) =>
  (await manifestOf(person)).damagedRecords.flatMap((record) => (record.kind === kind ? [record.id] : []))

export const warningsOf = async ({ client }: Person): Promise<Warning[]> =>
  (await get(client, `/tax-years/${YEAR}/claims`)).warnings.filter(({ code }) => code === 'record_damaged')

/** Making an audit pack takes half a second: these ways lose the files, the fields, and the status. */
const inAuditPack = new Set(['a detail that is no JSON', 'a row that is no JSON', 'an unknown status'])

async function receiptIsReported(person: Person, how: string) {
  const { client, receipt, other, originals } = person
  const now = await get(client, `/receipts/${receipt.id}`)
  assert.deepEqual([now.id, now.damaged], [receipt.id, true])
  const file = `/receipts/${receipt.id}/file?file=${receipt.files[0].id}`
  assert.deepEqual(await bytesOf(client, file), originals.receipt)
  const listed = (await get(client, '/receipts')).receipts
  assert.deepEqual(
    listed.map(({ id }) => id),
    [other.id, receipt.id],
  )
  const [warning] = await warningsOf(person)
  assert.ok(warning || !listed[1].damaged, 'a damaged row is a warning')
  assert.deepEqual(warning?.receipts ?? [receipt.id], [receipt.id])
  assert.deepEqual(await reportedIn(person, 'receipt'), [receipt.id])
  if (inAuditPack.has(how)) {
    const pack = await filesIn(client, `/tax-years/${YEAR}/export?format=zip`)
    assert.ok(pack.get('MISSING.txt')?.includes(receipt.id), 'the audit pack names it')
  }
  const { receipts } = await jsonOf<{ receipts: { id: string; damaged?: true }[] }>(
    client,
    `/tax-years/${YEAR}/export?format=json`,
  )
  const chosen = await client.fetch('/receipts/export', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids: [receipt.id, other.id], format: 'csv' }),
  })
  const rows = (await chosen.text()).split('\n').filter((row) => row.includes('cannot be read'))
  assert.ok(rows.length > 0 && rows.every((row) => row.includes(receipt.id)), 'so does a selection')
  const exported = receipts.find(({ id }) => id === receipt.id)
  assert.ok(exported?.damaged || (!exported && warning), 'an export says that it is damaged')
  assert.deepEqual(
    receipts.flatMap(({ id, damaged }) => (damaged ? [] : [id])),
    [other.id],
  )
}

const receipt = (isAws: boolean): Kind => ({
  ways: { ...receiptDamages(isAws), ...(isAws && attributeDamages) },
  isEverywhere: true,
  mayRefuse: ({ path }, person) => path.startsWith(`/receipts/${person.receipt.id}`),
  async reported(person, how) {
    await receiptIsReported(person, how)
    const { client, receipt: intact } = person
    const now = await get(client, `/receipts/${intact.id}`)
    const read = await changed(client, now, { path: '/read' })
    assert.deepEqual([read.damaged, read.merchant], [false, intact.merchant])
    assert.deepEqual(await warningsOf(person), [])
  },
})

const facts = (isAws: boolean): Kind => ({
  ways: factsDamages(isAws),
  isEverywhere: true,
  async reported(person) {
    const { client } = person
    const path = `/tax-years/${YEAR}/taxpayer`
    const answer = await client.fetch(path)
    const stored = (await answer.json()) as { damaged: boolean; facts: object }
    assert.equal(stored.damaged, true)
    const [warning] = await warningsOf(person)
    assert.match(warning?.message ?? '', new RegExp(`facts of ${YEAR}`))
    assert.deepEqual(await reportedIn(person, 'taxpayer facts'), [`year#${YEAR}`])
    const put = await client.fetch(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': answer.headers.get('etag') ?? '' },
      body: JSON.stringify(stored.facts),
    })
    assert.equal(put.status, 200)
    assert.equal((await get(client, path)).damaged, false)
    assert.deepEqual(await warningsOf(person), [])
  },
})

const statement = (isAws: boolean): Kind => ({
  ways: statementDamages(isAws),
  isEverywhere: true,
  async reported(person) {
    const { client, originals } = person
    const path = `/tax-years/${YEAR}/taxpayer/statements`
    const { statements } = await jsonOf<{ statements: Statement[] }>(client, path)
    const { id } = person.statement
    assert.deepEqual(
      statements.map((found) => [found.id, found.damaged]),
      [[id, true]],
    )
    assert.deepEqual(await bytesOf(client, `${path}/${id}/file`), originals.statement)
    assert.match((await warningsOf(person))[0]?.message ?? '', /statement/)
    assert.deepEqual(await reportedIn(person, 'statement'), [id])
    const until = `acknowledgedUntil=${statements[0]?.retainUntil}`
    const headers = { 'if-match': `"${statements[0]?.version}"` }
    const removed = await client.fetch(`${path}/${id}?${until}`, { method: 'DELETE', headers })
    assert.equal(removed.status, 204)
    assert.deepEqual(await jsonOf(client, path), { statements: [] })
  },
})

const decisions: Kind = {
  ways: decisionDamages,
  async reported(person) {
    assert.equal((await reportedIn(person, 'decisions for a merchant')).length, 1)
  },
}

const enteredLines: Kind = {
  ways: enteredLinesDamages,
  async reported(person) {
    const { client } = person
    assert.equal((await reportedIn(person, 'lines entered in e-Filing')).length, 1)
    const path = `/tax-years/${YEAR}/return`
    const entered = async () =>
      (await get(client, path)).lines.flatMap(({ code, enteredSen }) => (enteredSen === null ? [] : [code]))
    assert.deepEqual(await entered(), [])
    const again = await client.fetch(`${path}/entered`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ entered: { individual: 1 } }),
    })
    assert.equal(again.status, 200)
    assert.deepEqual(await entered(), ['individual'])
  },
}

const recurring: Kind = {
  ways: recurringDamages,
  async reported(person) {
    const { client } = person
    assert.equal((await reportedIn(person, 'answers about recurring payments')).length, 1)
    // The person is asked again.
    const page = await client.fetch(`/tax-years/${YEAR}/recurring`)
    assert.equal(page.status, 200)
  },
}

const session: Kind = {
  ways: sessionDamages,
  async reported(person) {
    const { client } = person
    const id = client.claims.origin_jti
    const { sessions } = await jsonOf<{ sessions: { id: string; damaged: boolean }[] }>(
      client,
      '/me/sessions',
    )
    assert.deepEqual(
      sessions.map((found) => [found.id, found.damaged]),
      [[id, true]],
    )
    assert.deepEqual(await reportedIn(person, 'session'), [id])
  },
}

const idempotencyKey: Kind = {
  ways: keyDamages,
  async reported({ client, originals, idempotencyKey: key }) {
    const send = () => upload(client, originals.receipt, { 'idempotency-key': key })
    const idsNow = async () => (await get(client, '/receipts')).receipts.map(({ id }) => id)
    const before = new Set(await idsNow())
    const sent = await Promise.all(Array.from({ length: 8 }, send))
    assert.ok(sent.some(({ status }) => status === 201))
    const made = (await idsNow()).filter((id) => !before.has(id))
    assert.equal(made.length, 1, 'requests at once make one receipt')
    const again = await send()
    assert.equal(((await again.json()) as { id: string }).id, made[0])
  },
}

const pageText: Kind = {
  ways: textDamages,
  async reported(person) {
    const { client, receipt: read } = person
    const text = await get(client, `/receipts/${read.id}/text`)
    assert.deepEqual([text.pages, text.damaged], [[], [read.files[0].id]])
    assert.deepEqual(await reportedIn(person, 'page text'), [read.files[0].id])
    await changed(client, read, { path: '/read' })
    assert.deepEqual((await get(client, `/receipts/${read.id}/text`)).damaged, [])
  },
}

/** DynamoDB only: SQLite has all texts in one full-text index. */
const searchText: Kind = {
  ways: searchTextDamages,
  async reported({ client, receipt: lost, other }) {
    const found = async () => (await get(client, '/receipts?text=kedai')).receipts.map(({ id }) => id)
    assert.deepEqual(await found(), [other.id], 'the other receipt is found')
    await changed(client, lost, { path: '/read' })
    assert.deepEqual(await found(), [other.id, lost.id])
  },
}

const thumbnail: Kind = {
  ways: thumbnailDamages,
  async reported({ client, receipt: { id } }) {
    const picture = await bytesOf(client, `/receipts/${id}/file?size=thumbnail`)
    assert.ok(picture.length > 20)
  },
}

const original: Kind = {
  ways: originalDamages,
  mayRefuse: ({ path }, person) => path.startsWith(`/receipts/${person.receipt.id}/file`),
  async reported(person, how) {
    const { id, files } = person.receipt
    const { missing, damaged } = await manifestOf(person)
    assert.deepEqual([...missing, ...damaged], [`receipts/${id}/${files[0].id}.jpg`])
    if (how !== 'an original that is missing') return
    const pack = await filesIn(person.client, `/tax-years/${YEAR}/export?format=zip`)
    assert.ok(pack.get('MISSING.txt'))
  },
}

/** Every kind of record of a person, by its name. */
export const kindsIn = (isAws: boolean): Record<string, Kind> => ({
  receipt: receipt(isAws),
  facts: facts(isAws),
  statement: statement(isAws),
  'decisions for a merchant': decisions,
  'lines entered in e-Filing': enteredLines,
  'answers about recurring payments': recurring,
  session,
  'text of a page': pageText,
  ...(isAws && { 'text for searching': searchText }),
  thumbnail,
  original,
  // The last one, because it makes another receipt.
  'idempotency key': idempotencyKey,
})
