import assert from 'node:assert/strict'
import { networkInterfaces } from 'node:os'
import { test } from 'node:test'
import { browserOf, clientOf, freePort, PASSWORD, signUp, startApp, type TestApp } from '../support/app.ts'
import { createBrowser } from '../support/browser.ts'

const hasLoopback6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1'),
)

async function withApp(env: Record<string, string>, use: (app: TestApp) => Promise<void>) {
  const app = await startApp({ env })
  try {
    await use(app)
  } finally {
    await app.close()
  }
}

test('behind a proxy with https the browser sees PUBLIC_URL only, and every cookie is Secure', () =>
  withApp({ PUBLIC_URL: 'https://tax.example.org' }, async (app) => {
    const lines: string[] = []
    // A proxy that names its own upstream, as nginx does unless it is told otherwise.
    const browser = createBrowser(app.url, { route: () => ({ socket: app.socket, host: app.socket.host }) })
    const page = await browser.navigate('/auth/login')
    const signUpPage = await browser.click(page, 'Create an account')
    const end = await browser.submit(signUpPage, { email: 'proxy@example.com', password: PASSWORD })
    for (const url of [...page.visited, ...end.visited]) assert.equal(new URL(url).origin, app.url)
    for (const name of browser.jar.names()) lines.push(browser.jar.get(name)?.line ?? '')
    assert.ok(lines.length >= 5)
    for (const line of lines) assert.match(line, /;\s*secure/i, line)
    assert.match(String(end.headers.get('strict-transport-security')), /max-age/)
    const client = clientOf(app, browser)
    assert.equal(client.claims.iss, 'https://tax.example.org/oidc')
    assert.equal((await client.fetch('/auth/me')).status, 200)
    assert.equal((await client.fetch('/auth/refresh', { method: 'POST' })).status, 200)
    const { redirectTo } = (await (await client.fetch('/auth/logout', { method: 'POST' })).json()) as {
      redirectTo: string
    }
    assert.equal(new URL(redirectTo).origin, 'https://tax.example.org')
  }))

test('a mapped port works: the back channel does not need PUBLIC_URL to lead here', async () => {
  const mapped = await freePort()
  await withApp({ PUBLIC_URL: `http://localhost:${mapped}`, HOST: '0.0.0.0' }, async (app) => {
    const client = await signUp(app, 'm@example.com')
    assert.equal(client.claims.iss, `http://localhost:${mapped}/oidc`)
    assert.ok(!client.browser.jar.get('access_token')?.line.includes('Secure'))
  })
})

test('listening on ::1 works as well', { skip: !hasLoopback6 && 'this machine has no IPv6' }, () =>
  withApp({ HOST: '::1' }, async (app) => {
    assert.equal((await (await signUp(app, 'six@example.com')).fetch('/auth/me')).status, 200)
  }),
)

test('another loopback name is led to PUBLIC_URL before the login, once', async () => {
  const port = await freePort()
  await withApp({ PORT: String(port), PUBLIC_URL: `http://localhost:${port}` }, async (app) => {
    const at = (host: string, path: string) =>
      createBrowser(`http://127.0.0.1:${port}`, {
        route: (url) => ({ socket: app.socket, host: host || url.host }),
      }).send(path)
    for (const host of [`127.0.0.1:${port}`, `[::1]:${port}`, `127.0.0.2:${port}`]) {
      const response = await at(host, '/auth/login?returnTo=/docs&create=true')
      assert.equal(
        response.headers.get('location'),
        `http://localhost:${port}/auth/login?returnTo=%2Fdocs&create=true&moved=1`,
      )
      assert.deepEqual(response.headers.getSetCookie(), [])
      const second = await at(host, '/auth/login?returnTo=/docs&moved=1')
      assert.match(String(second.headers.get('location')), /\/oidc\/auth\?/)
    }
    const response = await at(`localhost:${port}`, '/auth/login')
    assert.match(
      String(response.headers.get('location')),
      new RegExp(`^http://localhost:${port}/oidc/auth\\?`),
    )
  })
})

test('no header of a client changes the addresses the provider makes', () =>
  withApp({}, async (app) => {
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example;proto=https',
      'x-original-url': 'https://evil.example/',
    }
    const discovery = await browserOf(app).send('/oidc/.well-known/openid-configuration', { headers })
    assert.ok(!(await discovery.text()).includes('evil.example'))
    const begun = await browserOf(app).send('/auth/login', { headers })
    assert.ok(begun.headers.get('location')?.startsWith(`${app.url}/oidc/auth?`))
    const response = await browserOf(app).send(String(begun.headers.get('location')), { headers })
    assert.ok(!JSON.stringify([...response.headers]).includes('evil.example'))
  }))

test('the endpoints of the provider carry the security headers too', () =>
  withApp({}, async (app) => {
    for (const path of ['/oidc/jwks', '/oidc/nothing-here', '/oidc/auth', '/auth/login', '/auth/me', '/']) {
      const { headers } = await browserOf(app).send(path)
      assert.match(String(headers.get('content-security-policy')), /default-src 'none'/, path)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
    }
  }))
