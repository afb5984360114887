import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { entered } from '../support/claims.ts'
import { followEvents } from '../support/event-stream.ts'
import { changed, createScriptedReader, isProblem, uploaded } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'

const MOST = 12
const BOOKS = { merchant: 'KEDAI BUKU SERI MAJU', date: '2026-03-14', totalSen: 89_90 }

let app: TestApp
let ana: Client
let ben: Client
before(async () => {
  app = await startApp({
    overrides: {
      reader: createScriptedReader().reader,
      changeTimings: { heartbeatMs: 30, checkMs: 50, collectMs: 20 },
    },
  })
  ana = await signUp(app, 'ana@example.org')
  ben = await signUp(app, 'ben@example.org')
})
after(() => app.close())

test('every change of a receipt is told by its id and version, to its owner only', async () => {
  const [mine, others] = await Promise.all([ana, ben].map(({ token }) => followEvents(app.socket, token)))
  if (!mine || !others) throw new Error('two streams')
  const told = async (id: string, version: number | null) => {
    let change = await mine.nextChange()
    // A receipt that is read changes more than once.
    while (change.receipts?.[0]?.id === id && change.receipts[0].version !== version)
      change = await mine.nextChange()
    assert.deepEqual(change, { receipts: [{ id, version }], facts: false })
  }
  const receipt = await entered(ana, BOOKS)
  await told(receipt.id, receipt.version)
  const trashed = await changed(ana, receipt, { method: 'DELETE' })
  await told(receipt.id, trashed.version)
  const upload = await uploaded(ana)
  await told(upload.id, upload.version)
  assert.deepEqual(others.changes, [])
  await entered(ben, BOOKS)
  assert.equal((await others.nextChange()).receipts?.length, 1)
  await Promise.all([mine.close(), others.close()])
})

test('changes at the same time are one event; of very many receipts it does not say which', async () => {
  const stream = await followEvents(app.socket, ana.token)
  const made = await Promise.all(Array.from({ length: 60 }, () => entered(ana, BOOKS)))
  const events = [await stream.nextChange()]
  const isWhole = () =>
    events.some(({ receipts }) => receipts === null) ||
    new Set(events.flatMap(({ receipts }) => receipts ?? []).map(({ id }) => id)).size === made.length
  while (!isWhole()) events.push(await stream.nextChange())
  assert.ok(events.length < made.length, `${events.length} events`)
  await stream.close()
})

test('a change of facts is told as one', async () => {
  const stream = await followEvents(app.socket, ana.token)
  await factsPut(ana, 2026, {})
  assert.deepEqual(await stream.nextChange(), { receipts: [], facts: true })
  await stream.close()
})

test('the stream is kept from being cached, buffered or compressed, and shows signs of life', async () => {
  const stream = await followEvents(app.socket, ana.token)
  const { headers } = stream
  assert.equal(headers['content-type'], 'text/event-stream')
  assert.equal(headers['cache-control'], 'no-store, no-transform')
  assert.equal(headers['x-accel-buffering'], 'no')
  assert.equal(headers['content-encoding'], undefined)
  assert.equal(await stream.nextComment(), ':')
  await stream.close()
})

test('the stream of a signed-out person ends, and opens no more', async () => {
  const guest = await signUp(app, 'guest@example.org')
  const stream = await followEvents(app.socket, guest.token)
  assert.equal((await guest.fetch('/auth/logout', { method: 'POST' })).status, 200)
  await stream.ended
  const again = await fetch(`${app.url}/events`, { headers: { authorization: `Bearer ${guest.token}` } })
  await isProblem(again, 401, 'invalid_token')
})

test('a person has a limited number of streams at a time', async () => {
  const streams = []
  for (let i = 0; i < MOST; i++) streams.push(await followEvents(app.socket, ben.token))
  const refused = await fetch(`${app.url}/events`, { headers: { authorization: `Bearer ${ben.token}` } })
  await isProblem(refused, 429, 'too_many_requests')
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
  const others = await followEvents(app.socket, ana.token)
  assert.equal(others.status, 200)
  await Promise.all([...streams, others].map((stream) => stream.close()))
})

test('a shutdown ends the streams instead of waiting for them', async () => {
  const own = await startApp()
  const { token } = await signUp(own, 'ana@example.org')
  const stream = await followEvents(own.socket, token)
  await own.close()
  await stream.ended
})
