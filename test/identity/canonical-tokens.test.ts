import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Revocation } from '../../server/identity/ports.ts'
import { type Client, signUp } from '../support/app.ts'
import { type CognitoApp, signerOf, startCognitoApp } from '../support/platforms.ts'
import { isProblem } from '../support/receipts.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const hashOf = (text: string) => `sha256#${createHash('sha256').update(text).digest('base64url')}`
const signedPartOf = (token: string) => token.slice(0, token.lastIndexOf('.'))

/** Spellings of a token that a lenient decoder reads as the same one, by name. */
function spellingsOf(token: string): Record<string, string> {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const middle = Math.floor(payload.length / 2)
  const within = (sign: string) =>
    `${header}.${payload.slice(0, middle)}${sign}${payload.slice(middle)}.${signature}`
  const bytes = (text: string) => Buffer.from(text, 'base64url').toString('hex')
  const lastCharacters = [...ALPHABET]
    .map((last) => signature.slice(0, -1) + last)
    .filter((other) => other !== signature && bytes(other) === bytes(signature))
  assert.ok(lastCharacters.length > 0, 'an RSA signature of 256 bytes leaves bits unused')
  const standard = (text: string) => text.replaceAll('-', '+').replaceAll('_', '/')
  assert.notEqual(standard(signature), signature)
  return {
    'padded once': `${token}=`,
    'padded twice': `${token}==`,
    'a padded header': `${header}=.${payload}.${signature}`,
    'a padded payload': `${header}.${payload}==.${signature}`,
    'a space inside': within(' '),
    'a tab inside': within('\t'),
    'a space in the signature': `${header}.${payload}.${signature.slice(0, 9)} ${signature.slice(9)}`,
    'a space before a dot': `${header}.${payload} .${signature}`,
    'a character that is not in the alphabet': within('!'),
    'the standard alphabet': `${header}.${payload}.${standard(signature)}`,
    'a dot behind it': `${token}.`,
    'a dot before it': `.${token}`,
    'an empty part': `${header}..${payload}.${signature}`,
    'a further part': `${token}.e30`,
    ...Object.fromEntries(
      lastCharacters.map((other, i) => [`another last character, ${i}`, `${header}.${payload}.${other}`]),
    ),
  }
}

