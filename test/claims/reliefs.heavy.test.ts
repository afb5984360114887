import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed, entered, lineOf } from '../support/claims.ts'
import { get, isProblem } from '../support/receipts.ts'

describe('a relief', () => {
  let app: TestApp
  let ana: Client
  let people = 0
  before(async () => {
    app = await startApp()
  })
  beforeEach(async () => {
    ana = await signUp(app, `ana${++people}@example.org`)
  })
  after(() => app.close())

  const guide = async (path: string, language: string) => {
    const response = await ana.fetch(path, { headers: { 'accept-language': language } })
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-language'), language)
    return (await response.json()) as Awaited<ReturnType<typeof get<'/tax-years/2026/reliefs/sports'>>>
  }

  test('is explained in plain words, in the language asked for, with section and sources', async () => {
    const english = await guide('/tax-years/2026/reliefs/lifestyle', 'en')
    const malay = await guide('/tax-years/2026/reliefs/lifestyle', 'ms')
    assert.ok(english.counts.includes('The internet bill in your own name'))
    assert.ok(malay.counts.includes('Bil internet atas nama anda sendiri'))
    assert.match(english.keep, /^the receipts/)
    assert.equal(english.section, '46(1)(p)')
    assert.match(english.sources[0].title, /\S/)
    const { questions } = await guide('/tax-years/2026/reliefs/lifestyle-devices', 'en')
    assert.match(questions.join(), /smartwatch/)
  })

  test('says what is new in a year, and a gift and a rebate are explained too', async () => {
    assert.match((await guide('/tax-years/2024/reliefs/sports', 'en')).changed, /RM\s500 to RM\s1,000/)
    assert.equal((await get(ana, '/tax-years/2026/reliefs/sports')).changed, null)
    for (const code of ['gift-approved-institution', 'rebate-zakat-fitrah'])
      assert.match((await get(ana, `/tax-years/2025/reliefs/${code}`)).counts.join(), /\S/)
  })

  test('that a year does not have is not found', async () => {
    for (const code of ['domestic-tourism', 'nothing', 'constructor'])
      for (const path of [code, `${code}/receipts`])
        await isProblem(await ana.fetch(`/tax-years/2025/reliefs/${path}`), 404, 'not_found')
    await isProblem(await ana.fetch('/tax-years/2022/reliefs/sports'), 404, 'not_found')
  })

  test('lists the receipts behind it with the part that counts, those to check first, page by page', async () => {
    const books = await claimed(ana, { merchant: 'KEDAI BUKU', date: '2025-02-01', totalSen: 100_00 }, [
      { relief: 'lifestyle-books', sen: 70_00 },
      { relief: null, sen: 30_00 },
    ])
    const both = await claimed(ana, { date: '2025-03-01', totalSen: 50_00 }, [
      { relief: 'lifestyle-books', sen: 20_00 },
      { relief: 'lifestyle-internet', sen: 30_00 },
    ])
    await claimed(ana, { totalSen: 40_00 }, 'sports-equipment')
    const open = await entered(ana, { merchant: 'TOKO BUKU CENDEKIA', date: '2025-01-05', totalSen: 12_00 })
    const all = await get(ana, '/tax-years/2025/reliefs/lifestyle/receipts')
    assert.deepEqual(
      all.receipts.map(({ id, sen, status }) => [id, sen, status]),
      [
        [open.id, 12_00, 'needs_review'],
        [both.id, 50_00, 'confirmed'],
        [books.id, 70_00, 'confirmed'],
      ],
    )
    const first = await get(ana, '/tax-years/2025/reliefs/lifestyle/receipts?limit=2')
    const rest = await get(
      ana,
      `/tax-years/2025/reliefs/lifestyle/receipts?limit=2&cursor=${first.nextCursor}`,
    )
    assert.deepEqual([first.total, first.receipts.length], [3, 2])
    assert.deepEqual(
      rest.receipts.map(({ id }) => id),
      [books.id],
    )
    assert.equal(rest.nextCursor, null)
    const { receipts } = await get(ana, '/tax-years/2025/reliefs/lifestyle-internet/receipts')
    assert.deepEqual(
      receipts.map(({ id, sen }) => [id, sen]),
      [[both.id, 30_00]],
    )
    const listed = await get(ana, '/receipts?yearOfAssessment=2025&relief=lifestyle')
    assert.deepEqual(listed.receipts.map(({ id }) => id).sort(), [open.id, both.id, books.id].sort())
  })

  test('has the part of a plan that was paid in another year, and nothing of other people', async () => {
    const { id } = await claimed(ana, { date: '2025-07-01', totalSen: 240_00 }, [
      { relief: 'ev-charging', sen: 240_00, plan: { from: '2025-07', months: 12 } },
    ])
    const { receipts } = await get(ana, '/tax-years/2026/reliefs/ev-green-home/receipts')
    assert.deepEqual(
      receipts.map((one) => [one.id, one.sen]),
      [[id, 120_00]],
    )
    const ben = await signUp(app, `ben${people}@example.org`)
    assert.equal((await get(ben, '/tax-years/2026/reliefs/ev-green-home/receipts')).total, 0)
  })

  test('is claimed with the same amounts where the receipts are left out of the answer', async () => {
    await claimed(ana, { totalSen: 100_00 }, 'lifestyle-books')
    await claimed(ana, { totalSen: 100_00 }, 'rebate-zakat-fitrah')
    for (const totalSen of [50_00, 51_00, 52_00]) await claimed(ana, { totalSen }, 'lifestyle-internet')
    await entered(ana, { merchant: 'TOKO BUKU CENDEKIA', totalSen: 12_00 })
    const listed = await get(ana, '/tax-years/2025/claims')
    const bare = await get(ana, '/tax-years/2025/claims?receipts=omitted')
    assert.equal(lineOf(listed.reliefs, 'lifestyle-books').receipts.length, 1)
    assert.doesNotMatch(JSON.stringify([bare.reliefs, bare.gifts, bare.rebates]), /"id"/)
    assert.equal(lineOf(bare.reliefs, 'lifestyle-books').receiptsSen, 100_00)
    const behindWarning = ({ warnings }: { warnings: { code: string; receipts: string[] }[] }) =>
      warnings.find(({ code }) => code === 'own_name_needed')?.receipts.length
    assert.deepEqual([behindWarning(listed), behindWarning(bare)], [3, 2])
    // What waits for a person stays.
    assert.equal(bare.unconfirmed.receipts.length, 1)
    const { allowedSen, withSuggestionsSen } = listed
    assert.deepEqual([bare.allowedSen, bare.withSuggestionsSen], [allowedSen, withSuggestionsSen])
    assert.equal(bare.unconfirmed.sen, 12_00)
    await isProblem(await ana.fetch('/tax-years/2025/claims?receipts=none'), 400, 'validation_failed')
  })
})
