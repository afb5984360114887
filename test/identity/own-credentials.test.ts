import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserOf, type Client, PASSWORD, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { isProblem } from '../support/receipts.ts'
import { freezeTime } from '../support/time.ts'

async function withApp(use: (app: TestApp, time: ReturnType<typeof freezeTime>) => Promise<void>) {
  const time = freezeTime()
  try {
    const app = await startApp({ env: { TRUST_PROXY: '1' } })
    try {
      await use(app, time)
    } finally {
      await app.close()
    }
  } finally {
    time.release()
  }
}

const put = (client: Client, path: string, body: object, language = 'en') =>
  client.browser.send(path, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'accept-language': language,
    },
    body: JSON.stringify(body),
  })
const changePassword = (client: Client, currentPassword: string, newPassword: string, language?: string) =>
  put(client, '/me/password', { currentPassword, newPassword }, language)
const changeEmail = (client: Client, currentPassword: string, email: string) =>
  put(client, '/me/email', { currentPassword, email })

const me = async (client: Client) => {
  const answer = await client.browser.send('/auth/me')
  return answer.status === 200 ? ((await answer.json()) as { email?: string }).email : answer.status
}
const refresh = async (client: Client) =>
  (
    await client.browser.send('/auth/refresh', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    })
  ).status

const NEXT = 'hujan di kampung'

test('a changed password ends all other sessions and every link to reset it, and the own session goes on', () =>
  withApp(async (app) => {
    const here = await signUp(app, 'aisyah@example.org')
    const phone = await signIn(app, 'aisyah@example.org')
    const stranger = await signUp(app, 'badrul@example.org')
    const link = app.services.identity.accounts?.startReset('aisyah@example.org')?.code

    assert.equal((await changePassword(here, PASSWORD, NEXT)).status, 204)
    assert.equal(await me(here), 'aisyah@example.org')
    assert.equal(await refresh(here), 200)
    assert.equal(await me(phone), 401)
    assert.equal(await refresh(phone), 401)
    assert.match((await phone.browser.navigate('/auth/login')).text, /Welcome back/, 'at the provider too')
    assert.equal(await me(stranger), 'badrul@example.org')
    assert.equal((await browserOf(app).navigate(`/oidc/reset/${link}`)).status, 404)
    const { sessions } = (await (await here.browser.send('/me/sessions')).json()) as { sessions: object[] }
    assert.equal(sessions.length, 1)

    await assert.rejects(signIn(app, 'aisyah@example.org', PASSWORD), /not right/)
    await signIn(app, 'aisyah@example.org', NEXT)
  }))

test('a changed address is the one to sign in with, and is free for nobody else', () =>
  withApp(async (app) => {
    const here = await signUp(app, 'aisyah@example.org')
    const phone = await signIn(app, 'aisyah@example.org')
    await signUp(app, 'taken@example.org')

    const taken = await isProblem(
      await changeEmail(here, PASSWORD, 'Taken@Example.org'),
      400,
      'validation_failed',
    )
    assert.deepEqual(taken.errors, [
      { path: '/email', message: 'There is already an account with this e-mail.' },
    ])
    await isProblem(await changeEmail(here, PASSWORD, 'no address'), 400, 'validation_failed')
    assert.equal(await me(phone), 'aisyah@example.org', 'nothing has changed')

    const changed = await changeEmail(here, PASSWORD, ' Aisyah.Rahman@Example.org')
    assert.deepEqual(await changed.json(), { email: 'aisyah.rahman@example.org' })
    assert.equal(await refresh(here), 200)
    assert.equal(await me(here), 'aisyah.rahman@example.org')
    assert.equal(await me(phone), 401)
    await assert.rejects(signIn(app, 'aisyah@example.org'), /not right/)
    assert.equal((await signIn(app, 'aisyah.rahman@example.org')).sub, here.sub)
    await signUp(app, 'aisyah@example.org')
  }))

test('both ask for the password again, ten times in a quarter of an hour, and no stranger uses these up', () =>
  withApp(async (app, time) => {
    const here = await signUp(app, 'aisyah@example.org')
    for (let n = 0; n < 12; n++) {
      const browser = browserOf(app)
      const fields = { email: 'aisyah@example.org', password: 'a guess from elsewhere' }
      await browser.submit(await browser.navigate('/auth/login'), fields)
    }
    for (let n = 0; n < 10; n++) {
      const wrong =
        n % 2 ? changePassword(here, 'not mine', NEXT) : changeEmail(here, 'not mine', 'other@example.org')
      await isProblem(await wrong, 422, 'proof_refused')
    }
    await isProblem(await changePassword(here, PASSWORD, NEXT), 429, 'too_many_requests')
    time.advance({ minutes: 15 })
    assert.equal((await changePassword(here, PASSWORD, NEXT)).status, 204)
  }))

test('a new password follows the rules of all, and the answer says which one it breaks in the language of the person', () =>
  withApp(async (app) => {
    const here = await signUp(app, 'aisyah@example.org')
    const why = async (password: string, language?: string) => {
      const problem = await isProblem(
        await changePassword(here, PASSWORD, password, language),
        400,
        'validation_failed',
      )
      const [error] = problem.errors as { path: string; message: string }[]
      assert.equal(error?.path, '/newPassword')
      return error?.message ?? ''
    }
    assert.match(await why('short'), /at least 10 characters/)
    assert.match(await why('basketball1'), /easy to guess/)
    assert.match(await why('basketball1', 'ms'), /mudah diteka/)
    assert.match(await why('aisyah-2026'), /made of your e-mail address/)
  }))