describe('where tokens have no jti', () => {
  let app: CognitoApp
  let client: Client
  /** Everything written, and what was asked for. */
  const added: Revocation[] = []
  let asked: string[] = []
  let add: (revocation: Revocation) => Promise<void>

  before(async () => {
    app = await startCognitoApp({
      cognito: { tokenRevocation: false },
      overrides: {
        revokedTokens: (real) => {
          add = real.add
          return {
            async add(revocation) {
              added.push(revocation)
              await real.add(revocation)
            },
            latest(id, now) {
              asked.push(id)
              return real.latest(id, now)
            },
          }
        },
      },
    })
    client = await signUp(app, 'canonical@example.com')
    assert.equal(client.claims.jti, undefined)
  })
  after(() => app.close())

  const byHeader = (token: string) =>
    fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })
  const byCookie = (value: string) =>
    fetch(`${app.url}/auth/me`, { headers: { cookie: `access_token=${value}` } })
  const encoded = (token: string) => token.replace(/[^\w.=+/!-]/g, encodeURIComponent)

  /** Every spelling is refused, however it is sent. */
  async function allRefused(token: string) {
    for (const [name, other] of Object.entries(spellingsOf(token))) {
      for (const response of [
        await byHeader(other),
        await byCookie(encoded(other)),
        // A tab would end a cookie's value in Node's client, a space does not.
        ...(other.includes('\t') ? [] : [await byCookie(other)]),
      ]) {
        assert.equal(response.status, 401, name)
        assert.equal(((await response.json()) as { code: string }).code, 'invalid_token', name)
      }
    }
    for (const space of ['%0A', '%0D%0A', '%20', '%09', '%C2%A0']) {
      for (const value of [token + space, space + token, token.replace('.', `${space}.`)]) {
        assert.equal((await byCookie(value)).status, 401, `${space} in a cookie`)
      }
    }
    assert.equal(
      (await fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer\t${token}` } })).status,
      401,
    )
  }

  test('another spelling of a token is refused, in a header and in a cookie', async () => {
    await allRefused(client.token)
    assert.equal((await byHeader(client.token)).status, 200)
    assert.equal((await byCookie(client.token)).status, 200)
  })

  test('a signed-out token stays refused in every spelling', async () => {
    const other = await signUp(app, 'leaves@example.com')
    added.length = 0
    assert.equal((await other.fetch('/auth/logout', { method: 'POST' })).status, 200)
    assert.equal((await byHeader(other.token)).status, 401)
    assert.equal((await byCookie(other.token)).status, 401)
    await allRefused(other.token)
    // The hash of the whole token is for processes of the release before.
    assert.deepEqual(
      added.map(({ id }) => id).sort(),
      [hashOf(signedPartOf(other.token)), hashOf(other.token)].sort(),
    )
  })

  test('a token that an earlier release signed out stays refused', async () => {
    const other = await signUp(app, 'earlier@example.com')
    assert.equal((await byHeader(other.token)).status, 200)
    const expiresAt = new Date(other.claims.exp * 1000)
    await add({ id: hashOf(other.token), at: new Date(), expiresAt })
    assert.equal((await byHeader(other.token)).status, 401)
    assert.equal((await byCookie(other.token)).status, 401)
  })

  test('a check asks for three rows, as one of a token with jti does', async () => {
    asked = []
    assert.equal((await byHeader(client.token)).status, 200)
    const ids = [hashOf(signedPartOf(client.token)), hashOf(client.token), `user#${client.sub}`]
    assert.deepEqual(asked.sort(), ids.sort())
  })

  test('with a session it stays at three: the row of the session covers earlier releases', async () => {
    const sign = signerOf(app, client.token)
    const { iat } = client.claims
    const token = sign({ ...client.claims, origin_jti: 'a-session' })
    asked = []
    assert.equal((await byHeader(token)).status, 200)
    assert.deepEqual(asked.sort(), [hashOf(signedPartOf(token)), 'a-session', `user#${client.sub}`].sort())

    // The session's row lasts 24 hours, so a token that lives longer needs its own.
    const long = sign({ ...client.claims, origin_jti: 'a-session', exp: iat + 25 * 3_600 })
    assert.equal((await byHeader(long)).status, 200)
    await add({ id: hashOf(long), at: new Date(), expiresAt: new Date((iat + 25 * 3_600) * 1000) })
    assert.equal((await byHeader(long)).status, 401)
  })

  test('another spelling of the id token gives no profile', async () => {
    const idToken = client.browser.jar.get('id_token')?.value ?? ''
    const profile = async (value: string) => {
      const headers = { cookie: `access_token=${client.token}; id_token=${value}` }
      return (await (await fetch(`${app.url}/auth/me`, { headers })).json()) as { email?: string }
    }
    assert.equal((await profile(idToken)).email, 'canonical@example.com')
    for (const other of Object.values(spellingsOf(idToken))) {
      if (!other.includes('\t')) assert.equal((await profile(other)).email, undefined)
    }
  })

  test('a refresh token that is a JWS has to be canonical; any other is left to the provider', async () => {
    const asksProvider = async (refreshToken: string) => {
      const before = app.cognito.seen.length
      const headers = { cookie: `refresh_token=${encodeURIComponent(refreshToken)}`, origin: app.url }
      const response = await fetch(`${app.url}/auth/refresh`, { method: 'POST', headers })
      await isProblem(response, 401, 'unauthenticated')
      return app.cognito.seen.length > before
    }
    assert.equal(await asksProvider(client.token), true)
    assert.equal(await asksProvider('not.a/jws'), true)
    for (const name of ['padded twice', 'a space inside', 'another last character, 0']) {
      assert.equal(await asksProvider(spellingsOf(client.token)[name] ?? ''), false, name)
    }
  })
})
