import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Client, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { type AwsApp, shapes, startAwsApp } from '../support/aws-app.ts'
import { claimed } from '../support/claims.ts'
import { startCognitoApp } from '../support/platforms.ts'
import {
  changed,
  createScriptedReader,
  fileForm,
  get,
  isProblem,
  picture,
  type Receipt,
  upload,
  uploaded,
} from '../support/receipts.ts'
import { freezeTime } from '../support/time.ts'

const MINUTE_MS = 60_000

/** What is erased, what stays and for how long, and how it is confirmed. */
interface Erasure {
  erases: Record<string, number>
  retainUntil: string | null
  lockedUntil: string | null
  hasSignIn: boolean
  expiresAt: string
  confirmation: string
}

/** How far an erasure is. */
interface Erased {
  state: string
  signIn: string
  lockedUntil: string | null
}

/** What is asked twice before anything is erased. */
const asked = async (client: Client) =>
  isProblem<Erasure>(await client.fetch('/me', { method: 'DELETE' }), 409, 'confirmation_needed')

const erase = (client: Client, confirmation: string) =>
  client.fetch('/me', { method: 'DELETE', headers: { confirmation } })

/** Everything a person may have: receipts confirmed, as read and thrown away, facts, a statement, decisions. */
async function everythingOf(client: Client) {
  const language = await client.fetch('/me/settings', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ language: 'ms' }),
  })
  assert.ok(language.ok)
  const confirmed = await changed(client, await uploaded(client), { path: '/confirm' })
  await client.fetch(`/receipts/${confirmed.id}/file?size=thumbnail`)
  await upload(client, undefined, { 'idempotency-key': 'mine' })
  await changed(client, await uploaded(client), { method: 'DELETE' })
  await claimed(client, { merchant: 'POPULAR BOOK CO' }, 'lifestyle')
  const facts = await client.fetch('/tax-years/2025/taxpayer', {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify({ filedOn: '2026-04-01' }),
  })
  assert.ok(facts.ok)
  const body = fileForm(await picture())
  const kept = await client.fetch('/tax-years/2025/taxpayer/statements?kind=epf', { method: 'POST', body })
  assert.equal(kept.status, 201)
  return confirmed
}

