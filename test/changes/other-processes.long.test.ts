import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signUp } from '../support/app.ts'
import { type AwsApp, startAwsApp } from '../support/aws-app.ts'
import { entered } from '../support/claims.ts'
import { followEvents } from '../support/event-stream.ts'
import { createScriptedReader, fileForm, get, picture } from '../support/receipts.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'
import { until } from '../support/until.ts'

const WITHIN_MS = 5_000
/** How long a process keeps what a search has read, unless it hears of a change. */
const KEPT_MS = 120_000

let here: AwsApp
let there: ServerProcess
before(async () => {
  here = await startAwsApp({ overrides: { reader: createScriptedReader().reader } })
  const { PORT: _, ...env } = here.env
  const { AWS_ENDPOINT_URL_DYNAMODB = '', AWS_ENDPOINT_URL_S3 = '' } = process.env
  there = await startProcess({
    dataDir: here.dataDir,
    env: { ...env, AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_S3 },
  })
})
after(async () => {
  await there?.terminate()
  await here?.close()
})

/** What `act` returns; fails where it takes too long. */
async function within<T>(act: Promise<T>, ms = WITHIN_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${ms} ms`)), ms)
  })
  return Promise.race([act, late]).finally(() => clearTimeout(timer))
}

const JSON_BODY = { 'content-type': 'application/json' }

/** A request to the other process. */
const sendThere = (token: string, path: string, init: RequestInit) =>
  fetch(new URL(path, there.socket), {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  })

test('a search within two minutes of another finds what either process has changed since', async () => {
  const ben = await signUp(here, 'ben@example.org')
  const find = async (words: string) => {
    const { receipts } = await get(ben, `/receipts?text=${encodeURIComponent(words)}`)
    return receipts.map(({ id }) => id)
  }
  const own = await entered(ben, { merchant: 'KEDAI BUKU', date: '2026-03-14', totalSen: 5_00 })
  assert.deepEqual(await find('klinik'), [])
  assert.deepEqual(await find('kedai'), [own.id])

  // Of its own changes a process knows at once.
  const klinik = await entered(ben, { merchant: 'KLINIK MEDIVIRON', date: '2026-03-15', totalSen: 50_00 })
  assert.deepEqual(await find('klinik'), [klinik.id])

  const body = JSON.stringify({ merchant: 'FARMASI', date: '2026-03-16', totalSen: 20_00 })
  const added = await sendThere(ben.token, '/receipts', {
    method: 'POST',
    body,
    headers: JSON_BODY,
  })
  assert.equal(added.status, 201, await added.clone().text())
  const { id } = (await added.json()) as { id: string }
  await within(
    until(async () => (await find('farmasi'))[0] === id),
    KEPT_MS / 2,
  )

  const renamed = await sendThere(ben.token, `/receipts/${id}`, {
    method: 'PATCH',
    body: JSON.stringify({ merchant: 'APOTEK' }),
    headers: { ...JSON_BODY, 'if-match': '*' },
  })
  assert.equal(renamed.status, 200, await renamed.text())
  await within(
    until(async () => (await find('apotek'))[0] === id),
    KEPT_MS / 2,
  )
  assert.deepEqual(await find('farmasi'), [])
})

test('a change that another process makes arrives within 5 s', async () => {
  const ana = await signUp(here, 'ana@example.org')
  const stream = await followEvents(here.socket, ana.token)
  const send = (path: string, init: RequestInit) => sendThere(ana.token, path, init)

  const facts = await send('/tax-years/2026/taxpayer', {
    method: 'PUT',
    body: '{}',
    headers: { 'content-type': 'application/json', 'if-match': '"0"' },
  })
  assert.equal(facts.status, 200, await facts.text())
  // Of another process's changes it is only known that there were some; this process names its own.
  assert.deepEqual(await within(stream.nextChange()), { receipts: null, facts: true })

  const own = await entered(ana, { merchant: 'KEDAI BUKU', date: '2026-03-14', totalSen: 5_00 })
  assert.deepEqual((await within(stream.nextChange())).receipts, [{ id: own.id, version: own.version }])

  const upload = await send('/receipts/upload', {
    method: 'POST',
    body: fileForm(await picture()),
    headers: { prefer: 'respond-async' },
  })
  assert.equal(upload.status, 202)
  assert.deepEqual(await within(stream.nextChange()), { receipts: null, facts: true })
  await stream.close()
})
