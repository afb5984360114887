import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { PcbKnown, PcbPlan, PcbTable } from '../../server/api-types.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed } from '../support/claims.ts'
import { isProblem } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'

const rm = (ringgit: number) => Math.round(ringgit * 100)

describe('the monthly tax deduction', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp()
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  const post = (plan: object, ya = 2026, language = 'en') =>
    ana.fetch(`/tax-years/${ya}/pcb`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify(plan),
    })
  const computed = async (plan: PcbPlan, ya?: number, language?: string) => {
    const response = await post(plan, ya, language)
    assert.equal(response.status, 200)
    return (await response.json()) as PcbTable
  }
  const known = async (ya = 2026) => (await (await ana.fetch(`/tax-years/${ya}/pcb`)).json()) as PcbKnown

  test('is computed from the pay of each month and what is different in some', async () => {
    const plan: PcbPlan = {
      month: 3,
      category: 3,
      childUnits: 3,
      paySen: rm(5500),
      epfSen: rm(605),
      months: [
        { month: 1, deductedSen: rm(110) },
        { month: 2, deductedSen: rm(110) },
        { month: 3, reliefsSen: rm(300) },
      ],
    }
    const table = await computed(plan)
    assert.deepEqual([table.deductSen, table.deductedSen, table.open], [rm(108.2), rm(220), []])
    assert.equal(table.steps.chargeableSen, rm(46_700.07))
    assert.deepEqual(
      table.months.map(({ month }) => month),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    )
    assert.ok(Math.abs(table.overSen ?? Infinity) <= 5)
    const withBenefit = await computed({ ...plan, benefit: { yearSen: rm(25_000), fromMonth: 4 } })
    assert.equal(withBenefit.deductSen, table.deductSen)
    // Nine months of 2,777 lie in three bands.
    const moreSen = rm(3300 * 0.06 + 20_000 * 0.11 + 1693 * 0.19)
    assert.equal((withBenefit.yearTaxSen ?? 0) - (table.yearTaxSen ?? 0), moreSen)
  })

  test('has both results where the specification is open, in words', async () => {
    const { deductSen, open } = await computed({ month: 1, paySen: rm(4000), epfSen: rm(440) }, 2026, 'ms')
    assert.equal(deductSen, rm(16.7))
    assert.deepEqual(
      open.map(({ point, results }) => [point, ...results.map((one) => [one.text, one.deductSen])]),
      [['band-of-sen', ['mengikut ringgit penuh', rm(16.7)], ['hingga ke sen', rm(50)]]],
    )
  })

  test('counts a former employer by TP3', async () => {
    const earlier = { paySen: rm(36_000), epfSen: rm(3960), deductedSen: rm(660) }
    const plan = { month: 7, firstMonth: 7, paySen: rm(9000), epfSen: rm(990) }
    assert.equal((await computed(plan)).deductSen, rm(160))
    assert.equal((await computed({ ...plan, earlier })).deductSen, rm(728.35))
  })

  test('is refused for months whose rules were not read, and for what cannot be', async () => {
    const paySen = rm(5000)
    const refused = async (plan: object, ya?: number) =>
      isProblem(await post(plan, ya), 400, 'validation_failed')
    await refused({ month: 6, paySen }, 2023)
    assert.equal((await post({ month: 6, firstMonth: 6, paySen }, 2023)).status, 200)
    for (const plan of [
      {},
      { month: 13, paySen },
      { month: 1, paySen: -1 },
      { month: 1, firstMonth: 2, paySen },
      { month: 1, paySen, childUnits: 1 },
      { month: 1, paySen, category: 3, childUnits: 0.3 },
      { month: 1, paySen, months: [{ month: 1 }, { month: 1 }] },
      { month: 1, paySen, name: 'Ana' },
    ])
      await refused(plan)
    await isProblem(await post({ month: 1, paySen }, 2019), 404, 'not_found')
  })

  test('is prefilled from the facts, and TP1 from the confirmed claims by month', async () => {
    assert.deepEqual(
      await known().then(({ category, regime, childUnits, paySen, reliefs }) => [
        category,
        regime,
        childUnits,
        paySen,
        reliefs,
      ]),
      [1, 'resident', 0, null, []],
    )
    await factsPut(ana, 2026, {
      income: { employment: rm(72_000) },
      maritalStatus: 'married',
      spouse: { income: {} },
      children: [{ bornOn: '2015-03-09' }, { bornOn: '2005-03-09', study: 'higher-education', shared: true }],
      epf: { compulsorySen: rm(7920), voluntarySen: rm(1000) },
      amounts: { 'socso-eis': rm(400), 'rebate-zakat-fitrah': rm(120) },
      taxPaidSen: rm(900),
    })
    await claimed(ana, { totalSen: rm(2000), date: '2026-02-14' }, 'lifestyle-books')
    await claimed(ana, { totalSen: rm(900), date: '2026-04-14' }, 'lifestyle-books')
    const { reliefs, zakat, ...facts } = await known()
    assert.deepEqual(
      [facts.category, facts.childUnits, facts.epfSen, facts.deductedSen, facts.firstMonth],
      [2, 3, rm(7920), rm(900), 1],
    )
    assert.ok((facts.payableSen ?? 0) > 0)
    assert.deepEqual(
      reliefs.map(({ code, item, monthsSen, undatedSen }) => [
        code,
        item,
        monthsSen.flatMap((sen, index) => (sen === 0 ? [] : [[index + 1, sen]])),
        undatedSen,
      ]),
      [
        [
          'lifestyle',
          'C5',
          [
            [2, rm(2000)],
            [4, rm(500)],
          ],
          0,
        ],
        ['life-insurance-epf', 'C11', [], rm(1000)],
        ['socso-eis', 'C14', [], rm(350)],
      ],
    )
    assert.equal(zakat.undatedSen, rm(120))
    await factsPut(ana, 2026, { income: { employment: rm(72_000) }, resident: false })
    assert.deepEqual(await known().then(({ regime, reliefs }) => [regime, reliefs]), ['non-resident', []])
  })
})
