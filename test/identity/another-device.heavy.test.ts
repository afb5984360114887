import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import { clientOf, freePort, PASSWORD, startApp, type TestApp } from '../support/app.ts'
import { type BrowserOptions, createBrowser } from '../support/browser.ts'
import { networkAddress } from '../support/network-address.ts'
import { freezeTime } from '../support/time.ts'

const NO_NETWORK = networkAddress === undefined && 'this machine has no network'
const FORM = { email: 'owner@example.com', password: PASSWORD }

/** A server that phones reach at `name`, and that nobody has an account on. */
async function withServer(
  use: (app: TestApp, code: string) => Promise<void>,
  env: Record<string, string> = {},
  name = 'tracker.example.org',
) {
  const PORT = String(await freePort())
  const app = await startApp({
    env: { SIGN_UP: 'first', PORT, PUBLIC_URL: `http://${name}:${PORT}`, ...env },
  })
  try {
    await use(app, app.services.identity.accounts?.firstAccountCode() ?? assert.fail('no code'))
  } finally {
    await app.close()
  }
}

const browserAt = (app: TestApp, options: BrowserOptions = {}) =>
  createBrowser(app.url, { route: () => ({ socket: app.socket, host: new URL(app.url).host }), ...options })

/** A device of the same network. */
const phoneOf = (app: TestApp) => browserAt(app, networkAddress ? { from: networkAddress } : {})

/** Somebody who comes through a proxy. */
const behindProxy = (app: TestApp, address: string) =>
  browserAt(app, { headers: { 'x-forwarded-for': address } })

