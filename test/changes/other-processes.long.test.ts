import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signUp } from '../support/app.ts'
import { type AwsApp, startAwsApp } from '../support/aws-app.ts'
import { entered } from '../support/claims.ts'
import { followEvents } from '../support/event-stream.ts'
import { createScriptedReader, fileForm, picture } from '../support/receipts.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'

const WITHIN_MS = 5_000

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
async function within<T>(act: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${WITHIN_MS} ms`)), WITHIN_MS)
  })
  return Promise.race([act, late]).finally(() => clearTimeout(timer))
}

test('a change that another process makes arrives within 5 s', async () => {
  const ana = await signUp(here, 'ana@example.org')
  const stream = await followEvents(here.socket, ana.token)
  const send = (path: string, init: RequestInit) =>
    fetch(new URL(path, there.socket), {
      ...init,
      headers: { authorization: `Bearer ${ana.token}`, ...init.headers },
    })

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
