import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signUp } from '../support/app.ts'
import { POOL } from '../support/cognito/index.ts'
import { type CognitoApp, signerOf, startCognitoApp } from '../support/platforms.ts'
import { freezeTime } from '../support/time.ts'

let app: CognitoApp
let time: ReturnType<typeof freezeTime>
before(async () => {
  time = freezeTime()
  app = await startCognitoApp()
})
after(async () => {
  await app.close()
  time.release()
})

const statusOf = async (token: string) =>
  (await fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })).status
const fetches = () => app.cognito.count(`/${POOL}/.well-known/jwks.json`)
const atOnce = (token: (i: number) => string) =>
  Promise.all(Array.from({ length: 10 }, (_, i) => statusOf(token(i))))

test('the keys are fetched once for all, and again for a key id nobody knows, at most every 30 s', async () => {
  const { token, claims } = await signUp(app, 'keys@example.com')
  const sign = signerOf(app, token)
  assert.deepEqual(new Set(await atOnce((i) => sign({ ...claims, jti: `good-${i}` }))), new Set([200]))
  assert.equal(fetches(), 1)

  const [, payload, signature] = token.split('.')
  const unknown = (i: number) => {
    const header = Buffer.from(JSON.stringify({ alg: 'RS256', kid: `made-up-${i}` })).toString('base64url')
    return `${header}.${payload}.${signature}`
  }
  assert.deepEqual(new Set(await atOnce(unknown)), new Set([401]))
  assert.equal(fetches(), 1, 'they were fetched a moment ago')
  time.advance({ seconds: 31 })
  assert.deepEqual(new Set(await atOnce(unknown)), new Set([401]))
  assert.equal(fetches(), 2, 'one fetch for all who wait')
  assert.deepEqual(new Set(await atOnce(unknown)), new Set([401]))
  assert.equal(fetches(), 2)
})

test('when the provider changes its keys, tokens of the new and of the old one are taken', async () => {
  const old = await signUp(app, 'old-key@example.com')
  time.advance({ seconds: 31 })
  app.cognito.tokens.rotateKeys()
  const renewed = await signUp(app, 'new-key@example.com')
  assert.equal(await statusOf(renewed.token), 200)
  assert.equal(await statusOf(old.token), 200)
})
