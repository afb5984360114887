import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { isProblem } from '../support/receipts.ts'

describe('requests that never reach a route', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp()
    ana = await signUp(app, 'ana@example.com')
  })
  after(() => app.close())

  /** What the server answers to these bytes, once it has closed the connection. */
  async function answerTo(bytes: string) {
    const socket = connect({ host: app.socket.hostname, port: Number(app.socket.port) })
    socket.end(bytes)
    let text = ''
    for await (const chunk of socket.setEncoding('utf8')) text += chunk
    const [head = '', body = ''] = text.split('\r\n\r\n')
    return { status: Number(head.split(' ')[1]), head, problem: JSON.parse(body || '{}') }
  }

  const host = () => `Host: ${app.socket.host}\r\n`
  const unparsed: [name: string, bytes: () => string, status: number, code: string][] = [
    ['a line that is no request', () => 'GARBAGE\r\n\r\n', 400, 'bad_request'],
    ['a method that is none', () => `FOO / HTTP/1.1\r\n${host()}\r\n`, 400, 'bad_request'],
    ['a version that is none', () => `GET / HTTP/9.9\r\n${host()}\r\n`, 400, 'bad_request'],
    [
      'a length that is no number',
      () => `POST /receipts HTTP/1.1\r\n${host()}Content-Length: x\r\n\r\n`,
      400,
      'bad_request',
    ],
    [
      'a length and chunks, which two servers may read as different requests',
      () => `POST / HTTP/1.1\r\n${host()}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      'bad_request',
    ],
    ['no host', () => 'GET /auth/me HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'bad_request'],
    [
      'headers of 70 kB',
      () => `GET /auth/me HTTP/1.1\r\n${host()}X-Long: ${'a'.repeat(70_000)}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
  ]
  for (const [name, bytes, status, code] of unparsed) {
    test(`${name}: ${status} as a problem`, async () => {
      const answer = await answerTo(bytes())
      assert.equal(answer.status, status)
      assert.match(answer.head, /content-type: application\/problem\+json/i)
      assert.match(answer.head, /connection: close/i)
      assert.equal(answer.problem.code, code)
      assert.equal(answer.problem.status, status)
    })
  }

  test('an expectation that the server does not know is ignored', async () => {
    const { status } = await answerTo(
      `GET /health/live HTTP/1.1\r\n${host()}Expect: wonders\r\nConnection: close\r\n\r\n`,
    )
    assert.equal(status, 200)
  })

  test('a method that an address does not take: 405 with those it does', async () => {
    const methodsOf = async (path: string, method: string) => {
      const response = await ana.fetch(path, { method })
      await isProblem(response, 405, 'method_not_allowed')
      return response.headers.get('allow')
    }
    assert.equal(await methodsOf('/receipts', 'PUT'), 'GET, HEAD, POST')
    assert.equal(await methodsOf('/auth/me', 'DELETE'), 'GET, HEAD')
    assert.match(String(await methodsOf('/receipts/some-id?a=b', 'POST')), /PATCH/)
    await isProblem(await ana.fetch('/no-such-thing', { method: 'PUT' }), 404, 'not_found')
  })

  test('a range that a file does not have: 416', async () => {
    const response = await ana.fetch('/assets/mark.svg', { headers: { range: 'bytes=9000000-' } })
    await isProblem(response, 416, 'range_not_satisfiable')
  })

  const texts: [name: string, body: string | Uint8Array][] = [
    ['bytes that are not UTF-8', Buffer.from('{"note":"caf\xe9"}', 'latin1')],
    ['half of a surrogate pair', '{"note":"\\ud83d"}'],
    ['half of one as the name of a member', '{"\\udc00":1}'],
  ]
  for (const [name, body] of texts) {
    test(`JSON with ${name}: 400, and nothing is stored`, async () => {
      const headers = { 'content-type': 'application/json' }
      const response = await ana.fetch('/receipts', { method: 'POST', body, headers })
      await isProblem(response, 400, 'bad_request')
      const { receipts } = (await (await ana.fetch('/receipts')).json()) as { receipts: unknown[] }
      assert.deepEqual(receipts, [])
    })
  }

  test('a whole pair, escaped, is kept as the character it is', async () => {
    const headers = { 'content-type': 'application/json' }
    const body = '{"note":"\\ud83d\\ude00"}'
    const response = await ana.fetch('/receipts', { method: 'POST', body, headers })
    assert.equal(response.status, 201)
    assert.equal(((await response.json()) as { note: string }).note, '😀')
  })

  for (const year of ['0x7e9', '2025.0', '2.025e3', '+2025', '02025', '%202025']) {
    test(`the year ${year} is none`, async () => {
      assert.equal((await ana.fetch(`/tax-years/${year}/claims`)).status, 400)
    })
  }
})
