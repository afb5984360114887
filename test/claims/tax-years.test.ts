import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { law } from '../law/law.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed, lineOf } from '../support/claims.ts'
import { draftedLaw } from '../support/drafted-law.ts'
import { get, isProblem } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'

describe('the years of assessment', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp()
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  test('are listed with their deadlines, the latest first', async () => {
    const { taxYears } = await get(ana, '/tax-years')
    assert.deepEqual(
      taxYears.map(({ year }) => year),
      [2026, 2025, 2024, 2023],
    )
    const [latest, known] = taxYears
    assert.deepEqual(known.filing, {
      opensOn: '2026-03-01',
      BE: { dueOn: '2026-04-30', eFilingUntil: '2026-05-15' },
      B: { dueOn: '2026-06-30', eFilingUntil: '2026-07-15' },
      verified: true,
    })
    assert.equal(known.retainUntil, '2033-12-31')
    assert.equal(latest.filing.verified, false)
    assert.ok(latest.certainty.verified < latest.certainty.rules)
    assert.ok(latest.certainty.openQuestions > known.certainty.openQuestions)
  })

  test('have a tree of reliefs, with all a person must know of each', async () => {
    const year = await get(ana, '/tax-years/2025/reliefs')
    const lifestyle = year.reliefs.find(({ code }) => code === 'lifestyle')
    assert.equal(lifestyle?.limitSen, 250_000)
    const [books, , internet] = lifestyle?.children ?? []
    assert.equal(books.section, '46(1)(p)(i)')
    assert.match(books.ms, /^Pembelian atau langganan buku/)
    assert.deepEqual(books.formItems, { BE: 'G9(i)' })
    assert.deepEqual(books.einvoiceCodes, ['026'])
    assert.equal(books.limitSen, null)
    assert.deepEqual(books.beneficiaries, ['self', 'spouse', 'child'])
    assert.deepEqual(books.evidence, { kind: 'receipt', documents: ['receipt that names the publication'] })
    assert.match(internet.questions.join(), /prepaid/)
    for (const { id } of books.sources) assert.match(year.sources[id]?.url ?? '', /^https:/)
    const medical = year.reliefs.find(({ code }) => code === 'medical')
    const checkup = medical?.children.find(({ code }) => code === 'medical-checkup')
    assert.equal(checkup?.children.length, 4)
    assert.equal(year.gifts.heads.length, 10)
    assert.deepEqual(
      year.rebates.map(({ code }) => code),
      ['rebate-self', 'rebate-spouse', 'rebate-zakat-fitrah', 'rebate-departure-levy'],
    )
  })

  test('say of every limit, rate and condition where it was read', async () => {
    const { heads, sources } = await get(ana, '/tax-years/2025/law')
    const head = (code: string) => {
      const found = heads.find((one) => one.code === code)
      assert.ok(found, code)
      return found
    }
    for (const { code, sources: read } of heads) {
      assert.ok(read.length > 0, code)
      for (const { id } of read) assert.ok(sources[id]?.title, `${code}: ${id}`)
    }
    assert.deepEqual(head('lifestyle-books').sources[0], { id: 'en-be-2025', place: 'G9(i)', exact: true })
    assert.equal(head('lifestyle').parameters.limitSen, 250_000)
    assert.equal(head('dividend-tax').parameters.thresholdSen, 10_000_000)
    assert.equal(head('rebate-self').parameters.chargeableUpToSen, 3_500_000)
    assert.equal(head('bands').parameters.ratePercentAbove200000000, 30)
    assert.equal(head('spouse-foreign-income').section, '47(5)')
    const { heads: earlier } = await get(ana, '/tax-years/2023/law')
    const socso = earlier.find(({ code }) => code === 'socso-eis')
    assert.deepEqual(socso?.sources[0], { id: 'cacorp-2023', place: 'list', exact: false })
  })

  test('each have their own reliefs', async () => {
    const sports = async (ya: number) => {
      const { reliefs } = await get(ana, `/tax-years/${ya}/reliefs`)
      return reliefs.find(({ code }) => code === 'sports')?.limitSen
    }
    assert.deepEqual([await sports(2023), await sports(2024)], [50_000, 100_000])
  })

  test('without law are not found, and what is no year is not valid', async () => {
    await isProblem(await ana.fetch('/tax-years/2022/reliefs'), 404, 'not_found')
    await isProblem(await ana.fetch('/tax-years/next/reliefs'), 400, 'validation_failed')
  })

  test('are shown to people who have signed in only', async () => {
    for (const path of ['/tax-years', '/tax-years/2025/reliefs', '/tax-years/2025/law']) {
      const response = await fetch(app.url + path)
      await isProblem(response, 401, 'unauthenticated')
    }
  })

  test('are described, with the tree that refers to itself', async () => {
    const { paths, components } = JSON.parse(await (await ana.fetch('/openapi.json')).text())
    assert.ok(paths['/tax-years'].get && paths['/tax-years/{ya}/reliefs'].get)
    assert.equal(components.schemas.Relief.properties.children.items.$ref, '#/components/schemas/Relief')
  })
})

