import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed, entered } from '../support/claims.ts'
import { get } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'
import { freezeTime, LATER } from '../support/time.ts'

suite('the overview of a year', () => {
  let app: TestApp
  let time: ReturnType<typeof freezeTime>
  let people = 0
  const person = (): Promise<Client> => signUp(app, `person${people++}@example.org`)
  const overview = (client: Client, ya = 2025) => get(client, `/tax-years/${ya}/overview` as const)
  const INCOME = { income: { employment: 84_000_00 } }

  before(async () => {
    time = freezeTime(LATER)
    app = await startApp({ clock: { now: () => new Date('2025-10-01T04:00:00Z') } })
  })
  after(async () => {
    await app.close()
    time.release()
  })

  test('says before the first receipt what is there without one, and what to look for', async () => {
    const found = await overview(await person())
    assert.equal(found.foundSen, 0)
    assert.equal(found.automaticSen, 9_000_00)
    assert.deepEqual([found.savedSen, found.incomeKnown, found.lastDay], [null, false, null])
    assert.deepEqual(found.nearest, [])
    assert.equal(found.lookFor[0].code, 'lifestyle')
    assert.deepEqual(found.lookFor[0].shortName, { en: 'Lifestyle', ms: 'Gaya hidup' })
    assert.equal(found.lookFor.length, 5)
  })

  test('adds up what receipts bring within their limits, and the tax it saves', async () => {
    const ana = await person()
    await factsPut(ana, 2025, { ...INCOME, epf: { compulsorySen: 4_000_00 } })
    await claimed(ana, { date: '2025-03-14', totalSen: 3_000_00 }, 'lifestyle-books')
    await claimed(ana, { date: '2025-04-14', totalSen: 250_00 }, 'sports-facility')
    const found = await overview(ana)
    assert.equal(found.foundSen, 2_750_00)
    // EPF is deducted by the employer: nobody found it.
    assert.equal(found.automaticSen, 13_000_00)
    // Chargeable income 68,250 with them and 71,000 without: 1,750 at 11 % above 50,000 ... 70,000, 1,000 at 19 %.
    assert.equal(found.savedSen, 19_250 + 19_000)
  })

  test('keeps suggestions and other unconfirmed receipts apart', async () => {
    const ana = await person()
    await factsPut(ana, 2025, INCOME)
    await entered(ana, { merchant: 'KEDAI BUKU SERI MAJU', totalSen: 100_00 })
    const found = await overview(ana)
    assert.deepEqual([found.foundSen, found.savedSen, found.unconfirmed], [0, 0, 1])
    assert.equal(found.withSuggestions.foundSen, 100_00)
    assert.ok(found.withSuggestions.savesMoreSen > 0)
    assert.deepEqual(
      found.nearest.map(({ code, usedSen, suggestedSen }) => [code, usedSen, suggestedSen]),
      [['lifestyle', 0, 100_00]],
    )
  })

  test('lists the limits nearest to full first, full ones last, and none of the employer', async () => {
    const ana = await person()
    await factsPut(ana, 2025, { ...INCOME, epf: { compulsorySen: 4_000_00 } })
    await claimed(ana, { totalSen: 500_00 }, 'lifestyle-books')
    await claimed(ana, { totalSen: 900_00 }, 'sports-facility')
    await claimed(ana, { totalSen: 3_500_00 }, 'childcare-centre-kindergarten')
    const { nearest, lookFor } = await overview(ana)
    assert.deepEqual(
      nearest.map(({ code, remainingSen }) => [code, remainingSen]),
      [
        ['sports', 100_00],
        ['lifestyle', 2_000_00],
        ['childcare-fees', 0],
      ],
    )
    assert.ok(!lookFor.some(({ code }) => ['sports', 'lifestyle', 'childcare-fees'].includes(code)))
  })

  test('says what the rest of the nearest limit saves, only while its year runs', async () => {
    const ana = await person()
    for (const ya of [2024, 2025]) await factsPut(ana, ya, INCOME)
    await claimed(ana, { date: '2025-03-14', totalSen: 900_00 }, 'sports-facility')
    await claimed(ana, { date: '2024-03-14', totalSen: 900_00 }, 'sports-facility')
    const { lastDay } = await overview(ana)
    assert.deepEqual([lastDay.day, lastDay.code, lastDay.remainingSen], ['2025-12-31', 'sports', 100_00])
    // Chargeable income is above 70,000: 19 %.
    assert.equal(lastDay.savesSen, 19_00)
    assert.equal((await overview(ana, 2024)).lastDay, null)
  })

  test('names what the law changed for the year, new reliefs first', async () => {
    const { changes } = await overview(await person(), 2026)
    assert.deepEqual([changes[0].code, changes[0].isNew], ['domestic-tourism', true])
    assert.ok(changes.some(({ isNew }) => !isNew))
  })

  test('is nobody else’s, and needs a year with law', async () => {
    const [ana, ben] = [await person(), await person()]
    await claimed(ana, { totalSen: 100_00 }, 'lifestyle-books')
    assert.equal((await overview(ben)).foundSen, 0)
    assert.equal((await ana.fetch('/tax-years/2017/overview')).status, 404)
  })

  test('asks for the month of a recurring payment that no receipt shows', async () => {
    const ana = await person()
    await factsPut(ana, 2025, INCOME)
    for (const month of [5, 6, 7, 9])
      await claimed(
        ana,
        { merchant: 'PUSAT KECERGASAN TEGAP', date: `2025-0${month}-05`, totalSen: 89_90 },
        'sports-gym-training',
      )
    const { recurring } = await overview(ana)
    assert.ok(recurring)
    assert.deepEqual(
      recurring.months.map(({ month, state }) => [month, state]),
      [
        ['2025-05', 'confirmed'],
        ['2025-06', 'confirmed'],
        ['2025-07', 'confirmed'],
        ['2025-08', 'missing'],
        ['2025-09', 'confirmed'],
      ],
    )
    // At 19 %.
    assert.deepEqual([recurring.reliefSen, recurring.savesSen], [89_90, 17_08])
  })
})
