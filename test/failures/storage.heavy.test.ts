import assert from 'node:assert/strict'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Database } from '../../server/adapters/sqlite/database.ts'
import { StorageFullError, StorageUnavailableError, storageError } from '../../server/errors.ts'
import { LEASE_MS } from '../../server/receipts/ports.ts'
import type { Overrides } from '../../server/services/overrides.ts'
import { browserOf, type Client, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { temporaryFolder } from '../support/data-folder.ts'
import {
  change,
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
import { sendUpload } from '../support/send-upload.ts'
import { freezeTime, LATER } from '../support/time.ts'
import { until } from '../support/until.ts'

const failure = (code: string) => storageError(Object.assign(new Error(code), { code }))

describe('when storage fails', () => {
  const scripted = createScriptedReader()
  /** What the disk answers: a code of the operating system, by the part of the key that is written. */
  let broken: { code: string; keys: RegExp } | undefined
  let db: Database
  let now = new Date('2026-03-20T02:00:00Z')
  let app: TestApp
  let ana: Client
  let time: ReturnType<typeof freezeTime>

  before(async () => {
    time = freezeTime(LATER)
    app = await startApp({
      clock: { now: () => now },
      overrides: {
        reader: scripted.reader,
        database: (real) => {
          db = real
        },
        files: (real) => {
          const check = (key: string) => {
            if (broken?.keys.test(key)) throw failure(broken.code)
          }
          return {
            ...real,
            async keep(key, path) {
              check(key)
              await real.keep(key, path)
            },
            async write(key, bytes) {
              check(key)
              await real.write(key, bytes)
            },
            check: async () => check('check'),
          }
        },
      },
    })
    ana = await signUp(app, 'ana@example.org')
  })
  after(async () => {
    await app.close()
    time.release()
  })
  beforeEach(() => {
    broken = undefined
  })

  const rows = async () => (await get(ana, '/receipts?limit=100')).receipts
  const nothingLeft = async (count: number) => {
    assert.equal((await rows()).length, count)
    assert.deepEqual(await readdir(join(app.dataDir, 'incoming')), [])
    const folders = await readdir(join(app.dataDir, 'files', ana.sub)).catch(() => [])
    assert.equal(folders.length, count)
  }

  for (const [code, status, problem] of [
    ['ENOSPC', 507, 'storage_full'],
    ['EDQUOT', 507, 'storage_full'],
    ['EROFS', 503, 'storage_unavailable'],
    ['EIO', 503, 'storage_unavailable'],
  ] as const) {
    test(`a disk that answers ${code}: ${status}, nothing is kept, and the server lives`, async () => {
      const count = (await rows()).length
      const key = { 'idempotency-key': `disk-${code}` }
      const bytes = await picture()
      broken = { code, keys: /./ }
      const response = await upload(ana, bytes, key)
      assert.equal(response.headers.has('retry-after'), status === 503)
      await isProblem(response, status, problem)
      await isProblem(await fetch(`${app.url}/health/ready`), status, problem)
      assert.equal((await fetch(`${app.url}/health/live`)).status, 200)
      await nothingLeft(count)
      broken = undefined
      assert.equal((await upload(ana, bytes, key)).status, 201)
    })
  }

  test('a full database: 507, nothing is kept, and the server lives', async () => {
    const count = (await rows()).length
    const { page_count } = db.get<{ page_count: number }>('PRAGMA page_count') ?? { page_count: 0 }
    db.get(`PRAGMA max_page_count = ${page_count}`)
    const filled = await fillUp()
    await isProblem(filled, 507, 'storage_full')
    db.get('PRAGMA max_page_count = 1000000')
    assert.ok((await uploaded(ana)).id)
    assert.ok((await rows()).length > count)
  })

  /** Enters receipts until there is no room. */
  async function fillUp() {
    for (let i = 0; i < 1000; i++) {
      const body = JSON.stringify({ note: 'x'.repeat(2000) })
      const headers = { 'content-type': 'application/json' }
      const response = await ana.fetch('/receipts', { method: 'POST', body, headers })
      if (response.status === 429) throw new Error('too many for a minute')
      if (response.status !== 201) return response
    }
    throw new Error('the database is not full')
  }

  test('a read-only database: reading goes on, changes are 503', async () => {
    const receipt = await uploaded(ana)
    db.run('PRAGMA query_only = 1')
    try {
      assert.equal((await ana.fetch(`/receipts/${receipt.id}`)).status, 200)
      const response = await change(ana, receipt, { method: 'PATCH', body: { note: 'x' } })
      await isProblem(response, 503, 'storage_unavailable')
      await isProblem(await upload(ana), 503, 'storage_unavailable')
    } finally {
      db.run('PRAGMA query_only = 0')
    }
    await changed(ana, receipt, { method: 'PATCH', body: { note: 'x' } })
    assert.deepEqual(await readdir(join(app.dataDir, 'incoming')), [])
  })

  test('signing in says that the server has no room left, or that its storage does not respond', async () => {
    const browser = browserOf(app)
    const real = db.run
    try {
      db.run = () => {
        throw new StorageFullError('full')
      }
      const full = await browser.navigate('/auth/login')
      assert.equal(full.status, 507)
      assert.match(full.text, /The server has no room left/)
      db.run = () => {
        throw new StorageUnavailableError('busy')
      }
      const down = await browser.navigate('/auth/login')
      assert.equal(down.status, 503)
      assert.match(down.text, /storage of the server does not respond/)
    } finally {
      db.run = real
    }
    assert.equal((await browser.navigate('/auth/login')).status, 200)
  })

  test('a disk that fills up during the reading costs no attempt: it is read once there is room', async () => {
    broken = { code: 'ENOSPC', keys: /\.text\.json\.gz$/ }
    const receipt = await uploaded(ana)
    assert.equal(receipt.status, 'reading')
    for (let i = 0; i < 5; i++) {
      now = new Date(now.getTime() + LEASE_MS + 1)
      await app.drainWork(receipt.id)
    }
    assert.equal((await get(ana, `/receipts/${receipt.id}`)).status, 'reading')
    const stored = db.get<{ attempts: number }>(
      'SELECT attempts FROM receipts WHERE receipt_id = ?',
      receipt.id,
    )
    assert.equal(stored?.attempts, 0)
    broken = undefined
    now = new Date(now.getTime() + LEASE_MS + 1)
    await app.drainWork(receipt.id)
    assert.equal((await get(ana, `/receipts/${receipt.id}`)).status, 'needs_review')
  })

  test('a page that cannot be kept leaves the receipt as it was', async () => {
    const receipt = await uploaded(ana)
    broken = { code: 'ENOSPC', keys: /./ }
    const body = fileForm(await picture())
    const headers = { 'if-match': '*' }
    const response = await ana.fetch(`/receipts/${receipt.id}/files`, { method: 'POST', body, headers })
    await isProblem(response, 507, 'storage_full')
    const { version, updatedAt, ...rest } = await get(ana, `/receipts/${receipt.id}`)
    const { version: _v, updatedAt: _u, ...before } = receipt
    assert.deepEqual(rest, before)
    assert.equal((await readdir(join(app.dataDir, 'files', ana.sub, receipt.id))).length, 2)
  })

  test('a write that was made and never answered loses no file, and the key stands for what it made', async () => {
    const ben = await signUp(app, 'ben@example.org')
    const loseAnswer = (condition: string) => {
      const real = db.transaction
      db.transaction = (work) => {
        const result = real(work)
        if (!db.get(`SELECT 1 FROM receipts WHERE user_id = ? AND ${condition}`, ben.sub)) return result
        db.transaction = real
        throw failure('EIO')
      }
    }
    const headers = { 'idempotency-key': 'answered-never' }
    const bytes = await picture()
    loseAnswer("status = 'reading'")
    await isProblem(await upload(ben, bytes, headers), 503, 'storage_unavailable')
    const receipt = (await (await upload(ben, bytes, headers)).json()) as Receipt
    const original = async (id: string) => (await ben.fetch(`/receipts/${receipt.id}/file?file=${id}`)).status
    assert.equal(await original(receipt.files[0].id), 200)

    loseAnswer("json_array_length(detail, '$.files') = 2")
    const init = { method: 'POST', body: fileForm(await picture()), headers: { 'if-match': '*' } }
    const answer = await ben.fetch(`/receipts/${receipt.id}/files?role=proof`, init)
    await isProblem(answer, 503, 'storage_unavailable')
    const { files } = await get(ben, `/receipts/${receipt.id}`)
    assert.equal(await original(files[1].id), 200)
    const { receipts } = await get(ben, '/receipts')
    assert.equal(receipts.length, 1)
  })

  test('a client that hangs up in the middle leaves nothing', async () => {
    const count = (await rows()).length
    for (const share of [0.01, 0.5, 0.99]) {
      const connection = await sendUpload(app, ana, await picture({ width: 2000, height: 3000 }), share)
      connection.destroy()
    }
    // The server notices the end of a connection on its own time.
    await until(async () => (await readdir(join(app.dataDir, 'incoming'))).length === 0)
    assert.equal((await fetch(`${app.url}/health/ready`)).status, 200)
    assert.equal((await rows()).length, count)
  })
})

test('asking again and again whether a full disk is ready leaves nothing on it', async (t) => {
  const app = await startApp()
  t.after(() => app.close())
  const handle = await open(import.meta.filename)
  t.mock.method(Object.getPrototypeOf(handle), 'sync', async () => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  })
  await handle.close()
  for (let i = 0; i < 3; i++) {
    await isProblem(await fetch(`${app.url}/health/ready`), 507, 'storage_full')
  }
  assert.deepEqual(await readdir(join(app.dataDir, 'incoming')), [])
})

test('a list of ended sessions that never answers keeps the server from being ready, and nobody waits for it', async (t) => {
  let hangs = false
  let asked = 0
  const app = await startApp({
    overrides: {
      revokedTokens: (real) => ({
        ...real,
        latest(id, now) {
          if (!hangs || id !== '-') return real.latest(id, now)
          asked++
          return new Promise(() => {})
        },
      }),
    },
  })
  t.after(() => app.close())
  const ready = () => fetch(`${app.url}/health/ready`)
  assert.deepEqual(await (await ready()).json(), { status: 'ok' })
  hangs = true
  for (const response of await Promise.all([ready(), ready()])) {
    const { detail } = await isProblem(response, 503, 'storage_unavailable')
    assert.equal(detail, 'No answer from the list of ended sessions within two seconds.')
  }
  // Who asks meanwhile waits for the same answer.
  assert.equal(asked, 1)
  assert.equal((await fetch(`${app.url}/health/live`)).status, 200)
})

test('a reading that was postponed while the clock was ahead is done after a restart with the right time', async () => {
  await using folder = await temporaryFolder()
  const dataDir = folder.in('data')
  const { reader } = createScriptedReader()
  let ahead = 0
  const clock = { now: () => new Date(Date.now() + ahead) }
  const files: Overrides['files'] = (real) => ({
    ...real,
    async write() {
      throw failure('ENOSPC')
    },
  })
  const full = await startApp({ dataDir, clock, overrides: { reader, files } })
  const ana = await signUp(full, 'ana@example.org')
  ahead = 20 * 60_000
  const { id, status } = await uploaded(ana)
  assert.equal(status, 'reading')
  await full.close()

  ahead = 0
  const app = await startApp({ dataDir, clock, overrides: { reader } })
  try {
    const again = await signIn(app, 'ana@example.org')
    await app.drainWork()
    assert.equal((await get(again, `/receipts/${id}`)).status, 'needs_review')
  } finally {
    await app.close()
  }
})