describe('the first account', () => {
  test(
    'needs the code of the terminal from another device, written in any way, and the code is gone then',
    {
      skip: NO_NETWORK,
    },
    () =>
      withServer(async (app, code) => {
        const phone = phoneOf(app)
        let page = await phone.navigate('/auth/login')
        assert.match(page.text, /Code of this server/)
        for (const wrong of ['', 'AAAA-AAAA', `${code}A`]) {
          page = await phone.submit(page, { ...FORM, code: wrong })
          assert.equal(page.status, 422)
          assert.match(page.text, /The code is not right/)
        }
        page = await phone.submit(page, { ...FORM, password: 'short', code })
        assert.match(page.text, /at least 10 characters/)
        assert.ok(page.text.includes(`value="${code}"`), 'it need not be typed again')
        const end = await phone.submit(page, { ...FORM, code: ` ${code.toLowerCase().replace('-', ' ')}` })
        for (const address of end.visited) assert.ok(!address.toUpperCase().includes(code), address)
        assert.equal((await clientOf(app, phone).fetch('/auth/me')).status, 200)
        assert.equal(app.services.identity.accounts?.firstAccountCode(), undefined)
        assert.match((await phoneOf(app).navigate('/auth/login')).text, /Welcome back/)
      }),
  )

  test('needs none from the machine itself', () =>
    withServer(async (app) => {
      const browser = browserAt(app)
      const page = await browser.navigate('/auth/login')
      assert.doesNotMatch(page.text, /name="code"/)
      await browser.submit(page, FORM)
      assert.ok(browser.jar.get('access_token'))
    }))

  test('needs it of whoever comes through a proxy on the machine', async () => {
    const proxied: Record<string, string>[] = [
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-real-ip': '192.168.1.7' },
      { forwarded: 'for=127.0.0.1' },
      { via: '1.1 proxy' },
    ]
    await withServer(async (app) => {
      for (const headers of proxied) {
        const page = await browserAt(app, { headers }).navigate('/auth/login')
        assert.match(page.text, /name="code"/, JSON.stringify(headers))
      }
      // As nginx asks, which adds no header by itself.
      assert.match(await overHttp10(app, '/auth/login'), /name="code"/)
    })
    const inFront: Record<string, string>[] = [
      { PUBLIC_URL: 'https://tax.example.org' },
      { PUBLIC_URL: 'http://tax.example.org' },
      { TRUST_PROXY: '1' },
    ]
    for (const env of inFront) {
      await withServer(async (app) => {
        const host = app.socket.host
        const browser = browserAt(app, { route: () => ({ socket: app.socket, host }) })
        assert.match((await browser.navigate('/auth/login')).text, /name="code"/, JSON.stringify(env))
      }, env)
    }
  })

  test('ten wrong codes are followed by a wait, for that address only', async () => {
    const time = freezeTime()
    try {
      await withServer(
        async (app, code) => {
          const guesser = behindProxy(app, '203.0.113.9')
          const form = await guesser.navigate('/auth/login')
          const tries = Array.from({ length: 10 }, (_, i) =>
            guesser.submit(form, { ...FORM, code: `AAAA-AAA${i}` }),
          )
          assert.deepEqual(
            (await Promise.all(tries)).map(({ status }) => status),
            Array(10).fill(422),
          )
          const late = await guesser.submit(form, { ...FORM, code })
          assert.equal(late.status, 429)
          assert.match(late.text, /Too many attempts\.<\/strong> Try again in 15 minutes/)
          time.advance({ minutes: 15 })
          assert.equal((await guesser.submit(form, { ...FORM, code: 'AAAA-AAAA' })).status, 422)

          const owner = behindProxy(app, '203.0.113.10')
          await owner.submit(await owner.navigate('/auth/login'), { ...FORM, code })
          assert.ok(owner.jar.get('access_token'))
        },
        { TRUST_PROXY: '1' },
      )
    } finally {
      time.release()
    }
  })

  test('an invitation needs no code, and every start has another one', () =>
    withServer(async (app, code) => {
      await withServer(async (_other, another) => assert.notEqual(another, code))
      assert.match(code, /^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
      const browser = behindProxy(app, '203.0.113.9')
      const invitation = app.services.identity.accounts?.invite().code
      const page = await browser.navigate(`/oidc/invitation/${invitation}`)
      assert.match(page.text, /You were invited/)
      await browser.submit(page, FORM)
      assert.ok(browser.jar.get('access_token'))
    }))

  test('is asked for in Malay too', () =>
    withServer(async (app) => {
      const browser = behindProxy(app, '203.0.113.9')
      const page = await browser.navigate('/auth/login?ui_locales=ms')
      assert.match(page.text, /Kod pelayan ini/)
      assert.match((await browser.submit(page, { ...FORM, code: 'x' })).text, /Kod itu tidak betul/)
    }))
})

describe('names and addresses', () => {
  const asked = (app: TestApp, host: string, path: string, headers: Record<string, string> = {}) =>
    createBrowser(app.url, { route: () => ({ socket: app.socket, host }) }).send(path, { headers })

  test('a name that is not the server’s own is refused with a sentence, on every path', () =>
    withServer(async (app) => {
      const { port } = app.socket
      for (const host of [
        `evil.example:${port}`,
        'tracker.example.org.evil.example',
        'localhost.evil.example',
      ]) {
        for (const path of ['/', '/auth/login', '/oidc/auth', '/auth/me', '/nothing', '/health/live']) {
          const response = await asked(app, host, path)
          assert.equal(response.status, 421, host + path)
          const { code, detail } = (await response.json()) as { code: string; detail: string }
          assert.equal(code, 'misdirected')
          assert.match(detail, /does not answer under this name.*PUBLIC_URL/)
          assert.deepEqual(response.headers.getSetCookie(), [])
        }
      }
      const page = await asked(app, 'evil.example', '/', { accept: 'text/html', 'accept-language': 'ms' })
      assert.match(await page.text(), /<h1>Pelayan ini tidak disediakan untuk alamat ini<\/h1>/)
      assert.match(String(page.headers.get('content-security-policy')), /default-src 'none'/)
    }))

  test('its own names, addresses, and names that the public DNS does not have are answered', () =>
    withServer(async (app) => {
      for (const host of [
        new URL(app.url).host,
        'localhost:8000',
        '127.0.0.1',
        '[::1]:8000',
        '192.168.1.20:8000',
        '[fd00::2]',
        'pi',
        'pi:80',
        'pi.local',
        'pi.local.',
        'tracker.lan',
        'tracker.home.arpa',
      ]) {
        assert.equal((await asked(app, host, '/health/live')).status, 200, host)
      }
    }))

  test('behind a proxy any name is answered, as it may be the proxy’s own for the server', () =>
    withServer(
      async (app) => {
        assert.equal((await asked(app, 'upstream.example', '/health/live')).status, 200)
      },
      { PUBLIC_URL: 'https://tax.example.org' },
    ))

  test('sign-in goes to PUBLIC_URL first from another address of the machine', () =>
    withServer(async (app) => {
      const { port } = app.socket
      for (const host of [`localhost:${port}`, `192.168.1.20:${port}`, `pi.local:${port}`]) {
        const moved = await asked(app, host, '/auth/login?returnTo=/app/snap')
        assert.equal(
          moved.headers.get('location'),
          `${app.url}/auth/login?returnTo=%2Fapp%2Fsnap&moved=1`,
          host,
        )
      }
    }))

  test(
    'a phone that signs in at a server that believes to be on localhost is told what to set',
    {
      skip: NO_NETWORK,
    },
    () =>
      withServer(
        async (app) => {
          const host = `192.168.1.20:${app.socket.port}`
          const phone = phoneOf(app)
          const at = createBrowser(`http://${host}`, {
            route: () => ({ socket: app.socket, host }),
            ...(networkAddress && { from: networkAddress }),
          })
          const page = await at.navigate('/auth/login')
          assert.equal(page.status, 421)
          assert.equal(page.visited.length, 1)
          assert.match(page.text, new RegExp(`set PUBLIC_URL=http://${host}`))
          assert.match(
            (await at.navigate('/auth/login?ui_locales=ms')).text,
            new RegExp(`tetapkan PUBLIC_URL=http://${host}`),
          )
          // A tunnel from the phone leads to localhost.
          assert.match((await phone.navigate('/auth/login')).text, /name="code"/)
          // The machine itself is led to its own name.
          assert.equal((await asked(app, host, '/auth/login')).status, 302)
        },
        {},
        'localhost',
      ),
  )
})

/** The page that a person gets through a proxy that speaks HTTP/1.0. */
async function overHttp10(app: TestApp, path: string, cookies: string[] = []): Promise<string> {
  const socket = connect(Number(app.socket.port), app.socket.hostname)
  const lines = [`GET ${path} HTTP/1.0`, `Host: ${new URL(app.url).host}`, `Cookie: ${cookies.join('; ')}`]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  const answer = await text(socket)
  const location = /^location: (.*)\r$/im.exec(answer)?.[1]
  if (!location) return answer
  const { pathname, search } = new URL(location, app.url)
  const set = [...answer.matchAll(/^set-cookie: ([^;]*)/gim)].map(([, cookie = '']) => cookie)
  return overHttp10(app, pathname + search, [...cookies, ...set])
}