/** A year that nobody has read the law of, before its data file is anything but the year before. */
describe('a draft of the next year', () => {
  const YEAR = 2027
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({ overrides: { law: await draftedLaw(law) } })
    ana = await signUp(app, 'draf@example.org')
  })
  after(() => app.close())

  test('takes receipts and facts, claims and computes, and says everywhere that it is unverified', async () => {
    const { id } = await claimed(ana, { totalSen: 120_00, date: `${YEAR}-03-14` }, 'lifestyle-books')
    await factsPut(ana, YEAR, {
      income: { employment: 90_000_00 },
      maritalStatus: 'married',
      spouse: { income: {}, amounts: { 'education-medical-insurance': 1_000_00 } },
      children: [{ bornOn: '2015-05-05' }],
    })
    const claim = await get(ana, `/tax-years/${YEAR}/claims`)
    assert.deepEqual(lineOf(claim.reliefs, 'lifestyle-books').receipts, [{ id, sen: 120_00 }])
    assert.equal(lineOf(claim.reliefs, 'education-medical-insurance').allowedSen, 1_000_00)
    assert.equal(lineOf(claim.reliefs, 'individual').verified, false)
    const { computation, warnings } = await get(ana, `/tax-years/${YEAR}/estimate`)
    // 9,000 for oneself, 4,000, 2,000, 1,000 and 120.
    assert.deepEqual([computation.reliefsSen, computation.chargeableIncomeSen], [16_120_00, 73_880_00])
    const taxReturn = await get(ana, `/tax-years/${YEAR}/return`)
    assert.deepEqual(
      [taxReturn.draft, taxReturn.deadlineVerified, taxReturn.eFilingUntil],
      [true, false, '2028-05-15'],
    )
    assert.ok(taxReturn.lines.every(({ item }) => item === null))
    for (const said of [claim.warnings[0], warnings[0]]) {
      assert.equal(said?.code, 'law_draft')
      assert.match(said?.message ?? '', /^Draft: unverified/)
    }
    const { taxYears } = await get(ana, '/tax-years')
    assert.deepEqual([taxYears[0].year, taxYears[0].draft, taxYears[0].certainty.verified], [YEAR, true, 0])
    assert.match((await get(ana, `/tax-years/${YEAR}/reliefs`)).status, /^Draft: unverified/)
  })

  test('is said in Malay, and in what is exported', async () => {
    const malay = await ana.fetch(`/tax-years/${YEAR}/claims`, { headers: { 'accept-language': 'ms' } })
    const { warnings } = (await malay.json()) as { warnings: { message: string }[] }
    assert.match(warnings[0]?.message ?? '', /^Draf: belum disahkan/)
    const csv = await ana.fetch(`/tax-years/${YEAR}/export?format=json`)
    assert.match(await csv.text(), /Draft: unverified/)
  })

  test('is no part of the law of other years', async () => {
    assert.equal((await get(ana, '/tax-years/2026/return')).draft, false)
    const { warnings } = await get(ana, '/tax-years/2026/claims')
    assert.ok(warnings.every(({ code }) => code !== 'law_draft'))
  })
})