for (const shape of shapes) {
  describe(`erasing everything of a person (${shape.name})`, () => {
    let now = new Date('2026-03-20T02:00:00Z')
    let app: TestApp | AwsApp
    let ana: Client
    let ben: Client
    let confirmed: Receipt
    before(async () => {
      app = await shape.start({
        clock: { now: () => now },
        overrides: { reader: createScriptedReader().reader },
      })
      ana = await signUp(app, 'ana@example.org')
      ben = await signUp(app, 'ben@example.org')
      confirmed = await everythingOf(ana)
      await everythingOf(ben)
    })
    after(() => app.close())

    /** Keys of files that are there. */
    const filesOf = async (owner: string) => {
      const all =
        's3' in app
          ? await app.s3.versions(app.bucket)
          : await readdir(join(app.dataDir, 'files', owner), { recursive: true }).catch(() => [])
      return 's3' in app ? all.filter((key) => key.startsWith(`${owner}/`)) : all
    }
    const itemsOf = async (owner: string) => {
      const found = ['year#', 'merchant#', 'statement#', 'settings#', 'erasing#'].map((prefix) =>
        app.services.items.list(owner, prefix),
      )
      return (await Promise.all(found)).flatMap(({ items }) => items).map(({ item }) => item)
    }

    test('is asked twice, and says first what it erases and what the law wants kept', async () => {
      const told = await asked(ana)
      const { sessions, ...counts } = told.erases
      assert.deepEqual(counts, {
        receipts: 4,
        files: 3,
        receiptsToKeep: 2,
        taxYears: 1,
        statements: 1,
        merchants: 1,
      })
      assert.equal(sessions, 1)
      assert.deepEqual([told.retainUntil, told.lockedUntil, told.hasSignIn], ['2034-12-31', null, true])
      assert.equal(told.expiresAt, '2026-03-20T02:10:00.000Z')
      assert.ok(!JSON.stringify(told).includes('KEDAI'))
      const stranger = await asked(ben)
      for (const wrong of ['yes', stranger.confirmation, `${told.confirmation}x`]) {
        await isProblem(await erase(ana, wrong), 409, 'confirmation_needed')
      }
      now = new Date(now.getTime() + 10 * MINUTE_MS)
      await isProblem(await erase(ana, told.confirmation), 409, 'confirmation_needed')
      assert.deepEqual(await get(ana, `/receipts/${confirmed.id}`), confirmed)
      await isProblem(
        await ana.fetch('/me', { method: 'DELETE', headers: { origin: 'https://evil.example' } }),
        403,
        'cross_site_request',
      )
    })

    test('takes receipts, files, facts, decisions, sessions and the account, and nobody else’s', async () => {
      const bens = [await filesOf(ben.sub), await itemsOf(ben.sub)]
      const { confirmation } = await asked(ana)
      const answer = await erase(ana, confirmation)
      assert.deepEqual(
        [answer.status, await answer.json()],
        [200, { state: 'erased', lockedUntil: null, signIn: 'erased' }],
      )
      assert.match(answer.headers.getSetCookie().join(), /access_token=;/)
      const bearer = { headers: { authorization: `Bearer ${ana.token}` } }
      await isProblem(await fetch(`${app.url}/receipts`, bearer), 401, 'invalid_token')
      const { store, files } = app.services.receipts
      assert.equal(await store.find(ana.sub, confirmed.id), undefined)
      assert.deepEqual(await store.withKey(ana.sub, `sha#${confirmed.files[0].sha256}`), [])
      assert.equal(await files.open(`${ana.sub}/${confirmed.id}/${confirmed.files[0].id}`), undefined)
      assert.deepEqual(await filesOf(ana.sub), [])
      assert.deepEqual(await itemsOf(ana.sub), ['erasing#'])
      assert.equal(app.services.identity.accounts?.find(ana.sub), undefined)
      assert.deepEqual([await filesOf(ben.sub), await itemsOf(ben.sub)], bens)
      const again = await signUp(app, 'ana@example.org')
      assert.notEqual(again.sub, ana.sub)
      assert.deepEqual((await get(again, '/receipts')).receipts, [])
    })

    test('once more when whatever was on its way then has arrived', async () => {
      const { store, files } = app.services.receipts
      const late = await uploaded(ben)
      const found = await store.find(ben.sub, late.id)
      assert.ok(found)
      const id = '019a0000-0000-7000-8000-00000000000a'
      await store.create({ ...found, id, userId: ana.sub, version: 1 })
      await files.write(`${ana.sub}/${id}/f`, Buffer.from('late'))
      await app.services.items.put(ana.sub, 'merchant#late', [], 0)
      now = new Date(now.getTime() + 14 * MINUTE_MS)
      await app.drainWork()
      assert.ok(await store.find(ana.sub, id))
      now = new Date(now.getTime() + MINUTE_MS)
      await app.drainWork()
      assert.equal(await store.find(ana.sub, id), undefined)
      assert.deepEqual([await filesOf(ana.sub), await itemsOf(ana.sub)], [[], []])
      const left = await store.due(new Date('2200-01-01'), 100)
      assert.ok(left.every(({ userId }) => userId === ben.sub))
    })
  })
}

test('locally not a word of it is left in the database, its log or its search index', async () => {
  const app = await startApp({ overrides: { reader: createScriptedReader().reader } })
  try {
    const ana = await signUp(app, 'ana@example.org')
    const receipt = await uploaded(ana)
    const note = 'Kuih-Bahulu-Nenek'
    await changed(ana, receipt, { method: 'PATCH', body: { note } })
    const words = [
      note,
      note.toLowerCase(),
      'BUKU MAJU',
      'buku maju',
      'ana@example.org',
      receipt.files[0].sha256,
    ]
    const found = async () => {
      const bytes: Buffer[] = []
      for (const name of await readdir(app.dataDir)) {
        if (name.startsWith('tracker.db')) bytes.push(await readFile(join(app.dataDir, name)))
      }
      return words.filter((word) => Buffer.concat(bytes).includes(word))
    }
    assert.deepEqual(await found(), words)
    assert.equal((await erase(ana, (await asked(ana)).confirmation)).status, 200)
    assert.deepEqual(await found(), [])
  } finally {
    await app.close()
  }
})

