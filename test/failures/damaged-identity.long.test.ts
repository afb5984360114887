import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { DeleteCommand, GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { browserOf, type Client, PASSWORD, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { runCli } from '../support/cli.ts'
import { isOnAws, withDatabase, withTables } from '../support/damage.ts'
import { personWithEverything } from '../support/everything.ts'
import { createPageToolsHere } from '../support/page-tools.ts'
import { createScriptedReader, get } from '../support/receipts.ts'
import { damageOneOfEach } from './damages.ts'

const MARKER = { user_id: '#system', item: 'format#' }

/** Damages the times of every revocation. @param end also those when they end, where a store can keep that */
async function damageRevocations(app: TestApp, { end = false } = {}) {
  if (!isOnAws(app)) {
    withDatabase(app, (db) => db.exec('UPDATE revoked_tokens SET logout_time = hex(logout_time)'))
    return
  }
  await withTables(app, async (client, { revokedTokens: TableName }) => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName }))
    for (const { token_jti, logout_time, ...rest } of Items) {
      await client.send(new DeleteCommand({ TableName, Key: { token_jti, logout_time } }))
      const Item = { ...rest, token_jti, logout_time: 'yesterday', ...(end && { expires_at: 'tomorrow' }) }
      await client.send(new PutCommand({ TableName, Item }))
    }
  })
}

async function putErasureMark(app: TestApp, userId: string) {
  const item = 'erasing#'
  if (!isOnAws(app)) {
    withDatabase(app, (db) =>
      db
        .prepare('INSERT INTO taxpayer_items (user_id, item, data) VALUES (?, ?, ?)')
        .run(userId, item, '{"job'),
    )
    return
  }
  await withTables(app, (client, { taxpayers: TableName }) =>
    client.send(new PutCommand({ TableName, Item: { user_id: userId, item, data: '{"job', version: 1 } })),
  )
}

const bearer = async (app: TestApp, { token }: Client) =>
  (await fetch(`${app.url}/receipts`, { headers: { authorization: `Bearer ${token}` } })).status

for (const { name, start } of shapes) {
  describe(`damaged records of the sign-in and of the installation (${name})`, () => {
    let dataDir: string
    let app: TestApp
    const overrides = () => ({ reader: createScriptedReader().reader, tools: createPageToolsHere() })
    before(async () => {
      dataDir = await mkdtemp(join(tmpdir(), 'tracker-damaged-'))
      app = await start({ dataDir, overrides: overrides() })
    })
    after(async () => {
      await app.close()
      await rm(dataDir, { recursive: true, force: true })
    })

    test('a damaged revocation still revokes, and nobody else', async () => {
      const [ana, ben] = [await signUp(app, 'ana@example.org'), await signUp(app, 'ben@example.org')]
      await ana.fetch('/auth/logout', { method: 'POST' })
      for (const end of [false, true]) {
        await damageRevocations(app, { end })
        assert.deepEqual([await bearer(app, ana), await bearer(app, ben)], [401, 200])
      }
      assert.equal(await bearer(app, await signIn(app, 'ana@example.org')), 200)
    })

    test('a damaged erasure mark: nothing is changed meanwhile, and the erasure is finished', async () => {
      const cleo = await personWithEverything(app)
      const { client } = cleo
      await putErasureMark(app, client.sub)
      const change = await client.fetch(`/receipts/${cleo.receipt.id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'if-match': '*' },
        body: '{"note":"mine"}',
      })
      assert.equal(change.status, 409, await change.text())
      const erased = await client.fetch('/me', { method: 'DELETE' })
      assert.deepEqual(
        [erased.status, await erased.json()],
        [200, { state: 'erased', lockedUntil: null, signIn: 'erased' }],
      )
      assert.deepEqual(await app.services.receipts.files.list(`${client.sub}/${cleo.receipt.id}`), [])
      assert.equal(await bearer(app, client), 401)
    })

    test('damaged records of the sign-in service end sessions, and everybody can sign in again', async () => {
      const dora = await signUp(app, 'dora@example.org')
      withDatabase(app, (db) => db.exec(`UPDATE provider_records SET payload = '{"kind'`))
      assert.equal(await bearer(app, dora), 200)
      assert.equal((await dora.fetch('/auth/refresh', { method: 'POST' })).status, 401)
      const again = await signIn(app, 'dora@example.org')
      assert.equal((await again.fetch('/auth/refresh', { method: 'POST' })).status, 200)
    })

    test('a damaged account: no password fits, a new one can be chosen, and others sign in', async () => {
      await signUp(app, 'eve@example.org')
      await signUp(app, 'finn@example.org')
      withDatabase(app, (db) => {
        const damage = "UPDATE accounts SET password_hash = 'scrypt$31$8$1$', created_at = 'once'"
        db.exec(`${damage} WHERE email = 'eve@example.org'`)
      })
      const browser = browserOf(app)
      const form = await browser.navigate('/auth/login')
      const refused = await browser.submit(form, { email: 'eve@example.org', password: PASSWORD })
      assert.equal(refused.status, 422)
      assert.match(refused.text, /id="sign-in"|name="password"/)
      await signIn(app, 'finn@example.org')

      const env = { ...app.env, DATA_DIR: dataDir }
      const listed = await runCli('user', ['list'], env)
      assert.deepEqual([listed.code, listed.stderr], [0, ''])
      assert.match(listed.stdout, /eve@example\.org/)
      const reset = await runCli('user', ['reset', 'eve@example.org'], env)
      const [link = ''] = /https?:\S+/.exec(reset.stdout) ?? []
      const page = await browser.navigate(link)
      await browser.submit(page, { password: 'another horse battery' })
      await signIn(app, 'eve@example.org', 'another horse battery')
    })

    test('a server starts with damaged records, and replaces a damaged format marker', async () => {
      const gus = await personWithEverything(app)
      await damageOneOfEach(app, gus)
      await damageRevocations(app)
      if (isOnAws(app)) {
        await withTables(app, (client, { taxpayers: TableName }) =>
          client.send(new PutCommand({ TableName, Item: { ...MARKER, f: 'first' } })),
        )
      }
      await app.server.close()
      await app.services.close()
      const again = await startApp({ dataDir, env: app.env, overrides: overrides() })
      try {
        assert.equal((await fetch(`${again.url}/health/ready`)).status, 200)
        await again.drainWork()
        const client = await signIn(again, gus.email)
        const { receipts } = await get(client, '/receipts')
        assert.deepEqual(
          receipts.map(({ id }) => id),
          [gus.other.id, gus.receipt.id],
        )
        if (!isOnAws(again)) return
        const marker = await withTables(again, (dynamo, { taxpayers: TableName }) =>
          dynamo.send(new GetCommand({ TableName, Key: MARKER })),
        )
        assert.deepEqual(marker.Item, { ...MARKER, f: 1 })
      } finally {
        await again.server.close()
        await again.services.close()
      }
    })
  })
}
