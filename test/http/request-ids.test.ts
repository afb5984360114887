import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { pino } from 'pino'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

interface Line {
  event?: string
  level: number
  requestId?: string
  [name: string]: unknown
}

/** A server whose log is read here. */
async function startLogged(env: Record<string, string>) {
  const lines: Line[] = []
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk
      lines.push(JSON.parse(String(chunk)))
      done()
    },
  })
  let isBroken = false
  const app = await startApp({
    env,
    overrides: {
      log: pino({ level: 'warn' }, stream),
      revokedTokens: (real) => ({
        ...real,
        async latest(...args) {
          if (isBroken) throw new TypeError('a defect')
          return real.latest(...args)
        },
      }),
    },
  })
  return {
    app,
    lines,
    text: () => text,
    async whileBroken<T>(work: () => Promise<T>) {
      isBroken = true
      try {
        return await work()
      } finally {
        isBroken = false
      }
    },
  }
}

describe('the id of a request', () => {
  let logged: Awaited<ReturnType<typeof startLogged>>
  let app: TestApp
  let ana: Client
  before(async () => {
    logged = await startLogged({})
    app = logged.app
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  test('is in every answer, each time another', async () => {
    const paths = ['/health/live', '/', '/auth/me', '/nothing', '/oidc/jwks', '/receipts/%']
    const ids = await Promise.all(
      paths.map(async (path) => (await ana.fetch(path)).headers.get('request-id') ?? ''),
    )
    for (const [i, id] of ids.entries()) assert.match(id, UUID, paths[i])
    assert.equal(new Set(ids).size, paths.length)
  })

  test('is nobody’s to choose without a proxy', async () => {
    const response = await ana.fetch('/health/live', { headers: { 'x-request-id': 'chosen-by-me' } })
    assert.match(response.headers.get('request-id') ?? '', UUID)
  })

  test('stands in the problem of a server error, and in its line of the log', async () => {
    const response = await logged.whileBroken(() => ana.fetch('/auth/me'))
    assert.equal(response.status, 500)
    const { requestId } = (await response.json()) as { requestId: string }
    assert.equal(requestId, response.headers.get('request-id'))
    const [line] = logged.lines.filter((one) => one.requestId === requestId)
    assert.equal(line?.code, 'internal_error')
    const refused = (await (await ana.fetch('/nothing')).json()) as object
    assert.ok(!('requestId' in refused))
  })

  test('no request is a line of the log unless ACCESS_LOG is on', () => {
    assert.deepEqual(
      logged.lines.filter(({ event }) => event === 'request'),
      [],
    )
  })
})

describe('behind a proxy, with ACCESS_LOG=on', () => {
  let logged: Awaited<ReturnType<typeof startLogged>>
  let app: TestApp
  let ana: Client
  before(async () => {
    logged = await startLogged({ TRUST_PROXY: '1', ACCESS_LOG: 'on' })
    app = logged.app
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  test('the id of the proxy is taken, unless it is none', async () => {
    const idOf = async (given: string) =>
      (await ana.fetch('/health/live', { headers: { 'x-request-id': given } })).headers.get('request-id')
    for (const safe of [
      '0190a2b4-7c1d-7000-8000-1234567890ab',
      'a1b2c3d4e5f60718293a4b5c6d7e8f90',
      '1-67.abc_DEF',
    ])
      assert.equal(await idOf(safe), safe)
    for (const unsafe of [
      'short',
      'x'.repeat(65),
      '{"level":60}',
      'a b c d e f',
      '<script>alert(1)</script>',
    ])
      assert.match((await idOf(unsafe)) ?? '', UUID, unsafe)
  })

  test('every request is one line, at any LOG_LEVEL, without what people typed or hold', async () => {
    const id = '0190a2b4-7c1d-7000-8000-00000000c0de'
    const headers = { 'x-request-id': id, 'x-forwarded-for': '203.0.113.7' }
    await ana.fetch('/receipts?text=klinik%20ana', { headers })
    const { time, ms, pid, hostname, ...line } = logged.lines.find((one) => one.requestId === id) as Line
    assert.deepEqual(line, {
      level: 30,
      event: 'request',
      requestId: id,
      method: 'GET',
      route: '/receipts',
      status: 200,
      network: '203.0.113.7',
    })
    assert.ok(Number.isInteger(ms))
    const requests = logged.lines.filter(({ event }) => event === 'request')
    assert.ok(requests.some(({ route, status }) => route === '/auth/authorize' && status === 302))
    const cookies = ana.browser.jar.names().map((name) => ana.browser.jar.get(name)?.value ?? '')
    for (const secret of ['klinik', 'ana@example.org', 'code=', 'state=', '?', ...cookies.filter(Boolean)])
      assert.ok(!logged.text().includes(secret), secret)
  })
})
