import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { get, isProblem } from '../support/receipts.ts'

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
    for (const path of ['/tax-years', '/tax-years/2025/reliefs']) {
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
