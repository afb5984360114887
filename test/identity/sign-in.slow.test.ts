import assert from 'node:assert/strict'
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { jwtDecrypt } from 'jose'
import { browserOf, clientOf, PASSWORD, signIn, signUp, signUpOn, type TestApp } from '../support/app.ts'
import type { Cognito } from '../support/cognito/index.ts'
import { platforms } from '../support/platforms.ts'
import { freezeTime } from '../support/time.ts'

const attempts: [string, (authorize: URL) => URL][] = [
  ['denied', (url) => withQuery(url, { error: 'access_denied', code: undefined })],
  ['a state nobody began', (url) => withQuery(url, { state: 'x'.repeat(43) })],
  ['no state', (url) => withQuery(url, { state: undefined })],
  ['a code of somebody else', (url) => withQuery(url, { code: 'A'.repeat(43) })],
  ['another issuer', (url) => withQuery(url, { iss: 'https://evil.example' })],
  ['nothing at all', (url) => new URL(url.pathname, url)],
]
for (const platform of platforms) {
  describe(platform.name, () => {
    let app: TestApp & { cognito?: Cognito }
    before(async () => {
      app = await platform.start()
    })
    after(() => app.close())

    test('a person signs in, comes back to the page asked for, and is known by cookie', async () => {
      const browser = browserOf(app)
      const page = await browser.navigate('/receipts?limit=7')
      const end = await signUpOn(browser, page, 'aisyah@example.com')
      assert.equal(end.url.href, `${app.url}/receipts?limit=7`)
      assert.equal(end.status, 200)
      const me = await clientOf(app, browser).fetch('/auth/me')
      assert.equal(me.status, 200)
      assert.equal(me.headers.get('cache-control'), 'no-store')
      const { sub, email } = (await me.json()) as { sub: string; email: string }
      assert.equal(email, 'aisyah@example.com')
      assert.equal(sub, clientOf(app, browser).sub)
    })

    test('a bearer token is enough, and then says only what it carries', async () => {
      const { token, sub, claims } = await signUp(app, 'bearer@example.com')
      const me = await fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })
      assert.deepEqual(await me.json(), { sub, username: claims.username })
    })

    test('the tokens look like those of Cognito', async () => {
      const { claims, browser } = await signUp(app, 'claims@example.com')
      const idToken = browser.jar.get('id_token')?.value ?? ''
      const part = (token: string, i: number) =>
        JSON.parse(Buffer.from(token.split('.')[i] ?? '', 'base64url').toString())
      const id = part(idToken, 1)
      assert.equal(claims.token_use, 'access')
      assert.equal(claims.iss, app.cognito?.issuer ?? `${app.url}/oidc`)
      assert.equal(claims.aud, app.cognito ? undefined : claims.client_id)
      assert.equal(claims.exp - claims.iat, 3600)
      assert.equal(claims.scope, 'openid email profile phone')
      assert.equal(typeof claims.auth_time, 'number')
      assert.equal(claims.email, undefined)
      assert.equal(id.token_use, 'id')
      assert.equal(id.aud, claims.client_id)
      assert.equal(id.email, 'claims@example.com')
      assert.equal(id['cognito:username'], claims.username)
      assert.equal(id.origin_jti, claims.origin_jti)
      assert.ok(id.nonce)
      const accessHeader = part(browser.jar.get('access_token')?.value ?? '', 0)
      assert.equal(accessHeader.alg, 'RS256')
      assert.notEqual(accessHeader.kid, part(idToken, 0).kid)
      assert.equal(browser.jar.get('refresh_token')?.value.split('.').length, 1, 'opaque')
    })

    test('the cookies have the flags of the table', async () => {
      const { browser } = await signUp(app, 'flags@example.com')
      const flags = (name: string) =>
        (browser.jar.get(name)?.line ?? '')
          .split('; ')
          .slice(1)
          .sort()
          .join('; ')
          .replace(/=36\d\d|=35\d\d/, '=1h')
      assert.equal(flags('access_token'), 'HttpOnly; Max-Age=1h; Path=/; SameSite=Lax')
      assert.equal(flags('id_token'), 'HttpOnly; Max-Age=1h; Path=/auth; SameSite=Lax')
      assert.equal(flags('refresh_token'), 'HttpOnly; Max-Age=2592000; Path=/auth; SameSite=Lax')
      assert.deepEqual(
        browser.jar.names().filter((name) => name.startsWith('sign_in.')),
        [],
      )
    })

    test('two tabs that begin to sign in both arrive where they wanted to go', async () => {
      await signUp(app, 'tabs@example.com')
      const browser = browserOf(app)
      const first = await browser.navigate('/auth/login?returnTo=/docs')
      const second = await browser.navigate('/auth/login?returnTo=/openapi.json')
      const form = { email: 'tabs@example.com', password: PASSWORD }
      const secondEnd = await browser.submit(second, form)
      const firstEnd = await browser.submit(first, form)
      assert.equal(secondEnd.url.pathname, '/openapi.json')
      assert.match(firstEnd.url.pathname, /^\/docs/)
      assert.equal((await clientOf(app, browser).fetch('/auth/me')).status, 200)
    })

    test('another person in a second tab gets a session of their own', async () => {
      await signUp(app, 'one@example.com')
      const { sub } = await signUp(app, 'two@example.com')
      const browser = browserOf(app)
      const first = await browser.navigate('/auth/login')
      const second = await browser.navigate('/auth/login')
      await browser.submit(first, { email: 'one@example.com', password: PASSWORD })
      await browser.submit(second, { email: 'two@example.com', password: PASSWORD })
      const me = (await (await clientOf(app, browser).fetch('/auth/me')).json()) as {
        sub: string
        email: string
      }
      assert.deepEqual([me.sub, me.email], [sub, 'two@example.com'])
    })

    test('signing in again ends the session the browser had before', async () => {
      const client = await signUp(app, 'again@example.com')
      await client.browser.navigate('/auth/login')
      const renewed = clientOf(app, client.browser)
      assert.notEqual(renewed.claims.origin_jti, client.claims.origin_jti)
      assert.equal((await renewed.fetch('/auth/me')).status, 200)
      const old = await fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${client.token}` } })
      assert.equal(old.status, 401)
    })

    test('the sign-in writes a session row', async () => {
      const client = await signUp(app, 'row@example.com')
      const { sessions } = (await (await client.fetch('/me/sessions')).json()) as {
        sessions: { id: string }[]
      }
      assert.deepEqual(
        sessions.map((row) => row.id),
        [client.claims.origin_jti],
      )
    })

    for (const [name, change] of attempts) {
      test(`coming back with ${name} ends in a page and without a session`, async () => {
        const { browser, authorize } = await backFromProvider()
        const page = await browser.navigate(change(authorize))
        assert.equal(page.status, 400)
        assert.match(page.text, /Sign in again/)
        assert.equal(browser.jar.get('access_token'), undefined)
        const problem = await browser.send(authorize.pathname)
        assert.match(String(problem.headers.get('content-type')), /^application\/problem\+json/)
        assert.equal(((await problem.json()) as { code: string }).code, 'sign_in_failed')
      })
    }

    test('coming back without an issuer is refused where the provider always says one', async () => {
      const { browser, authorize } = await backFromProvider()
      const response = await browser.send(withQuery(authorize, { iss: undefined }))
      assert.equal(response.status, app.cognito ? 302 : 400)
    })

    test('an answer works once, and only in the browser that began', async () => {
      const { browser, authorize } = await backFromProvider()
      const thief = browserOf(app)
      assert.equal((await thief.navigate(authorize)).status, 400)
      const copied = browserOf(app, browser.jar.copy())
      assert.equal((await browser.send(authorize)).status, 302)
      assert.ok(browser.jar.get('access_token'))
      const token = browser.jar.get('access_token')?.value
      const again = await browser.send(authorize)
      assert.equal(
        again.headers.get('location'),
        '/',
        'they are signed in, so they are not told of a failure',
      )
      assert.equal(browser.jar.get('access_token')?.value, token, 'the cookie is gone')
      assert.equal((await copied.send(authorize)).status, 400, 'the code is used')
      assert.equal(copied.jar.get('access_token'), undefined)
    })

    test('a transaction cookie of another state or another server is not one', async () => {
      const { browser, authorize } = await backFromProvider()
      const state = authorize.searchParams.get('state')
      const own = browser.jar.get(`sign_in.${state}`)?.value ?? ''
      for (const value of ['', 'x', `${own.slice(0, -4)}AAAA`, own.slice(4)]) {
        browser.jar.set(authorize, `sign_in.${state}=${value}; Path=/auth`)
        assert.equal((await browser.send(authorize)).status, 400)
      }
      assert.equal(browser.jar.get('access_token'), undefined)
    })

    test('a sign-in that began before an upgrade is completed after it, until it expires', async () => {
      const key = await sealingKeyOf(app)
      for (const { isAlive, status } of [
        { isAlive: false, status: 400 },
        { isAlive: true, status: 302 },
      ]) {
        const { browser, authorize } = await backFromProvider()
        const name = `sign_in.${authorize.searchParams.get('state')}`
        const cookie = browser.jar.get(name)?.value ?? ''
        assert.ok(cookie.length < 1_000, `${cookie.length} bytes`)
        // A standard encrypted JWT: any library opens it with the key.
        const { payload } = await jwtDecrypt(cookie, key, { subject: name })
        const { exp = 0, sub: _, ...begun } = payload
        const expiresAt = isAlive ? exp * 1000 : Date.now() - 1000
        const earlier = sealedBefore(key, name, JSON.stringify({ ...begun, expiresAt }))
        browser.jar.set(authorize, `${name}=${earlier}; Path=/auth`)
        assert.equal((await browser.send(authorize)).status, status)
      }
    })

    test('a sign-in that takes too long has to begin anew', async () => {
      const time = freezeTime()
      try {
        const { browser, authorize } = await backFromProvider('slow@example.com')
        const cookie = browser.jar.get(`sign_in.${authorize.searchParams.get('state')}`)
        time.advance({ minutes: 16 })
        assert.equal((await browser.send(authorize)).status, 400, 'the browser dropped the cookie')
        browser.jar.set(authorize, `${cookie?.name}=${cookie?.value}; Path=/auth`)
        assert.equal((await browser.send(authorize)).status, 400, 'a kept one does not help')
      } finally {
        time.release()
      }
    })

    for (const returnTo of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      '/\t/evil.example',
      '\\\\evil.example',
      'javascript:alert(1)',
      '/auth/logout',
      '/auth/login?returnTo=/auth/login',
      '/oidc/logout',
      '/./auth/logout',
      '/%2e/../auth/logout',
      '/%61uth/logout',
      '/auth%2Flogout',
      '/%6Fidc/logout',
      '/.//evil.example',
      'receipts',
      `/${'a'.repeat(3000)}`,
    ]) {
      test(`after signing in nobody is sent to ${returnTo.slice(0, 40)}`, async () => {
        const browser = browserOf(app)
        const page = await browser.navigate(`/auth/login?${new URLSearchParams({ returnTo })}`)
        const end = await browser.submit(page, { email: 'known@example.com', password: PASSWORD })
        assert.ok(browser.jar.get('access_token'))
        assert.equal(end.url.href, `${app.url}/`)
      })
    }

    test('many sign-ins begun in one browser do not fill its cookies', async () => {
      const browser = browserOf(app)
      for (let tab = 0; tab < 30; tab++) await browser.send('/auth/login')
      const kept = browser.jar.names().filter((name) => name.startsWith('sign_in.'))
      assert.equal(kept.length, 8)
      await browser.submit(await browser.navigate('/auth/login'), {
        email: 'known@example.com',
        password: PASSWORD,
      })
      assert.ok(browser.jar.get('access_token'))
    })

    test('the provider remembers the browser until it signs out', async () => {
      const { browser, sub } = await signIn(app, 'known@example.com')
      for (const name of ['access_token', 'id_token', 'refresh_token']) browser.jar.delete(name)
      await browser.navigate('/auth/login')
      assert.equal(clientOf(app, browser).sub, sub)
    })

    /** A browser whose person has signed in at the provider, and the address it is about to be sent back to. */
    async function backFromProvider(email = 'known@example.com') {
      await signUp(app, email).catch(() => undefined)
      const browser = browserOf(app)
      const page = await browser.navigate('/auth/login')
      let response = await browser.send(page.url, {
        method: 'POST',
        headers: { origin: app.url },
        body: new URLSearchParams({ email, password: PASSWORD }),
      })
      for (;;) {
        const next = new URL(response.headers.get('location') ?? assert.fail('no way back'), app.url)
        if (next.pathname === '/auth/authorize') return { browser, authorize: next }
        response = await browser.send(next)
      }
    }
  })
}

/** The key of cookies of sign-ins, from SECRET_KEY or the key file that stands in for it. */
async function sealingKeyOf({ env, dataDir }: Pick<TestApp, 'env' | 'dataDir'>) {
  const secret =
    (env as NodeJS.ProcessEnv).SECRET_KEY ?? (await readFile(join(dataDir, 'keys/secret-key'), 'utf8')).trim()
  return new Uint8Array(hkdfSync('sha256', secret, 'malaysian-tax-tracker', 'sign-in transaction', 32))
}

/** Sealed as releases before encrypted JWTs did. */
function sealedBefore(key: Uint8Array, name: string, text: string) {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

function withQuery(url: URL, change: Record<string, string | undefined>) {
  const changed = new URL(url)
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) changed.searchParams.delete(name)
    else changed.searchParams.set(name, value)
  }
  return changed
}