test('with an outside provider the account stays there, and who comes back waits until the end', async () => {
  const time = freezeTime()
  const app = await startCognitoApp({ overrides: { reader: createScriptedReader().reader } })
  try {
    const ana = await signUp(app, 'ana@example.org')
    await uploaded(ana)
    const told = await asked(ana)
    assert.equal(told.hasSignIn, false)
    const answer = await erase(ana, told.confirmation)
    assert.equal(((await answer.json()) as Erased).signIn, 'kept_at_provider')
    await isProblem(await ana.fetch('/receipts'), 401, 'unauthenticated')
    time.advance({ seconds: 2 })
    const back = await signIn(app, 'ana@example.org')
    assert.equal(back.sub, ana.sub)
    assert.deepEqual((await get(back, '/receipts')).receipts, [])
    const refused = await upload(back)
    assert.ok(Number(refused.headers.get('retry-after')) > 0)
    await isProblem(refused, 409, 'being_erased')
    const repeated = await back.fetch('/me', { method: 'DELETE' })
    assert.equal(((await repeated.json()) as Erased).state, 'erased')
    const again = await signIn(app, 'ana@example.org')
    time.advance({ minutes: 16 })
    await app.drainWork()
    await uploaded(again)
    assert.equal((await get(again, '/me/sessions')).sessions.length > 0, true)
  } finally {
    await app.close()
    time.release()
  }
})

test('what was begun and broken off is finished by whoever finds it, and nobody changes anything until then', async () => {
  let now = new Date('2026-03-20T02:00:00Z')
  const broken = { isSo: true }
  const app = await startApp({
    clock: { now: () => now },
    overrides: {
      reader: createScriptedReader().reader,
      files: (real) => ({
        ...real,
        removeAll: (key) => (broken.isSo ? Promise.reject(new Error('killed')) : real.removeAll(key)),
      }),
    },
  })
  try {
    const ana = await signUp(app, 'ana@example.org')
    const receipt = await uploaded(ana)
    const { confirmation } = await asked(ana)
    const person = { sub: ana.sub }
    const answer = await erase(ana, confirmation)
    assert.deepEqual([answer.status, ((await answer.json()) as Erased).state], [202, 'erasing'])
    await assert.rejects(app.services.accounts.mayChange(person), { code: 'being_erased' })
    broken.isSo = false
    now = new Date(now.getTime() + 2 * MINUTE_MS)
    const { store } = app.services.receipts
    await app.drainWork()
    assert.equal(await store.find(ana.sub, receipt.id), undefined)
    assert.deepEqual(await readdir(join(app.dataDir, 'files')), [])
    now = new Date(now.getTime() + 16 * MINUTE_MS)
    await app.drainWork()
    await app.services.accounts.mayChange(person)
    assert.deepEqual(await store.due(new Date('2200-01-01'), 100), [])
  } finally {
    await app.close()
  }
})

test('what Object Lock still holds of a receipt that need not be kept any more is told too', async () => {
  const app = await startAwsApp({
    locked: true,
    clock: { now: () => new Date('2026-03-20T02:00:00Z') },
    overrides: { reader: createScriptedReader().reader },
  })
  try {
    const ana = await signUp(app, 'ana@example.org')
    const confirmed = await changed(ana, await uploaded(ana), { path: '/confirm' })
    const old = await changed(ana, confirmed, { method: 'PATCH', body: { paidOn: '2016-05-05' } })
    assert.equal(old.retainUntil, '2024-12-31')
    const answer = await erase(ana, (await asked(ana)).confirmation)
    assert.equal(((await answer.json()) as Erased).lockedUntil, '2034-12-31')
    assert.equal((await app.s3.versions(app.bucket)).length, 1)
  } finally {
    await app.close()
  }
})

test('what Object Lock holds is told, goes by itself in its time, and says nothing any more until then', async () => {
  let now = new Date('2026-03-20T02:00:00Z')
  const app = await startAwsApp({
    locked: true,
    clock: { now: () => now },
    overrides: { reader: createScriptedReader().reader },
  })
  try {
    const ana = await signUp(app, 'ana@example.org')
    const { store } = app.services.receipts
    const confirmed = await changed(ana, await uploaded(ana, await picture()), { path: '/confirm' })
    await app.drainWork(confirmed.id)
    const told = await asked(ana)
    assert.equal(told.lockedUntil, '2034-12-31')
    const answer = await erase(ana, told.confirmation)
    assert.equal(((await answer.json()) as Erased).lockedUntil, '2034-12-31')
    const original = `${ana.sub}/${confirmed.id}/${confirmed.files[0].id}`
    assert.deepEqual(await app.s3.versions(app.bucket), [original])
    const left = await store.find(ana.sub, confirmed.id)
    assert.deepEqual([left?.status, left?.merchant, left?.files, left?.history], ['receiving', null, [], []])
    assert.deepEqual(new Date(left?.work?.dueAt ?? 0), new Date('2034-12-31T16:00:00Z'))
    now = new Date(now.getTime() + 16 * MINUTE_MS)
    await app.drainWork()
    assert.deepEqual(await app.s3.versions(app.bucket), [original])
    assert.equal((await store.due(new Date('2200-01-01'), 100)).length, 1)
  } finally {
    await app.close()
  }
})
