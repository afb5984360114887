import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { createScriptedReader, picture, uploaded } from '../support/receipts.ts'

let app: TestApp
let client: Client
before(async () => {
  app = await startApp({ overrides: { reader: createScriptedReader().reader } })
  client = await signUp(app, 'ana@example.org')
})
after(() => app?.close())

/** By the client of the tests, which shows what was sent as it was sent. */
const get = (path: string, acceptEncoding: string) =>
  client.fetch(path, { headers: { 'accept-encoding': acceptEncoding } })

const LONG = '/tax-years/2026/reliefs'

test('long JSON is compressed with what the client accepts best', async () => {
  const plain = await get(LONG, 'identity')
  assert.equal(plain.headers.get('content-encoding'), null)
  assert.match(plain.headers.get('vary') ?? '', /Accept-Encoding/)
  const length = (await plain.arrayBuffer()).byteLength
  for (const [accepted, encoding] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['gzip', 'gzip'],
  ] as const) {
    const response = await get(LONG, accepted)
    assert.equal(response.headers.get('content-encoding'), encoding)
    assert.ok((await response.arrayBuffer()).byteLength < length / 4)
    const decoded = await fetch(app.url + LONG, {
      headers: { 'accept-encoding': accepted, authorization: `Bearer ${client.token}` },
    })
    assert.equal((await decoded.arrayBuffer()).byteLength, length)
  }
})

test('the script of /docs is compressed, and kept for a year under a name with its hash', async () => {
  const [, script = ''] = /\ssrc="(js\/[^"]+)"/.exec(await (await get('/docs/', 'identity')).text()) ?? []
  const sizes: Record<string, number> = {}
  for (const encoding of ['identity', 'br', 'gzip']) {
    const response = await get(`/docs/${script}`, encoding)
    assert.equal(response.headers.get('content-encoding'), encoding === 'identity' ? null : encoding)
    assert.match(response.headers.get('cache-control') ?? '', /max-age=31536000, immutable/)
    assert.match(response.headers.get('vary') ?? '', /Accept-Encoding/)
    sizes[encoding] = (await response.arrayBuffer()).byteLength
  }
  const { identity = 0, br = 0, gzip = 0 } = sizes
  assert.ok(identity > 1_000_000 && gzip < identity / 3 && br < gzip)
})

test('short answers, pictures and ranges of files are sent as they are', async () => {
  const receipt = await uploaded(client, await picture({ width: 600, height: 900 }))
  for (const path of ['/health/live', `/receipts/${receipt.id}/file`]) {
    assert.equal((await get(path, 'br')).headers.get('content-encoding'), null, path)
  }
  const range = await client.fetch(`/receipts/${receipt.id}/file`, {
    headers: { range: 'bytes=0-99', 'accept-encoding': 'br' },
  })
  assert.deepEqual([range.status, range.headers.get('content-length')], [206, '100'])
})

test('a version in an ETag stays usable for the next change', async () => {
  const receipt = await uploaded(client)
  const response = await get(`/receipts/${receipt.id}`, 'br')
  assert.equal(response.headers.get('content-encoding'), 'br')
  assert.equal(response.headers.get('etag'), `"${receipt.version}"`)
})
