import assert from 'node:assert/strict'
import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { signUp } from '../support/app.ts'
import { platforms, signingKeyOf } from '../support/platforms.ts'

const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const now = () => Math.floor(Date.now() / 1000)

for (const platform of platforms) {
  test(`${platform.name}: forged and broken tokens get 401, as a header and as a cookie`, async (t) => {
    const app = await platform.start()
    t.after(() => app.close())
    const client = await signUp(app, 'forger@example.com')
    const key = signingKeyOf(app)
    const jwk = createPublicKey(key).export({ format: 'jwk' })
    const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' })
    const publicDer = createPublicKey(key).export({ type: 'spki', format: 'der' })
    const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const attackerJwk = {
      ...attacker.publicKey.export({ format: 'jwk' }),
      kid: 'evil',
      alg: 'RS256',
      use: 'sig',
    }
    const [headerText = '', payloadText = '', signature = ''] = client.token.split('.')
    const header = JSON.parse(Buffer.from(headerText, 'base64url').toString())
    const payload = client.claims
    const signed = (head: object, body: object, by = key, digest = 'sha256') => {
      const text = `${b64(head)}.${b64(body)}`
      return `${text}.${sign(digest, Buffer.from(text), by).toString('base64url')}`
    }
    const hmac = (secret: string | Buffer, head: object = {}) => {
      const text = `${b64({ ...header, alg: 'HS256', ...head })}.${payloadText}`
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
    }
    const evil = attacker.privateKey
    // A place that would serve the attacker's key: nobody may ask it.
    let asked = 0
    const keyServer = createServer((_request, response) => {
      asked++
      response.end(JSON.stringify({ keys: [attackerJwk] }))
    })
    await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve))
    const { port } = keyServer.address() as { port: number }
    const url = `http://127.0.0.1:${port}/jwks`

    const tokens: Record<string, string> = {
      'alg none': `${b64({ ...header, alg: 'none' })}.${payloadText}.`,
      'alg None with the old signature': `${b64({ ...header, alg: 'None' })}.${payloadText}.${signature}`,
      'HS256 with the public key as PEM': hmac(String(publicPem)),
      'HS256 with the public key as DER': hmac(publicDer),
      'HS256 with the public key as JWK': hmac(JSON.stringify({ kty: 'RSA', n: jwk.n, e: jwk.e })),
      'HS256 without kid': hmac(String(publicPem), { kid: undefined }),
      'RS512 with the right key': signed({ ...header, alg: 'RS512' }, payload, key, 'sha512'),
      'another issuer': signed(header, { ...payload, iss: 'https://evil.example' }),
      'the issuer with a slash': signed(header, { ...payload, iss: `${payload.iss}/` }),
      'another client': signed(header, { ...payload, client_id: 'other' }),
      'another client and its audience': signed(header, { ...payload, client_id: 'other', aud: 'other' }),
      'another audience': signed(header, { ...payload, aud: ['other', payload.client_id] }),
      'no client': signed(header, { ...payload, client_id: undefined }),
      'the id token': client.browser.jar.get('id_token')?.value ?? '',
      'no token_use': signed(header, { ...payload, token_use: undefined }),
      expired: signed(header, { ...payload, exp: now() - 60 }),
      'without expiry': signed(header, { ...payload, exp: undefined }),
      'not valid yet': signed(header, { ...payload, nbf: now() + 600 }),
      'without sub': signed(header, { ...payload, sub: undefined }),
      'an empty sub': signed(header, { ...payload, sub: '' }),
      'a sub of spaces': signed(header, { ...payload, sub: '  ' }),
      'a number for a sub': signed(header, { ...payload, sub: 7 }),
      'a list for a sub': signed(header, { ...payload, sub: [payload.sub] }),
      'a sub of 256 characters': signed(header, { ...payload, sub: 'x'.repeat(256) }),
      'an unknown kid': signed({ ...header, kid: 'unknown' }, payload),
      'no kid': signed({ ...header, kid: undefined }, payload),
      'the key of another person': signed(header, payload, evil),
      'jwk in the header': signed({ ...header, jwk: attackerJwk }, payload, evil),
      'jwk and its kid': signed({ ...header, kid: 'evil', jwk: attackerJwk }, payload, evil),
      'jku in the header': signed({ ...header, kid: 'evil', jku: url }, payload, evil),
      'x5u in the header': signed({ ...header, kid: 'evil', x5u: url }, payload, evil),
      'a critical header nobody knows': signed({ ...header, crit: ['x'], x: 1 }, payload),
      oversized: signed(header, { ...payload, pad: 'x'.repeat(11_000) }).slice(0, 14_000),
      'a changed payload': `${headerText}.${b64({ ...payload, sub: 'somebody' })}.${signature}`,
      truncated: client.token.slice(0, -20),
      'without signature': `${headerText}.${payloadText}.`,
      'two parts': `${headerText}.${payloadText}`,
      'five parts': `${client.token}.x.y`,
      'not JSON': `${Buffer.from('{').toString('base64url')}.${payloadText}.${signature}`,
      'an array for a header': `${b64([])}.${payloadText}.${signature}`,
      'null for a header': `${b64(null)}.${payloadText}.${signature}`,
      'a number for a payload': signed(header, 1 as unknown as object),
      text: 'hello',
      'the refresh token': client.browser.jar.get('refresh_token')?.value ?? '',
    }
    for (const [name, token] of Object.entries(tokens)) {
      await t.test(name, async () => {
        const bearer = await fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })
        assert.equal(bearer.status, 401)
        assert.equal(bearer.headers.get('www-authenticate'), 'Bearer error="invalid_token"')
        assert.equal(((await bearer.json()) as { code: string }).code, 'invalid_token')
        const cookie = await fetch(`${app.url}/auth/me`, { headers: { cookie: `access_token=${token}` } })
        assert.equal(cookie.status, 401)
      })
    }
    await t.test('while the same key makes one that is let in', async () => {
      const good = signed(header, { ...payload, jti: 'by-hand', nbf: now() + 3 })
      const response = await fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${good}` } })
      assert.equal(response.status, 200)
    })
    keyServer.close()
    assert.equal(asked, 0)
  })
}
