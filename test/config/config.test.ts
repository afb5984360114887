import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, test } from 'node:test'
import { loadConfig } from '../../server/config/config.ts'
import { envExample } from '../../server/config/env-example.ts'
import { problemsOf } from './problems-of.ts'

describe('configuration', () => {
  test('without any, everything is local and only this machine can reach it', () => {
    const config = loadConfig({})
    assert.deepEqual(config.listen, { host: '127.0.0.1', port: 8000 })
    assert.equal(config.publicUrl, 'http://localhost:8000')
    assert.equal(config.redirectUri, 'http://localhost:8000/auth/authorize')
    assert.equal(config.logoutUri, 'http://localhost:8000/')
    assert.deepEqual(config.allowOrigins, [])
    assert.equal(config.dataDir, resolve('data'))
    assert.deepEqual(config.identity, { kind: 'local', signUp: 'first' })
    assert.deepEqual(config.storage, { kind: 'local' })
    assert.equal(config.reader.kind, 'local')
    assert.equal(config.refreshTokenDays, 30)
    assert.equal(config.sessionDays, 30)
  })

  test('the shell wins over .env, and a blank variable counts as unset', () => {
    const file = 'PORT=9000\nHOST="0.0.0.0"\nDATA_DIR=/srv/tax # the big disk\nLOG_LEVEL=\n'
    const config = loadConfig({ PORT: '9001', HOST: '  ' }, file)
    assert.deepEqual(config.listen, { host: '0.0.0.0', port: 9001 })
    assert.equal(config.dataDir, '/srv/tax')
    assert.equal(config.publicUrl, 'http://localhost:9001')
    const { PORT, HOST, LOG_LEVEL } = config.setBy
    assert.deepEqual([PORT, HOST, LOG_LEVEL], ['shell', '.env', 'default'])
  })

  test('PUBLIC_URL and REDIRECT_URI each follow from the other', () => {
    const byRedirect = loadConfig({ REDIRECT_URI: 'https://tax.example.org/auth/authorize' })
    assert.equal(byRedirect.publicUrl, 'https://tax.example.org')
    assert.equal(byRedirect.logoutUri, 'https://tax.example.org/')
    const byPublic = loadConfig({ PUBLIC_URL: 'https://tax.example.org/' })
    assert.equal(byPublic.redirectUri, 'https://tax.example.org/auth/authorize')
  })

  test('on the network the default of PUBLIC_URL is the address of the machine, where it has only one', () => {
    const url = (env: Record<string, string>, ...addresses: string[]) =>
      loadConfig(env, '', () => addresses).publicUrl
    for (const HOST of ['0.0.0.0', '::']) {
      assert.equal(url({ HOST }, '192.168.1.20'), 'http://192.168.1.20:8000')
      assert.equal(url({ HOST, PORT: '80' }, '192.168.1.20'), 'http://192.168.1.20')
      assert.equal(url({ HOST }, '192.168.1.20', '10.0.0.5'), 'http://localhost:8000')
      assert.equal(url({ HOST }), 'http://localhost:8000')
      assert.equal(url({ HOST, PUBLIC_URL: 'http://pi.local:8000' }, '192.168.1.20'), 'http://pi.local:8000')
    }
    for (const HOST of ['127.0.0.1', '::1', 'localhost']) {
      assert.equal(url({ HOST }, '192.168.1.20'), 'http://localhost:8000')
    }
    assert.equal(url({ HOST: '10.0.0.5' }, '192.168.1.20'), 'http://10.0.0.5:8000')
    assert.equal(url({ HOST: 'fd00::2' }), 'http://[fd00::2]:8000')
    const provider = { IDENTITY: 'oidc', CLIENT_ID: 'tax', OIDC_AUDIENCE: 'tax' }
    const outside = { ...provider, OIDC_ISSUER: 'https://id.example.org', HOST: '0.0.0.0' }
    assert.equal(url(outside, '192.168.1.20'), 'http://localhost:8000')
  })

  test('all problems are reported at once, by name and with an example, never with a secret', () => {
    const wrong = {
      PORT: '80x',
      SIGN_UP: 'everyone',
      PUBLIC_URL: 'tax.example.org/app',
      SECRET_KEY: 'hunter2',
      REFRESH_TOKEN_DAYS: '0',
      STORAGE: 'floppy',
    }
    const problems = problemsOf(wrong)
    assert.deepEqual(Object.keys(problems).sort(), Object.keys(wrong).sort())
    assert.match(problems.PORT ?? '', /whole number from 1 to 65535.*PORT=8000/)
    assert.match(problems.SIGN_UP ?? '', /one of: first, invite, open/)
    assert.match(problems.PUBLIC_URL ?? '', /origin.*PUBLIC_URL=https:/)
    assert.match(problems.SECRET_KEY ?? '', /32 or more.*openssl rand -hex 32/)
    assert.doesNotMatch(JSON.stringify(problems), /hunter2/)
  })

  test('.env.example names every variable and is taken as it is', () => {
    const file = readFileSync('.env.example', 'utf8')
    assert.equal(file, envExample())
    const uncommented = file.replace(/^#(?=[A-Z][A-Z\d_]+=)/gm, '')
    assert.doesNotThrow(() => loadConfig({}, uncommented))
    assert.deepEqual(loadConfig({}, file), loadConfig({}))
  })
})
