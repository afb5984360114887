import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openDatabase } from '../../server/adapters/sqlite/database.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed, entered, lineOf } from '../support/claims.ts'
import { changed, get } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'

describe('answers that are kept until something is written', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp()
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app?.close())

  const claimOf = (client: Client) => get(client, '/tax-years/2025/claims')
  const books = async (client: Client) =>
    lineOf((await claimOf(client)).reliefs, 'lifestyle-books')?.spentSen ?? 0
  const merchants = async () =>
    (await get(ana, '/receipts?limit=50')).receipts.map(({ merchant }) => merchant)

  test('a claim is the one after each change: a receipt, the trash, the facts', async () => {
    const first = await claimed(ana, { totalSen: 5_000 }, 'lifestyle-books')
    assert.equal(await books(ana), 5_000)
    assert.equal(await books(ana), 5_000)
    await claimed(ana, { totalSen: 2_500 }, 'lifestyle-books')
    assert.equal(await books(ana), 7_500)
    await changed(ana, first, { method: 'DELETE', path: '?acknowledgedUntil=2033-12-31' })
    assert.equal(await books(ana), 2_500)
    assert.equal((await claimOf(ana)).form, 'BE')
    await factsPut(ana, 2025, { income: { business: 50_000_00 } })
    assert.equal((await claimOf(ana)).form, 'B')
  })

  test('each person, language and length has its own', async () => {
    const ben = await signUp(app, 'ben@example.org')
    const certificate = await claimed(ana, { totalSen: 90_000 }, 'medical-dental')
    const messages = async (language: string) => {
      const response = await ana.fetch('/tax-years/2025/claims', { headers: { 'accept-language': language } })
      return ((await response.json()) as { warnings: { message: string }[] }).warnings.map((w) => w.message)
    }
    const english = await messages('en')
    assert.notDeepEqual(await messages('ms'), english)
    assert.deepEqual(await messages('en'), english)
    const listed = lineOf((await claimOf(ana)).reliefs, 'medical-dental')
    const omitted = lineOf(
      (await get(ana, '/tax-years/2025/claims?receipts=omitted')).reliefs,
      'medical-dental',
    )
    assert.deepEqual([listed.receipts, omitted.receipts], [[{ id: certificate.id, sen: 90_000 }], []])
    assert.equal(omitted.spentSen, listed.spentSen)
    assert.equal(await books(ben), 0)
  })

  test('a claim asked for again is compressed as it was, and is the same', async () => {
    const answers: string[] = []
    for (const encoding of ['identity', 'br', 'br', 'gzip', 'gzip']) {
      const response = await fetch(`${app.url}/tax-years/2025/claims`, {
        headers: { authorization: `Bearer ${ana.token}`, 'accept-encoding': encoding },
      })
      assert.equal(response.headers.get('content-encoding'), encoding === 'identity' ? null : encoding)
      assert.match(response.headers.get('content-type') ?? '', /^application\/json/)
      answers.push(await response.text())
    }
    assert.equal(new Set(answers).size, 1)
    assert.equal(JSON.parse(answers[0] ?? '').year, 2025)
  })

  test('lists, counts and claims see what another program writes', async () => {
    await entered(ana, { merchant: 'KEDAI LAMA' })
    const before = await merchants()
    assert.ok(before.includes('KEDAI LAMA'))
    const spent = await books(ana)
    const { total } = await get(ana, '/receipts?limit=1')
    const other = openDatabase(join(app.dataDir, 'tracker.db'))
    other.run(
      `UPDATE receipts SET version = version + 1, summary = json_set(replace(summary, 'KEDAI LAMA', 'KEDAI BAHARU'), '$.version', version + 1)
       WHERE summary LIKE '%KEDAI LAMA%'`,
    )
    other.run("DELETE FROM receipts WHERE summary LIKE '%lifestyle-books%' AND list = '2025'")
    other.close()
    const now = await merchants()
    assert.deepEqual(
      [now.includes('KEDAI LAMA'), now.includes('KEDAI BAHARU'), now.length],
      [false, true, before.length - 1],
    )
    assert.equal((await get(ana, '/receipts?limit=1')).total, (total ?? 0) - 1)
    assert.equal(await books(ana), spent - 2_500)
  })
})
