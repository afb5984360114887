import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { clientOf, freePort } from '../support/app.ts'
import { createBrowser } from '../support/browser.ts'
import { commandLine, plainEnvironment } from '../support/cli.ts'
import { POOL, REGION, startCognito } from '../support/cognito/index.ts'

test('tokens, codes and secrets stand in no log, no answer and no address', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-secrets-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const own = {
    id: 'tracker4client',
    secret: randomBytes(24).toString('hex'),
    callbackUrls: [`${url}/auth/authorize`],
    signOutUrls: [`${url}/`],
  }
  const cognito = await startCognito({ clients: [own], rotation: { graceSeconds: 0 } })
  const secretKey = randomBytes(32).toString('hex')
  const metricsToken = randomBytes(32).toString('hex')
  const child = spawn(process.execPath, commandLine('serve'), {
    // A folder of its own: no .env of a developer.
    cwd: folder,
    env: {
      ...plainEnvironment(),
      PORT: String(port),
      PUBLIC_URL: url,
      CLIENT_ID: own.id,
      CLIENT_SECRET: own.secret,
      COGNITO_REGION: REGION,
      COGNITO_USER_POOL_ID: POOL,
      COGNITO_HOSTED_UI_DOMAIN: cognito.domain,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito.endpoint,
      SECRET_KEY: secretKey,
      OIDC_SCOPES: 'openid email offline_access',
      STORAGE: 'local',
      LOG_LEVEL: 'debug',
      ACCESS_LOG: 'on',
      METRICS_TOKEN: metricsToken,
    },
  })
  let log = ''
  const listening = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text
      if (log.includes(`is at ${url}`)) listening.resolve()
    })
  }
  child.once('exit', (code) => listening.reject(new Error(`it ended with ${code}:\n${log}`)))

  try {
    await listening.promise
    const answers: string[] = []
    const browser = createBrowser(url)
    const client = clientOf({ url, socket: new URL(url) }, browser)
    const keep = async (response: Response) => {
      answers.push(await response.text(), response.headers.get('location') ?? '')
    }
    const signIn = async () => {
      const form = await browser.navigate('/auth/login')
      const asksToSignIn = form.url.origin === cognito.domain
      const end = asksToSignIn ? await browser.submit(form, { email: 'quiet@example.com' }) : form
      answers.push(form.text, end.text, ...end.visited)
      return end
    }

    const end = await signIn()
    await keep(await browser.send(end.visited.find((address) => address.includes('code=')) ?? ''))
    for (const path of ['/auth/me', '/me/sessions', '/receipts', '/auth/login'])
      await keep(await client.fetch(path))
    const old = browser.jar.copy()
    await keep(await client.fetch('/auth/refresh', { method: 'POST' }))
    await keep(
      await clientOf({ url, socket: new URL(url) }, createBrowser(url, { jar: old })).fetch('/auth/refresh', {
        method: 'POST',
      }),
    )
    // Everything the provider can do wrong.
    cognito.faults.idToken = { nonce: 'another' }
    await keep(await client.fetch('/auth/refresh', { method: 'POST' }))
    cognito.faults.accessToken = { client_id: 'other4client' }
    await keep(await client.fetch('/auth/refresh', { method: 'POST' }))
    cognito.faults.accessToken = {}
    browser.jar.delete('refresh_token')
    await signIn()
    cognito.faults.idToken = {}
    await signIn()
    cognito.faults.down = true
    await keep(await client.fetch('/auth/refresh', { method: 'POST' }))
    await keep(await client.fetch('/auth/logout', { method: 'POST' }))
    cognito.faults.down = false
    await signIn()
    await keep(await client.fetch('/auth/logout', { method: 'POST', headers: { accept: 'text/html' } }))

    child.kill('SIGTERM')
    await once(child, 'exit')
    assert.match(log, /offline_access is ignored/)
    assert.match(log, /sign_in_failed/)
    assert.match(log, /session_ended/)
    assert.match(log, /"event":"request",.*"route":"\/auth\/authorize"/)
    assert.ok(cognito.secrets.size > 20)
    const tokens = [...cognito.secrets].filter((secret) => secret.length > 100)
    assert.ok(tokens.length >= 9)
    for (const secret of [...cognito.secrets, own.secret, secretKey, metricsToken])
      assert.ok(!log.includes(secret), secret)
    for (const secret of [...tokens, own.secret, secretKey]) {
      for (const answer of answers) assert.ok(!answer.includes(secret), answer)
    }
    for (const { url: asked } of cognito.seen) {
      for (const secret of tokens) assert.ok(!asked.href.includes(secret), asked.href)
    }
  } finally {
    child.kill('SIGKILL')
    await cognito.close()
    await rm(folder, { recursive: true })
  }
})
