import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { browserOf, PASSWORD, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import type { Page } from '../support/browser.ts'

let app: TestApp
before(async () => {
  app = await startApp()
  await signUp(app, 'ana@example.com')
})
after(() => app.close())

const MALAY = { headers: { 'accept-language': 'ms-MY,en;q=0.5' } }
const languageOf = ({ text }: Page) => /<html lang="(\w+)">/.exec(text)?.[1]

test('the pages speak the language of the app that sent the person there, else the one their browser prefers', async () => {
  const preferred = await browserOf(app).navigate('/auth/login', MALAY)
  assert.equal(languageOf(preferred), 'ms')
  assert.match(preferred.text, /<h1>Log masuk<\/h1>/)
  const told = await browserOf(app).navigate('/auth/login?ui_locales=en', MALAY)
  assert.equal(languageOf(told), 'en')
  assert.match(told.text, /<h1>Sign in<\/h1>/)
  const create = await browserOf(app).navigate('/auth/login?create=true&ui_locales=ms')
  assert.match(create.text, /Buka akaun anda/)
  assert.equal(languageOf(await browserOf(app).navigate('/auth/login?ui_locales=ta%20zh')), 'en')
})

test('any provider is told the language as OpenID Connect has it', async () => {
  const begun = await browserOf(app).send('/auth/login?ui_locales=ms')
  const provider = new URL(begun.headers.get('location') ?? '', app.url)
  assert.equal(provider.searchParams.get('ui_locales'), 'ms')
})

test('a person switches the language of a page, and the pages that follow keep it', async () => {
  const browser = browserOf(app)
  const english = await browser.navigate('/auth/login')
  assert.equal(languageOf(english), 'en')
  const malay = await browser.click(english, 'BM')
  assert.equal(languageOf(malay), 'ms')
  assert.match(malay.text, /id="sign-in"/)
  const wrong = await browser.submit(malay, { email: 'ana@example.com', password: 'salah sama sekali' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /role="alert"[\s\S]*E-mel atau kata laluan tidak betul\.[\s\S]*<form/)
  const signUpPage = await browser.click(wrong, 'Buka akaun')
  assert.match(signUpPage.text, /id="sign-up"/)
  const back = await browser.click(signUpPage, 'EN')
  assert.equal(languageOf(back), 'en')
  assert.match(back.text, /id="sign-up"/)
})

test('after a mistake the e-mail is kept, and the password is empty and in focus', async () => {
  const browser = browserOf(app)
  const page = await browser.submit(await browser.navigate('/auth/login'), {
    email: 'ana@example.com',
    password: 'not this one at all',
  })
  assert.ok(!page.text.includes('not this one'))
  const [email = '', password = ''] = page.text.match(/<input[^>]*\bname="[^>]*>/g) ?? []
  assert.match(email, /value="ana@example.com"/)
  assert.match(email, /autocomplete="username"/)
  assert.doesNotMatch(email, /autofocus/)
  assert.match(password, /autocomplete="current-password"[\s\S]*autofocus/)
  assert.doesNotMatch(password, /value=/)
  const entered = await browser.submit(page, { email: 'ana@example.com', password: PASSWORD })
  assert.equal(entered.url.pathname, '/')
})

test('a forgotten password: the page says who can help and how', async () => {
  const page = await browserOf(app).navigate('/auth/login')
  assert.match(page.text, /<summary>Forgotten\?<\/summary>[\s\S]*npm run user -- reset/)
})

test('links that have expired, failed sign-ins and addresses nobody knows are explained in both languages', async () => {
  for (const [path, english, malay] of [
    ['/oidc/reset/unknown', /This link has expired/, /Pautan ini sudah tamat tempoh/],
    ['/oidc/sign-in/unknown', /This sign-in page has expired/, /Halaman log masuk ini sudah tamat tempoh/],
    ['/oidc/auth?client_id=unknown', /This page cannot be shown/, /Halaman ini tidak dapat ditunjukkan/],
    ['/auth/authorize?state=unknown', /This sign-in took too long/, /Log masuk ini terlalu lama/],
  ] as const) {
    const shown = await browserOf(app).navigate(path)
    assert.equal(languageOf(shown), 'en', path)
    assert.match(shown.text, english)
    const inMalay = await browserOf(app).navigate(path, MALAY)
    assert.equal(inMalay.status, shown.status)
    assert.equal(languageOf(inMalay), 'ms', path)
    assert.match(inMalay.text, malay)
  }
})

test('a code in the address of a failed sign-in does not get into the page', async () => {
  const page = await browserOf(app).navigate('/auth/authorize?code=secret-code&state=unknown')
  assert.ok(!page.text.includes('secret-code'))
})

test('switching the language of the question whether to sign out does not sign out', async () => {
  const { browser } = await signIn(app, 'ana@example.com')
  const asking = await browser.navigate('/auth/logout', { headers: { 'sec-fetch-site': 'cross-site' } })
  assert.match(asking.text, /Sign out\?/)
  const malay = await browser.click(asking, 'BM')
  assert.match(malay.text, /Log keluar\?/)
  assert.equal((await browser.send('/auth/me')).status, 200)
  await browser.submit(malay)
  assert.equal((await browser.send('/auth/me')).status, 401)
})

test('what the pages load is there, and nothing else of the folder it is in', async () => {
  const page = await browserOf(app).navigate('/auth/login')
  const files = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
  assert.ok(files.length >= 4)
  const fonts = await (await fetch(`${app.url}/assets/fonts.css`)).text()
  files.push(...[...fonts.matchAll(/url\("([^"]+)"\)/g)].map(([, path = '']) => path))
  for (const path of files) {
    const response = await fetch(app.url + path)
    assert.equal(response.status, 200, path)
    assert.ok((await response.arrayBuffer()).byteLength > 0, path)
  }
  for (const path of ['/assets/', '/assets/page.ts', '/assets/nothing.css']) {
    assert.equal((await fetch(app.url + path)).status, 404, path)
  }
})
