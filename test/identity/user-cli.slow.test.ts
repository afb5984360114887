import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runCli } from '../support/cli.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tracker-cli-'))
})
after(() => rm(folder, { recursive: true }))

const user = (...args: string[]) =>
  runCli('user', args, { DATA_DIR: join(folder, 'new'), PUBLIC_URL: 'https://tax.example.org' })

test('it works in a folder where no server ever ran', async () => {
  const empty = await user('list')
  assert.deepEqual([empty.code, empty.stderr], [0, ''])
  assert.match(empty.stdout, /Nobody has an account yet/)
  const { stdout } = await user('invite')
  assert.match(stdout, /^https:\/\/tax\.example\.org\/oidc\/invitation\/[\w-]{32}\nworks once, until /)
})

test('what it cannot do it says on standard error', async () => {
  const nobody = await user('reset', 'nobody@example.com')
  assert.deepEqual([nobody.code, nobody.stdout], [1, ''])
  assert.match(nobody.stderr, /Nobody has an account with the e-mail nobody@example\.com/)
  const wrong = await runCli('user', ['list'], { PORT: 'x' })
  assert.equal(wrong.code, 1)
  assert.match(wrong.stderr, /PORT must be a whole number/)
})

test('accounts of another provider are not kept here', async () => {
  const { code, stderr } = await runCli('user', ['list'], {
    DATA_DIR: join(folder, 'never-made'),
    IDENTITY: 'oidc',
    CLIENT_ID: 'tracker',
    OIDC_ISSUER: 'https://id.example.org/',
    OIDC_AUDIENCE: 'tracker',
  })
  assert.equal(code, 1)
  assert.match(stderr, /IDENTITY is oidc: the accounts are kept there, not here/)
})
