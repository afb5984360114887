import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { type Client, PASSWORD, signUp, startApp, type TestApp } from '../support/app.ts'
import { plainEnvironment } from '../support/cli.ts'
import { proofOf } from '../support/factors.ts'
import { createScriptedReader, picture, uploaded } from '../support/receipts.ts'

/** As the description writes it. */
const EMAIL = 'you@example.org'

interface Description {
  info: { description: string }
  paths: Record<string, Record<string, { operationId: string; 'x-codeSamples': { source: string }[] }>>
}

const hasCurl = ['bash', 'curl', 'awk'].every((name) => spawnSync(name, ['--version']).error === undefined)

describe('the curl lines of /docs', { skip: !hasCurl && 'this machine has no bash, curl or awk' }, () => {
  let app: TestApp
  let client: Client
  let folder: string
  let description: Description

  before(async () => {
    app = await startApp({ overrides: { reader: createScriptedReader().reader } })
    client = await signUp(app, EMAIL)
    folder = await mkdtemp(join(tmpdir(), 'curl-'))
    await writeFile(join(folder, 'receipt.jpg'), await picture())
    description = (await (await fetch(`${app.url}/openapi.json`)).json()) as Description
  })
  after(async () => {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Runs lines of a shell, stopping at the first that fails; returns what they print. */
  async function shell(lines: string, { input = '', env = {} } = {}) {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', lines], {
      cwd: folder,
      env: { ...plainEnvironment(), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    child.stdin.end(input)
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)])
    return { out, error }
  }

  test('those of the introduction sign in, call by cookie and by token, and sign out', async () => {
    const blocks = [...description.info.description.matchAll(/```sh\n([\s\S]*?)```/g)].map(
      ([, lines]) => lines ?? '',
    )
    const [signIn = '', byCookie = '', byToken = '', signOut = ''] = blocks
    assert.equal(blocks.length, 4)
    await shell(signIn, { input: `${PASSWORD}\n` })
    const { out, error } = await shell(byCookie)
    assert.ok(out.startsWith('{"sub":'), out + error)
    assert.match(out, /"status":"needs_review"/)
    assert.match(out, /"expiresAt":"[^"]+"\}$/)
    const listed = await shell(byToken)
    assert.match(listed.out, /^\{"receipts":\[\{"id"/, listed.error)

    const jar = await readFile(join(folder, 'jar'), 'utf8')
    const token = /access_token\t(\S+)/.exec(jar)?.[1]
    const me = () => fetch(`${app.url}/auth/me`, { headers: { authorization: `Bearer ${token}` } })
    assert.equal((await me()).status, 200)
    assert.match((await shell(signOut)).out, /"revoked":true/)
    assert.equal((await me()).status, 401)
    await assert.rejects(readFile(join(folder, 'jar')))
  })

  test('that of each operation is complete: nothing is missing, and no value is wrong', async () => {
    const receipt = await uploaded(client)
    const env = { TOKEN: client.token, ID: receipt.id, PROOF: await proofOf(client) }
    const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
    )
    /** What ends the session or removes what others need comes last. */
    const order = ({ method, operationId }: (typeof operations)[number]) =>
      operationId === 'signOut' ? 3 : operationId === 'eraseAccount' ? 2 : method === 'delete' ? 1 : 0
    for (const operation of operations.sort((a, b) => order(a) - order(b))) {
      const { operationId, 'x-codeSamples': samples } = operation
      const [{ source = '' } = {}] = samples
      // The cookie of the introduction's session is gone.
      if (operationId === 'refreshSession') continue
      const seconds = operationId === 'followChanges' ? 1 : 60
      const { out } = await shell(`${source} -s -m ${seconds} -w '\n%{http_code}' || true`, { env })
      const status = out.split('\n').at(-1) ?? ''
      // Of a made-up id or version it is right to say that there is no such thing, or that it has changed.
      const isFine = /^(2|3)/.test(status) || ['404', '409', '412', '422'].includes(status)
      const isProviders = operationId === 'completeSignIn' && status === '400'
      assert.ok(isFine || isProviders, `${operationId}: ${out}\n${source}`)
    }
  })
})
