import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { browserOf, PASSWORD, signUp, startApp, type TestApp } from '../support/app.ts'
import { freezeTime } from '../support/time.ts'

let app: TestApp
before(async () => {
  app = await startApp()
  for (const name of ['known', 'flags']) await signUp(app, `${name}@example.com`)
})
after(() => app.close())

test('a wrong password and an unknown person get the same answer', async () => {
  const tryAs = async (email: string) => {
    const browser = browserOf(app)
    const page = await browser.submit(await browser.navigate('/auth/login'), {
      email,
      password: 'not this one',
    })
    assert.equal(browser.jar.get('access_token'), undefined)
    return { status: page.status, text: page.text.replaceAll(email, '').replace(/sign-in\/[\w-]+/g, '') }
  }
  const known = await tryAs('known@example.com')
  assert.equal(known.status, 422)
  assert.match(known.text, /e-mail or the password is not right/)
  assert.deepEqual(await tryAs('nobody@example.com'), known)
})

test('what is typed into a form is shown again as text, never as HTML', async () => {
  const browser = browserOf(app)
  const email = '"><script>alert(1)</script>@example.com'
  const page = await browser.submit(await browser.navigate('/auth/login'), { email, password: 'x' })
  assert.deepEqual(page.text.match(/<script[^>]*>/g), ['<script src="/assets/show-password.js" defer>'])
  assert.match(page.text, /&lt;script&gt;/)
  assert.match(String(page.headers.get('content-security-policy')), /script-src 'self';/)
})

test('a person without an account starts at the page where one is created', async () => {
  const browser = browserOf(app)
  const page = await browser.navigate('/auth/login?create=true&returnTo=/health/live')
  assert.match(page.text, /id="sign-up"/)
  const end = await browser.submit(page, { email: 'created@example.com', password: PASSWORD })
  assert.equal(end.url.href, `${app.url}/health/live`)
  assert.ok(browser.jar.get('access_token'))
})

test('a person who has an account after all signs in from there', async () => {
  const browser = browserOf(app)
  const form = await browser.click(await browser.navigate('/auth/login?create=true'), 'Sign in')
  assert.doesNotMatch(form.text, /id="sign-up"/)
  await browser.submit(form, { email: 'known@example.com', password: PASSWORD })
  assert.ok(browser.jar.get('access_token'))
})

test('going back to the end of a sign-in leads a signed-in person home, and nobody else', async () => {
  const browser = browserOf(app)
  const { visited } = await browser.submit(await browser.navigate('/auth/login'), {
    email: 'known@example.com',
    password: PASSWORD,
  })
  const callback = visited.find((url) => new URL(url).pathname === '/auth/authorize') ?? ''
  const token = browser.jar.get('access_token')?.value
  const back = await browser.navigate(callback)
  assert.deepEqual([back.status, back.url.pathname], [200, '/'])
  assert.equal(browser.jar.get('access_token')?.value, token)
  const stranger = await browserOf(app).navigate(callback)
  assert.equal(stranger.status, 400)
  assert.match(stranger.text, /Sign in again/)
  await browser.send('/auth/logout', { method: 'POST', headers: { origin: app.url } })
  assert.equal((await browser.navigate(callback)).status, 400)
})

test('going back there with an access token that has expired leads home too, and goes on with the session', async () => {
  const time = freezeTime()
  try {
    const browser = browserOf(app)
    const form = { email: 'known@example.com', password: PASSWORD }
    const { visited } = await browser.submit(await browser.navigate('/auth/login'), form)
    const callback = visited.find((url) => new URL(url).pathname === '/auth/authorize') ?? ''
    time.advance({ hours: 2 })
    assert.equal(browser.jar.get('access_token'), undefined)
    const back = await browser.navigate(callback)
    assert.deepEqual([back.status, back.url.pathname], [200, '/'])
    assert.equal((await browser.send('/auth/me')).status, 200)
  } finally {
    time.release()
  }
})

test('a password must be long, and not the e-mail', async () => {
  for (const [email, password, expected] of [
    ['short@example.com', '123456789', /at least 10 characters/],
    ['same.as.mail@example.com', 'Same.as.mail@example.com', /made of your e-mail/],
    ['not an address', PASSWORD, /Enter an e-mail address/],
    ['flags@example.com', PASSWORD, /already an account/],
  ] as const) {
    const browser = browserOf(app)
    const form = await browser.click(await browser.navigate('/auth/login'), 'Create an account')
    const page = await browser.submit(form, { email, password })
    assert.equal(page.status, 422)
    assert.match(page.text, expected)
    assert.equal(browser.jar.get('access_token'), undefined)
  }
})

test('the sign-in page of another browser or of yesterday is of no use', async () => {
  const owner = browserOf(app)
  const page = await owner.navigate('/auth/login')
  const other = browserOf(app)
  const shown = await other.navigate(page.url)
  assert.equal(shown.status, 400)
  assert.match(shown.text, /This sign-in page has expired/)
  const sent = await other.send(page.url, {
    method: 'POST',
    headers: { origin: app.url },
    body: new URLSearchParams({ email: 'known@example.com', password: PASSWORD }),
  })
  assert.equal(sent.status, 400)
})

test('a form sent from another site is refused', async () => {
  const browser = browserOf(app)
  const page = await browser.navigate('/auth/login')
  const sent = await browser.send(page.url, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ email: 'known@example.com', password: PASSWORD }),
  })
  assert.equal(sent.status, 403)
})
