import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { browserOf, type Client, clientOf, signUp, startApp, type TestApp } from '../support/app.ts'
import { type CognitoApp, startCognitoApp } from '../support/platforms.ts'
import { isProblem } from '../support/receipts.ts'
import { freezeTime } from '../support/time.ts'

const HTTPS = 'https://tax.example.org'
const TOKENS = ['access_token', 'id_token', 'refresh_token'] as const
type Who = { sub: string }

/** The value of a cookie of a client, also where it was deleted since. */
const cookieOf = (client: Client, name: string) => client.browser.jar.get(name)?.value ?? assert.fail(name)

/** A request with nothing but these cookies, past PUBLIC_URL, as the proxy in front sends it. */
function send(app: TestApp, path: string, cookie: string | string[], init: { method?: string } = {}) {
  return new Promise<Response>((resolve, reject) => {
    const headers = { host: new URL(app.url).host, origin: app.url, cookie, 'content-length': '0' }
    const sent = request(new URL(path, app.socket), { ...init, headers }, async (message) => {
      const body = Buffer.concat(await message.toArray())
      const set = message.headers['set-cookie'] ?? []
      const lines = set.map((line): [string, string] => ['set-cookie', line])
      const type: [string, string] = ['content-type', message.headers['content-type'] ?? '']
      resolve(new Response(body, { status: message.statusCode ?? 0, headers: [...lines, type] }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

const whoIs = async (response: Response) => ((await response.json()) as Who).sub

describe('a cookie that is sent twice', () => {
  let app: TestApp
  let victim: Client
  let attacker: Client
  before(async () => {
    app = await startApp()
    victim = await signUp(app, 'victim@example.com')
    attacker = await signUp(app, 'attacker@example.com')
  })
  after(() => app.close())

  test('is refused, whichever comes first, and nothing is stored for anybody', async () => {
    const [a, v] = [attacker, victim].map((client) => `access_token=${client.token}`)
    for (const cookie of [
      `${a}; ${v}`,
      `${v}; ${a}`,
      `${v}; x=1; ${v}`,
      `${a};access_token =${victim.token}`,
    ]) {
      for (const [method, path] of [
        ['POST', '/receipts'],
        ['POST', '/receipts/upload'],
        ['GET', '/receipts'],
        ['GET', '/auth/me'],
      ] as const) {
        const response = await send(app, path, cookie, { method })
        await isProblem(response, 401, 'duplicate_cookie')
      }
    }
    for (const { token } of [attacker, victim]) {
      const list = await send(app, '/receipts', `access_token=${token}`)
      assert.deepEqual(((await list.json()) as { receipts: unknown[] }).receipts, [])
    }
  })

  test('is refused also in two header lines', async () => {
    const cookies = [attacker, victim].map((client) => `access_token=${client.token}`)
    await isProblem(await send(app, '/auth/me', cookies), 401, 'duplicate_cookie')
  })

  test('is refused for every cookie of ours, and every route that reads one', async () => {
    const names = [
      ...TOKENS,
      'access_token.0',
      'refresh_token.1',
      'id_token.2',
      '__Host-access_token',
      '__Secure-refresh_token',
      '__Secure-id_token.0',
      'sign_in.the-state',
    ]
    const routes = [
      ['GET', '/auth/me'],
      ['GET', '/auth/login'],
      ['GET', '/auth/authorize?state=the-state&code=x'],
      ['POST', '/auth/refresh'],
      ['POST', '/auth/logout'],
      ['GET', '/me/sessions'],
    ] as const
    for (const name of names) {
      for (const [method, path] of routes) {
        const response = await send(app, path, `${name}=x; other=1; ${name}=y`, { method })
        assert.deepEqual(response.headers.getSetCookie(), [], 'removing ours would leave the other one')
        const { detail } = await isProblem(response, 401, 'duplicate_cookie')
        assert.doesNotMatch(detail, /the-state/)
      }
    }
  })

  test('a token that is there whole and in parts is refused as well', async () => {
    const half = Math.floor(victim.token.length / 2)
    const parts = `access_token.0=${victim.token.slice(0, half)}; access_token.1=${victim.token.slice(half)}`
    assert.equal(await whoIs(await send(app, '/auth/me', parts)), victim.sub)
    const both = `access_token=${attacker.token}; ${parts}`
    await isProblem(await send(app, '/auth/me', both), 401, 'duplicate_cookie')
    await isProblem(await send(app, '/auth/logout', both, { method: 'POST' }), 401, 'duplicate_cookie')
    assert.equal(await whoIs(await send(app, '/auth/me', parts)), victim.sub, 'nothing was ended')
  })

  test('a browser that opens a page is not sent around in circles', async () => {
    const cookie = `access_token=${attacker.token}; access_token=${victim.token}`
    for (const path of ['/receipts', '/auth/login?returnTo=/receipts']) {
      const response = await browserOf(app).send(path, {
        headers: { cookie, accept: 'text/html', 'sec-fetch-mode': 'navigate' },
      })
      assert.equal(response.status, 401, path)
    }
  })

  test('does not matter to a bearer, and cookies of others may repeat', async () => {
    const cookie = `access_token=${attacker.token}; access_token=x`
    const headers = { authorization: `Bearer ${victim.token}`, cookie }
    assert.equal(await whoIs(await fetch(`${app.url}/auth/me`, { headers })), victim.sub)
    const theirs = `access_token=${victim.token}; a=1; a=2; my_access_token=1; my_access_token=2; access_token.x=1; access_token.x=2`
    assert.equal(await whoIs(await send(app, '/auth/me', theirs)), victim.sub)
  })

  test('on http the prefixed names mean nothing', async () => {
    const cookie = `__Host-access_token=${attacker.token}; access_token=${victim.token}`
    assert.equal(await whoIs(await send(app, '/auth/me', cookie)), victim.sub)
    const alone = await send(app, '/auth/me', `__Host-access_token=${attacker.token}`)
    await isProblem(alone, 401, 'unauthenticated')
  })
})

describe('on https', () => {
  let app: TestApp
  let time: ReturnType<typeof freezeTime>
  before(async () => {
    time = freezeTime()
    app = await startApp({ env: { PUBLIC_URL: HTTPS } })
  })
  after(async () => {
    await app.close()
    time.release()
  })

  test('the cookies have the flags of the table', async () => {
    const { browser } = await signUp(app, 'flags@example.com')
    const flags = browser.jar
      .names()
      .filter((name) => /_token/.test(name))
      .map((name) => [name, browser.jar.get(name)?.line.split('; ').slice(1).sort().join('; ')])
    assert.deepEqual(Object.fromEntries(flags), {
      access_token: 'HttpOnly; Max-Age=3600; Path=/; SameSite=Lax; Secure',
      '__Host-access_token': 'HttpOnly; Max-Age=2592000; Path=/; SameSite=Lax; Secure',
      '__Secure-id_token': 'HttpOnly; Max-Age=2592000; Path=/auth; SameSite=Lax; Secure',
      refresh_token: 'HttpOnly; Max-Age=2592000; Path=/auth; SameSite=Lax; Secure',
      '__Secure-refresh_token': 'HttpOnly; Max-Age=2592000; Path=/auth; SameSite=Lax; Secure',
    })
  })

  test('the twin decides over a plain cookie that another host has planted', async () => {
    const victim = await signUp(app, 'victim@example.com')
    const attacker = await signUp(app, 'attacker@example.com')
    const twin = `__Host-access_token=${victim.token}`
    const planted = `access_token=${attacker.token}`
    for (const cookie of [`${planted}; ${twin}`, `${twin}; ${planted}`]) {
      assert.equal(await whoIs(await send(app, '/auth/me', cookie)), victim.sub)
    }
    const refreshed = await send(
      app,
      '/auth/refresh',
      `refresh_token=${cookieOf(attacker, 'refresh_token')}; __Secure-refresh_token=${cookieOf(victim, '__Secure-refresh_token')}`,
      { method: 'POST' },
    )
    assert.equal(refreshed.status, 200)
    const fresh = refreshed.headers.getSetCookie().find((line) => line.startsWith('__Host-access_token='))
    assert.equal(await whoIs(await send(app, '/auth/me', fresh?.split(';')[0] ?? '')), victim.sub)
    await isProblem(await send(app, '/auth/me', `${twin}; ${twin}`), 401, 'duplicate_cookie')
  })

  test('a planted cookie gets no chance when the access token expires', async () => {
    const victim = await signUp(app, 'expired@example.com')
    time.advance({ minutes: 61 })
    const attacker = await signUp(app, 'patient@example.com')
    const { jar } = victim.browser
    assert.equal(jar.get('access_token'), undefined)
    jar.set(new URL(app.url), `access_token=${attacker.token}; Path=/; Secure`)
    await isProblem(await victim.fetch('/auth/me'), 401, 'invalid_token')
    assert.equal((await victim.fetch('/auth/refresh', { method: 'POST' })).status, 200)
    assert.equal(await whoIs(await victim.fetch('/auth/me')), victim.sub)
  })

  test('a session of the release before, with plain cookies only, works and gets the twins', async () => {
    const client = await signUp(app, 'before@example.com')
    const { jar } = client.browser
    const idToken = cookieOf(client, '__Secure-id_token')
    for (const name of jar.names().filter((each) => each.startsWith('__'))) jar.delete(name)
    jar.set(new URL(app.url), `id_token=${idToken}; Path=/auth; Secure`)
    const profile = (await (await client.fetch('/auth/me')).json()) as { sub: string; email: string }
    assert.deepEqual([profile.sub, profile.email], [client.sub, 'before@example.com'])
    assert.equal((await client.fetch('/auth/refresh', { method: 'POST' })).status, 200)
    const names = jar.names().filter((name) => /_token/.test(name))
    assert.deepEqual(names.sort(), [
      '__Host-access_token',
      '__Secure-id_token',
      '__Secure-refresh_token',
      'access_token',
      'refresh_token',
    ])
    assert.equal(await whoIs(await client.fetch('/auth/me')), client.sub)
  })

  test('logout removes both names of every token, and ends the session', async () => {
    const client = await signUp(app, 'leaves@example.com')
    const copy = clientOf(app, browserOf(app, client.browser.jar.copy()))
    const response = await client.fetch('/auth/logout', { method: 'POST' })
    const cleared = response.headers.getSetCookie().filter((line) => /Max-Age=0/.test(line))
    for (const name of [...TOKENS, '__Host-access_token', '__Secure-id_token', '__Secure-refresh_token']) {
      assert.ok(
        cleared.some((line) => line.startsWith(`${name}=;`)),
        name,
      )
    }
    assert.deepEqual(
      client.browser.jar.names().filter((name) => /_token/.test(name)),
      [],
    )
    await isProblem(await copy.fetch('/auth/me'), 401, 'invalid_token')
    await isProblem(await copy.fetch('/auth/refresh', { method: 'POST' }), 401, 'unauthenticated')
  })
})

describe('on https with tokens longer than a cookie', () => {
  let app: CognitoApp
  before(async () => {
    app = await startCognitoApp({ env: { PUBLIC_URL: HTTPS }, cognito: { groups: 150 } })
  })
  after(() => app.close())

  test('the parts are kept once, under the twin’s name, and within the header', async () => {
    const browser = browserOf(app)
    await browser.submit(await browser.navigate('/auth/login'), { email: 'groups@example.com' })
    const names = () => browser.jar.names().filter((name) => /_token/.test(name))
    const long = names().filter((name) => /\.\d$/.test(name))
    assert.ok(long.length >= 4, names().join(' '))
    for (const name of long) assert.match(name, /^__(Host-access|Secure-id)_token\.\d$/)
    assert.ok(!names().includes('access_token'))
    assert.ok(browser.jar.header(new URL('/auth/me', app.url)).length < 48 * 1024)
    const client = clientOf(app, browser)
    assert.equal((await client.fetch('/auth/me')).status, 200)

    // Plain parts are those of the release before.
    for (const name of long) {
      const { value = '', line = '' } = browser.jar.get(name) ?? {}
      browser.jar.delete(name)
      const plain = name.replace(/^__(Host|Secure)-/, '')
      browser.jar.set(new URL(app.url), line.replace(`${name}=${value}`, `${plain}=${value}`))
    }
    assert.equal((await client.fetch('/auth/me')).status, 200)
    assert.equal((await client.fetch('/auth/refresh', { method: 'POST' })).status, 200)
    assert.deepEqual(
      names().filter((name) => /^(access|id)_token/.test(name)),
      [],
    )
    assert.equal((await client.fetch('/auth/me')).status, 200)
    await client.fetch('/auth/logout', { method: 'POST' })
    assert.deepEqual(names(), [])
  })
})
