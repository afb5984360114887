import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseEnv } from 'node:util'

import { plainEnvironment } from '../support/cli.ts'
import { freePort } from '../support/ports.ts'
import { projectRoot } from '../support/project-root.ts'
import { signInAsSpa } from '../support/spa-sign-in.ts'

const APP = 'http://localhost:5173/'

test('npm run dev:cognito: the look-alike signs in, the server takes the token, and Ctrl-C leaves nothing', async (context) => {
  const temporary = await mkdtemp(join(tmpdir(), 'dev-cognito-test-'))
  const [port, pool, hostedUi] = [await freePort(), await freePort(), await freePort()]
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'scripts/dev-cognito.ts',
      ...['--pool-port', String(pool), '--hosted-ui-port', String(hostedUi), '--token-seconds', '600'],
    ],
    {
      cwd: projectRoot,
      env: { ...plainEnvironment(), PORT: String(port), TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'exit')
  context.after(async () => {
    if (child.exitCode === null) child.kill('SIGKILL')
    await rm(temporary, { recursive: true, force: true })
  })
  let printed = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += chunk
    if (printed.includes('VITE_CLIENT_ID=')) break
  }

  const url = `http://localhost:${port}`
  assert.ok(printed.includes(`is at ${url}`), printed)
  const account = /sign in +as (\S+)/.exec(printed)?.[1] ?? ''
  const settings = parseEnv(printed.slice(printed.indexOf('VITE_API=')))
  assert.equal(settings.VITE_API, url)
  assert.equal(settings.VITE_HOSTED_UI, `http://localhost:${hostedUi}`)
  const [issuer, clientId] = [settings.VITE_ISSUER ?? '', settings.VITE_CLIENT_ID ?? '']
  assert.equal(new URL(issuer).port, String(pool))

  const tokens = await signInAsSpa({ issuer, clientId, callback: APP }, account)
  assert.equal(tokens.expires_in, 600)
  const origin = new URL(APP).origin
  const me = await fetch(`${url}/auth/me`, {
    headers: { authorization: `Bearer ${tokens.access_token}`, origin },
  })
  assert.equal(me.status, 200)
  assert.equal(me.headers.get('access-control-allow-origin'), origin)

  child.kill('SIGINT')
  assert.deepEqual(await ended, [0, null])
  for (const each of [port, pool, hostedUi]) await assert.rejects(fetch(`http://127.0.0.1:${each}/`))
  assert.deepEqual(
    (await readdir(temporary)).filter((name) => name.startsWith('tracker-')),
    [],
    'its data is gone',
  )
})
