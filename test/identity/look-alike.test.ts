import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Client, signUp } from '../support/app.ts'
import { POOL } from '../support/cognito/index.ts'
import { CLIENT_ID, type CognitoApp, startCognitoApp } from '../support/platforms.ts'

/** The look-alike is only worth something as far as it does what Cognito does. */
let app: CognitoApp
let client: Client
before(async () => {
  app = await startCognitoApp()
  client = await signUp(app, 'facts@example.com')
})
after(() => app.close())

const part = (token: string, index: number) =>
  JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString())
const cookie = (name: string) => client.browser.jar.get(name)?.value ?? ''
const ask = (path: string, body: Record<string, string>) =>
  fetch(app.cognito.domain + path, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('tracker4client:a%2Fsecret%2Bwith%3Asigns%3D')}` },
    body: new URLSearchParams(body),
  })

test('access tokens have no audience and no e-mail, and are signed with another key than id tokens', () => {
  const access = part(cookie('access_token'), 1)
  assert.deepEqual([access.aud, access.email], [undefined, undefined])
  assert.deepEqual([access.client_id, access.token_use], [CLIENT_ID, 'access'])
  const id = part(cookie('id_token'), 1)
  assert.deepEqual([id.aud, id.token_use, id.client_id], [CLIENT_ID, 'id', undefined])
  assert.equal(id.origin_jti, access.origin_jti)
  assert.notEqual(part(cookie('access_token'), 0).kid, part(cookie('id_token'), 0).kid)
})

test('discovery is at another host and path than the Hosted UI', async () => {
  const at = `${app.cognito.endpoint}/${POOL}/.well-known/openid-configuration`
  const document = (await (await fetch(at)).json()) as Record<string, string>
  assert.equal(document.issuer, app.cognito.issuer)
  assert.notEqual(new URL(at).host, new URL(document.token_endpoint ?? '').host)
  assert.equal((await fetch(`${app.cognito.domain}/.well-known/openid-configuration`)).status, 404)
})

test('a refresh keeps origin_jti, gives a new jti, and no refresh token without rotation', async () => {
  const response = await ask('/oauth2/token', {
    grant_type: 'refresh_token',
    refresh_token: cookie('refresh_token'),
  })
  const answer = (await response.json()) as Record<string, string>
  const access = part(answer.access_token ?? '', 1)
  assert.equal(access.origin_jti, client.claims.origin_jti)
  assert.notEqual(access.jti, client.claims.jti)
  assert.equal(answer.refresh_token, undefined)
})

test('refresh tokens are opaque, and the only ones that can be revoked', async () => {
  assert.equal(cookie('refresh_token').split('.').length, 1)
  const refused = await ask('/oauth2/revoke', { token: cookie('access_token') })
  assert.deepEqual([refused.status, await refused.json()], [400, { error: 'unsupported_token_type' }])
  assert.equal((await ask('/oauth2/revoke', { token: cookie('refresh_token') })).status, 200)
})

test('offline_access is no scope', async () => {
  const query = new URLSearchParams({
    client_id: CLIENT_ID,
    redirect_uri: `${app.url}/auth/authorize`,
    response_type: 'code',
    scope: 'openid offline_access',
  })
  const response = await fetch(`${app.cognito.domain}/oauth2/authorize?${query}`, { redirect: 'manual' })
  assert.equal(new URL(response.headers.get('location') ?? '').searchParams.get('error'), 'invalid_scope')
})

test('logout goes to registered addresses only', async () => {
  const at = (query: Record<string, string>) =>
    fetch(`${app.cognito.domain}/logout?${new URLSearchParams(query)}`, { redirect: 'manual' })
  const registered = await at({ client_id: CLIENT_ID, logout_uri: `${app.url}/` })
  assert.equal(registered.headers.get('location'), `${app.url}/`)
  assert.equal((await at({ client_id: CLIENT_ID, logout_uri: 'https://evil.example/' })).status, 400)
  assert.equal((await at({ client_id: CLIENT_ID, post_logout_redirect_uri: `${app.url}/` })).status, 400)
})
