import assert from 'node:assert/strict'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { connect } from 'node:net'
import { PassThrough, Writable } from 'node:stream'
import { after, before, beforeEach, describe, type TestContext, test } from 'node:test'
import { StorageUnavailableError } from '../../server/errors.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'

const BOUNDARY = 'a-boundary'
const FORM = `multipart/form-data; boundary=${BOUNDARY}`
const FILE_PART = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`
const MANY = 9_000_000

interface Unfinished {
  path: string
  headers?: Record<string, string>
  /** What is sent of the body before the answer is waited for. */
  sent?: string
}

/** Sends the head of a POST and part of its body, and reads until the connection ends. */
function begin(app: TestApp, { path, headers = {}, sent = '' }: Unfinished) {
  // The client's end stays open, as that of a proxy that keeps its connections.
  const socket = connect({ host: app.socket.hostname, port: Number(app.socket.port), allowHalfOpen: true })
  const length = headers['transfer-encoding'] ? {} : { 'content-length': String(MANY) }
  const head = { host: app.socket.host, ...length, ...headers }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${sent}`)

  let text = ''
  const answered = Promise.withResolvers<{ status: number; head: string; body: string }>()
  const ended = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  socket.setEncoding('utf8')
  socket.on('data', (chunk) => {
    text += chunk
    const [answerHead = '', body] = text.split('\r\n\r\n', 2)
    const length = /^content-length: (\d+)/im.exec(answerHead)?.[1]
    if (body === undefined || Buffer.byteLength(body) < Number(length)) return
    answered.resolve({ status: Number(answerHead.split(' ')[1]), head: answerHead, body })
  })
  socket.on('end', () => ended.resolve())
  // What is written after the server has gone is answered with a reset; the answer is here by then.
  socket.on('error', () => {})
  socket.on('close', () => {
    answered.reject(new Error(`the connection ended after ${JSON.stringify(text)}`))
    closed.resolve()
  })
  return {
    socket,
    answered: answered.promise,
    ended: ended.promise,
    closed: closed.promise,
    received: () => text,
  }
}

const statusLines = (text: string) => text.match(/HTTP\/1\.1 \d+/g) ?? []

