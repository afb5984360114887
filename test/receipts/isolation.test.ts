import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import {
  changed,
  createScriptedReader,
  fileForm,
  get,
  picture,
  type Receipt,
  uploaded,
} from '../support/receipts.ts'

describe('two users never see each other’s anything', () => {
  let app: TestApp
  let ana: Client
  let ben: Client
  let secret: Receipt
  let trashed: Receipt

  before(async () => {
    app = await startApp({ overrides: { reader: createScriptedReader().reader } })
    ana = await signUp(app, 'ana@example.org')
    ben = await signUp(app, 'ben@example.org')
    secret = await uploaded(ana)
    trashed = await changed(ana, await uploaded(ana), { method: 'DELETE' })
  })
  after(() => app.close())

  /** What each route with an id must be sent to get past its own checks. A new route must be added here. */
  const requests: Record<string, () => Promise<RequestInit>> = {
    'GET /receipts/:id': async () => ({}),
    'HEAD /receipts/:id': async () => ({ method: 'HEAD' }),
    'GET /receipts/:id/text': async () => ({}),
    'HEAD /receipts/:id/text': async () => ({ method: 'HEAD' }),
    'GET /receipts/:id/file': async () => ({}),
    'HEAD /receipts/:id/file': async () => ({ method: 'HEAD' }),
    'PATCH /receipts/:id': async () => json('PATCH', { note: 'mine now' }),
    'DELETE /receipts/:id': async () => ({ method: 'DELETE' }),
    'POST /receipts/:id/confirm': async () => ({ method: 'POST' }),
    'POST /receipts/:id/unconfirm': async () => ({ method: 'POST' }),
    'POST /receipts/:id/read': async () => ({ method: 'POST' }),
    'POST /receipts/:id/unlock': async () => json('POST', { password: 'user' }),
    'POST /receipts/:id/split': async () => json('POST', {}),
    'POST /receipts/:id/unsplit': async () => json('POST', {}),
    'POST /receipts/:id/restore': async () => ({ method: 'POST' }),
    'POST /receipts/:id/duplicate': async () => json('POST', { of: crypto.randomUUID(), verdict: 'same' }),
    'PUT /receipts/:id/allocations': async () => json('PUT', { allocations: [] }),
    'GET /receipts/:id/refunds': async () => ({}),
    'HEAD /receipts/:id/refunds': async () => ({ method: 'HEAD' }),
    'PUT /receipts/:id/refund-of': async () => json('PUT', { receiptId: null }),
    'POST /receipts/:id/files': async () => ({ method: 'POST', body: fileForm(await picture()) }),
  }

  test('every route with a stranger’s id answers 404, and changes nothing', async () => {
    const withId = app.routes.filter(({ url }) => url.startsWith('/receipts/:id'))
    const called = withId.flatMap(({ method, url }) => [method].flat().map((name) => `${name} ${url}`))
    assert.deepEqual([...new Set(called)].sort(), Object.keys(requests).sort())
    for (const receipt of [secret, trashed]) {
      const before = await get(ana, `/receipts/${receipt.id}`)
      for (const [route, init] of Object.entries(requests)) {
        const path = route.replace(/^\w+ /, '').replace(':id', receipt.id)
        const { headers, ...rest } = await init()
        const response = await ben.fetch(path, { ...rest, headers: { ...headers, 'if-match': '*' } })
        assert.equal(response.status, 404, route)
        assert.doesNotMatch(await response.text(), /KEDAI/, route)
      }
      assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), before)
    }
  })

  test('ids inside requests are no way in either', async () => {
    const own = await uploaded(ben)
    assert.deepEqual(own.duplicateSuspects, [])
    const file = secret.files[0].id
    assert.equal((await ben.fetch(`/receipts/${own.id}/file?file=${file}`)).status, 404)
    const verdict = json('POST', { of: secret.id, verdict: 'same' })
    const headers = { ...verdict.headers, 'if-match': '*' }
    assert.equal((await ben.fetch(`/receipts/${own.id}/duplicate`, { ...verdict, headers })).status, 404)
  })

  test('lists and searches hold one’s own receipts only, whatever the cursor', async () => {
    const mine = (await get(ben, '/receipts')).receipts.map((row) => row.id)
    assert.equal(mine.length, 1)
    for (const query of ['?trash=true', '?text=nothing']) {
      assert.deepEqual((await get(ben, `/receipts${query}`)).receipts, [], query)
    }
    assert.deepEqual(
      (await get(ben, '/receipts?text=kedai')).receipts.map((row) => row.id),
      mine,
    )
    await uploaded(ana)
    const { nextCursor } = await get(ana, '/receipts?limit=1')
    assert.ok(nextCursor)
    for (const row of (await get(ben, `/receipts?cursor=${nextCursor}`)).receipts)
      assert.ok(mine.includes(row.id))
  })

  test('the same file and the same Idempotency-Key of two users are two receipts', async () => {
    const bytes = await picture()
    const init = () => ({ method: 'POST', body: fileForm(bytes), headers: { 'idempotency-key': 'k' } })
    const [a, b] = (await Promise.all(
      [ana, ben].map(async (client) => (await client.fetch('/receipts/upload', init())).json()),
    )) as [Receipt, Receipt]
    assert.notEqual(a.id, b.id)
    assert.ok(![...a.duplicateSuspects, ...b.duplicateSuspects].some(({ id }) => [a.id, b.id].includes(id)))
  })
})

const json = (method: string, body: object) => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})