describe('a request that is refused while its body is arriving', () => {
  let app: TestApp
  let ana: Client
  let isOutOfReach = false
  /** Paths of all requests the server has taken up. */
  let seen: string[] = []

  before(async () => {
    app = await startApp({
      overrides: {
        revokedTokens: (real) => ({
          ...real,
          async latest(id, now) {
            if (isOutOfReach) throw new StorageUnavailableError('out of reach')
            return real.latest(id, now)
          },
        }),
      },
    })
    app.server.server.on('request', ({ url = '' }) => seen.push(url))
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())
  beforeEach(() => {
    isOutOfReach = false
    seen = []
  })

  const authorization = () => ({ authorization: `Bearer ${ana.token}` })
  const upload = (sent = FILE_PART, headers: Record<string, string> = {}): Unfinished => ({
    path: '/receipts/upload',
    headers: { ...authorization(), 'content-type': FORM, ...headers },
    sent,
  })

  /** The disk fails with `code` on the first bytes of a file. */
  function breakDisk(t: TestContext, code: string) {
    t.mock.method(fs, 'createWriteStream', () => {
      const write: Writable['_write'] = (_chunk, _encoding, done) =>
        done(Object.assign(new Error(code), { code }))
      return new Writable({ write })
    })
    syncBuiltinESMExports()
    t.after(() => {
      t.mock.restoreAll()
      syncBuiltinESMExports()
    })
  }

  const kinds: [name: string, status: number, code: string, make: (t: TestContext) => Unfinished][] = [
    ['no session', 401, 'unauthenticated', () => upload(FILE_PART, { authorization: '' })],
    ['a spoilt token', 401, 'invalid_token', () => upload(FILE_PART, { authorization: 'Bearer spoilt' })],
    ['an unknown address', 404, 'not_found', () => ({ ...upload(), path: '/nothing-here' })],
    ['an address that is not one', 400, 'bad_request', () => ({ ...upload(), path: '/%zz' })],
    [
      'a content type the route does not take',
      415,
      'content_type_unsupported',
      () => ({ path: '/receipts', headers: { ...authorization(), 'content-type': 'text/csv' }, sent: 'a,b' }),
    ],
    [
      'a body longer than the route takes',
      413,
      'file_too_large',
      () => ({
        path: '/receipts',
        headers: { ...authorization(), 'content-type': 'application/json' },
        sent: '{"merchant": "',
      }),
    ],
    [
      'a chunked body longer than the route takes',
      413,
      'file_too_large',
      () => ({
        path: '/receipts',
        headers: {
          ...authorization(),
          'content-type': 'application/json',
          'transfer-encoding': 'chunked',
        },
        sent: `80000\r\n${' '.repeat(0x80000)}\r\n`,
      }),
    ],
    [
      'a file longer than 10 MB',
      413,
      'file_too_large',
      () => upload(FILE_PART + 'x'.repeat(11 * 1024 * 1024), { 'content-length': '20000000' }),
    ],
    [
      'a part of another name',
      400,
      'file_missing',
      () => upload(FILE_PART.replace('name="file"', 'name="picture"') + 'x'.repeat(100_000)),
    ],
    [
      'a full disk',
      507,
      'storage_full',
      (t) => {
        breakDisk(t, 'ENOSPC')
        return upload(FILE_PART + 'x'.repeat(200_000))
      },
    ],
    [
      'a disk that cannot be written',
      503,
      'storage_unavailable',
      (t) => {
        breakDisk(t, 'EROFS')
        return upload(FILE_PART + 'x'.repeat(200_000))
      },
    ],
    [
      'revocations out of reach',
      503,
      'storage_unavailable',
      () => {
        isOutOfReach = true
        return upload()
      },
    ],
    [
      'a change from another site',
      403,
      'cross_site_request',
      () =>
        upload(FILE_PART, {
          authorization: '',
          cookie: `access_token=${ana.token}`,
          origin: 'https://evil.example',
        }),
    ],
  ]

  for (const [name, status, code, make] of kinds) {
    test(`${name}: ${status}, whole, and the connection ends`, async (t) => {
      const { socket, answered, ended, closed, received } = begin(app, make(t))
      t.after(() => socket.destroy())
      const answer = await answered
      assert.equal(answer.status, status)
      assert.equal(JSON.parse(answer.body).code, code)
      assert.match(answer.head, /^connection: close$/im)
      await ended
      socket.end()
      await closed
      assert.deepEqual(statusLines(received()), [`HTTP/1.1 ${status}`])
      assert.equal(seen.length, 1)
    })
  }

  test('more requests than the limit: 429, whole, and the connection ends', async (t) => {
    const ben = await signUp(app, 'ben@example.org')
    const headers = { authorization: `Bearer ${ben.token}` }
    let status = 0
    for (let n = 0; status !== 429 && n < 200; n++) {
      const response = await fetch(`${app.url}/receipts/upload`, { method: 'POST', headers })
      await response.text()
      status = response.status
    }
    assert.equal(status, 429)
    const { socket, answered, ended } = begin(app, upload(FILE_PART, headers))
    t.after(() => socket.destroy())
    const answer = await answered
    assert.equal(answer.status, 429)
    assert.match(answer.head, /^connection: close$/im)
    await ended
  })

  test('what follows on the connection is neither executed nor answered', async (t) => {
    for (const [name, request] of [
      ['refused by the gate', upload(FILE_PART, { authorization: '', 'content-length': '1000000' })],
      [
        'refused while it is stored',
        upload(FILE_PART + 'x'.repeat(100_000), { 'content-length': '1000000' }),
      ],
    ] as const) {
      if (name === 'refused while it is stored') breakDisk(t, 'ENOSPC')
      seen = []
      const { socket, answered, closed, received } = begin(app, request)
      await answered
      const rest = 1_000_000 - (request.sent?.length ?? 0)
      const { host } = app.socket
      socket.end(
        'x'.repeat(rest) +
          `GET /auth/me HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${ana.token}\r\n\r\n`,
      )
      await closed
      assert.equal(statusLines(received()).length, 1, name)
      assert.deepEqual(seen, ['/receipts/upload'], name)
    }
  })

  test('a client that sends all of its body before it reads gets the answer', async (t) => {
    const length = 4 * 1024 * 1024
    const { socket, closed, received } = begin(
      app,
      upload(FILE_PART, { authorization: '', 'content-length': String(length) }),
    )
    t.after(() => socket.destroy())
    socket.pause()
    const body = new PassThrough()
    body.end(Buffer.alloc(length - FILE_PART.length))
    body.pipe(socket)
    await new Promise((resolve) => socket.once('finish', resolve))
    socket.resume()
    await closed
    assert.match(received(), /^HTTP\/1\.1 401 /)
    assert.match(received(), /"code":"unauthenticated"/)
  })

  test('a refused request that has arrived whole leaves its connection open', async (t) => {
    const sent = '{"merchant": 1}'
    const headers = { ...authorization(), 'content-type': 'application/json' }
    const length = { 'content-length': String(sent.length) }
    const { socket, answered } = begin(app, { path: '/receipts', headers: { ...headers, ...length }, sent })
    t.after(() => socket.destroy())
    const { status, head } = await answered
    assert.equal(status, 400)
    assert.match(head, /^connection: keep-alive$/im)
  })
})
