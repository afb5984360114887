import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Receipt } from '../support/answers.ts'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { claimed, entered, lineOf, type Purchase } from '../support/claims.ts'
import { pageOf } from '../support/page-of.ts'
import {
  change,
  changed,
  createScriptedReader,
  fileForm,
  get,
  isProblem,
  picture,
} from '../support/receipts.ts'
import { factsPut, stated } from '../support/taxpayer.ts'
import { freezeTime, LATER } from '../support/time.ts'

const INCOME = { income: { employment: 84_000_00 } }
const two = (number: number) => String(number).padStart(2, '0')

for (const { name, start } of shapes)
  describe(`payments that come again and again: ${name}`, () => {
    let now = new Date('2025-10-05T04:00:00Z')
    let app: TestApp
    let ana: Client
    let people = 0
    const script = createScriptedReader()
    let time: ReturnType<typeof freezeTime>
    before(() => {
      time = freezeTime(LATER)
    })
    beforeEach(async () => {
      now = new Date('2025-10-05T04:00:00Z')
      script.reset()
      app ??= await start({ clock: { now: () => now }, overrides: { reader: script.reader } })
      ana = await signUp(app, `ana${++people}@example.org`)
    })
    after(async () => {
      await app.close()
      time.release()
    })

    const path = (ya = 2025) => `/tax-years/${ya}/recurring` as const
    const listed = async (ya = 2025, client = ana) => (await get(client, path(ya))).recurring
    const only = async (ya = 2025) => {
      const [first, ...others] = await listed(ya)
      assert.ok(first)
      assert.deepEqual(others, [])
      return first
    }
    const post = (url: string, body: object, client = ana) =>
      client.fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    async function enter(id: string, months: string[], ya = 2025) {
      const response = await post(`${path(ya)}/${id}/receipts`, { months })
      assert.equal(response.status, 201, await response.clone().text())
      return (await response.json()) as { receipts: Receipt[] }
    }
    async function answer(id: string, body: object, ya = 2025) {
      const response = await post(`${path(ya)}/${id}/answer`, body)
      assert.equal(response.status, 200, await response.clone().text())
    }
    /** The bills of these months of a year, confirmed. */
    async function bills(
      months: number[],
      {
        relief = 'sports-gym-training',
        ya = 2025,
        ...values
      }: Purchase & { relief?: string; ya?: number } = {},
    ) {
      for (const month of months) {
        const date = `${ya}-${two(month)}-05`
        await claimed(
          ana,
          { merchant: 'PUSAT KECERGASAN TEGAP SDN BHD', date, totalSen: 89_90, ...values },
          relief,
        )
      }
    }
    const missingIn = (series: { months: { month: string; state: string }[] }) =>
      series.months.flatMap(({ month, state }) => (state === 'missing' ? [month] : []))

    test('a gym with a month missing: which one, the usual amount, and what it is worth', async () => {
      await factsPut(ana, 2025, INCOME)
      await bills([1, 2, 3, 5, 6, 7, 8, 9])
      const gym = await only()
      assert.equal(gym.relief, 'sports-gym-training')
      assert.deepEqual(gym.shortName, { en: 'Gym and training', ms: 'Gimnasium dan latihan' })
      assert.deepEqual(
        [gym.merchant, gym.rhythm, gym.usualSen],
        ['PUSAT KECERGASAN TEGAP SDN BHD', 'monthly', 89_90],
      )
      assert.deepEqual([gym.confirmed, gym.missing, missingIn(gym)], [8, 1, ['2025-04']])
      assert.equal(gym.months.length, 9, 'October is not over')
      assert.equal(gym.reliefSen, 89_90)
      // 719.20 and 809.10 of relief, at 19 %.
      assert.equal(gym.savesSen, 17_08)
      const { recurring } = await get(ana, '/tax-years/2025/overview')
      assert.deepEqual(recurring, gym)
    })

    test('months after the year or before the series are none; months at its end are', async () => {
      await bills([2, 3, 4])
      assert.deepEqual(missingIn(await only()), ['2025-05', '2025-06', '2025-07', '2025-08', '2025-09'])
      now = new Date('2026-03-01T04:00:00Z')
      assert.equal(missingIn(await only()).at(-1), '2025-12')
      // In Malaysia it is the first of May already.
      now = new Date('2025-04-30T16:30:00Z')
      assert.deepEqual(missingIn(await only()), [])
      assert.equal((await get(ana, '/tax-years/2025/overview')).recurring, null)
    })

    test('what only looks alike is no series', async () => {
      await bills([1, 2, 3, 4, 5], {
        merchant: 'KEDAI BUKU MAJU',
        relief: 'lifestyle-books',
        totalSen: 25_00,
      })
      assert.equal((await listed()).length, 1, 'the same amount time and again is one, e.g. a newspaper')
      const ben = await signUp(app, `ben${people}@example.org`)
      for (const [index, totalSen] of [25_00, 31_50, 18_00, 27_90, 44_00].entries())
        await claimed(
          ben,
          { merchant: 'KEDAI BUKU MAJU', date: `2025-0${index + 1}-05`, totalSen },
          'lifestyle-books',
        )
      assert.deepEqual(await listed(2025, ben), [])
      for (const month of [1, 4])
        await claimed(
          ben,
          { merchant: 'TASKA CERIA', date: `2025-0${month}-02` },
          'childcare-centre-kindergarten',
        )
      await entered(ben, { merchant: 'TASKA CERIA', date: '2025-05-02' })
      assert.deepEqual(await listed(2025, ben), [], 'two payments are no rhythm')
    })

    test('a quarterly fee that comes late once, and two names of one merchant', async () => {
      const fee = { relief: 'childcare-centre-kindergarten', totalSen: 450_00 }
      await bills([1], { ...fee, merchant: 'TASKA CERIA SDN. BHD.' })
      await bills([5], { ...fee, merchant: 'Taska Ceria - Cawangan Kajang' })
      await bills([8], { ...fee, merchant: 'TASKA CERIA' })
      now = new Date('2026-02-05T04:00:00Z')
      const fees = await only()
      assert.deepEqual([fees.rhythm, fees.merchant], ['quarterly', 'TASKA CERIA'])
      assert.deepEqual(missingIn(fees), ['2025-11'])
    })

    test("last year's premium is due this year, also where it grew", async () => {
      await bills([3], {
        ya: 2024,
        relief: 'education-medical-insurance',
        merchant: 'TEGUH INSURANS',
        totalSen: 900_00,
      })
      const premium = await only()
      assert.deepEqual(
        [premium.rhythm, premium.usualSen, missingIn(premium)],
        ['yearly', 900_00, ['2025-03']],
      )
      assert.equal(premium.reliefSen, 900_00)
      await bills([4], {
        relief: 'education-medical-insurance',
        merchant: 'TEGUH INSURANS',
        totalSen: 990_00,
      })
      const paid = await only()
      assert.deepEqual([paid.confirmed, paid.missing, paid.usualSen], [1, 0, 990_00])
    })

    test('a monthly series goes on in a new year, unless it had stopped before', async () => {
      await bills([8, 9, 10, 11, 12], { ya: 2024 })
      await bills([6, 7, 8], { ya: 2024, merchant: 'GIM LAMA' })
      now = new Date('2025-03-15T04:00:00Z')
      assert.deepEqual(missingIn(await only()), ['2025-01', '2025-02'])
    })

    test('where the relief is full nothing is at stake, and Home does not ask', async () => {
      await bills([1, 2, 3, 5, 6, 7, 8, 9], { totalSen: 150_00 })
      const gym = await only()
      assert.deepEqual([gym.missing, gym.reliefSen], [1, 0])
      assert.equal((await get(ana, '/tax-years/2025/overview')).recurring, null)
    })

    test('those with most relief at stake come first, page by page', async () => {
      await bills([1, 2, 3])
      await bills([1, 2, 3], {
        relief: 'lifestyle-internet',
        merchant: 'JALUR LEBAR PANTAS',
        totalSen: 129_00,
      })
      const { recurring, nextCursor, total } = await get(ana, `${path()}?limit=1`)
      assert.deepEqual([recurring.map(({ relief }) => relief), total], [['lifestyle-internet'], 2])
      const next = await get(ana, `${path()}?limit=1&cursor=${nextCursor}`)
      assert.deepEqual(
        [next.recurring.map(({ relief }) => relief), next.nextCursor],
        [['sports-gym-training'], null],
      )
      await isProblem(await ana.fetch(`${path()}?months=12`), 400, 'validation_failed')
      await isProblem(await ana.fetch('/tax-years/1999/recurring'), 404, 'not_found')
    })

    describe('the same as the month before', () => {
      const gymLines = (total: string) => [
        'PUSAT KECERGASAN TEGAP SDN BHD',
        'NO 12, JALAN BESAR, 50000 KUALA LUMPUR',
        'DATE: 07/04/2025 10:15',
        `MONTHLY MEMBERSHIP 1 x ${total} ${total}`,
        `TOTAL RM ${total}`,
        'THANK YOU',
      ]
      const attach = (receipt: Receipt, role: string, bytes: Uint8Array) =>
        ana.fetch(`/receipts/${receipt.id}/files?role=${role}`, {
          method: 'POST',
          headers: { 'if-match': '*' },
          body: fileForm(bytes),
        })
      async function withPaper(receipt: Receipt, role = 'receipt') {
        const response = await attach(receipt, role, await picture())
        assert.ok(response.ok, await response.clone().text())
        await app.drainWork()
        return get(ana, `/receipts/${receipt.id}`)
      }
      const spent = async () => {
        const claim = await get(ana, '/tax-years/2025/claims')
        return lineOf(claim.reliefs, 'sports-gym-training').spentSen
      }

      test('counts only with a paper and a confirmation', async (t) => {
        await bills([1, 2, 3, 5])
        const { id } = await only()
        const before = await spent()
        const { receipts } = await enter(id, ['2025-04'])
        const [april] = receipts
        assert.ok(april)
        assert.deepEqual(
          [april.merchant, april.date, april.totalSen, april.status, april.needsPaper],
          ['PUSAT KECERGASAN TEGAP SDN BHD', '2025-04-05', 89_90, 'needs_review', true],
        )
        assert.deepEqual(
          april.allocations.map(({ relief, sen }) => [relief, sen]),
          [['sports-gym-training', 89_90]],
        )
        const state = async () => (await only()).months.find(({ month }) => month === '2025-04')
        assert.deepEqual(await state(), {
          month: '2025-04',
          state: 'to-check',
          sen: null,
          receipts: [april.id],
        })
        const { receipts: queue } = await get(ana, '/receipts/queue')
        assert.deepEqual(queue[0]?.reasons.slice(0, 2), ['check', 'paper'])

        await isProblem(await change(ana, april, { path: '/confirm' }), 409, 'paper_needed')
        const bulk = await post('/receipts/bulk', {
          action: 'confirm',
          receipts: [{ id: april.id, version: april.version }],
        })
        const { results } = (await bulk.json()) as { results: { problem?: { code: string } }[] }
        assert.equal(results[0]?.problem?.code, 'paper_needed')
        const certified = await withPaper(april, 'certificate')
        await isProblem(await change(ana, certified, { path: '/confirm' }), 409, 'paper_needed')
        assert.equal(await spent(), before)

        script.answer(t, gymLines('89.90'))
        const read = await withPaper(april)
        // The day of the paper takes the place of the expected one; the decision stays with the same amount.
        assert.deepEqual([read.date, read.totalSen, read.allocations.length], ['2025-04-07', 89_90, 1])
        await changed(ana, read, { path: '/confirm' })
        assert.equal(await spent(), before + 89_90)
        assert.deepEqual((await state())?.state, 'confirmed')
      })

      test('where the paper has another amount, that counts, and is decided again', async (t) => {
        await bills([1, 2, 3, 5])
        const [april] = (await enter((await only()).id, ['2025-04'])).receipts
        assert.ok(april)
        script.answer(t, gymLines('79.90'))
        const read = await withPaper(april)
        assert.deepEqual([read.totalSen, read.allocations], [79_90, []])
        assert.equal(read.suggestion?.parts[0]?.relief, 'sports-gym-training')
        // A paper that cannot be read leaves what is known.
        const [may] = (await enter((await only()).id, ['2025-06'])).receipts
        assert.ok(may)
        script.answer(t, async () => [pageOf(['???'])])
        const blurred = await withPaper(may)
        assert.deepEqual(
          [blurred.date, blurred.totalSen, blurred.status],
          ['2025-06-05', 89_90, 'needs_review'],
        )
      })

      test('several at once, twice at once, and taken back', async () => {
        await bills([1, 2, 3])
        const { id } = await only()
        const months = ['2025-04', '2025-05']
        await Promise.all([enter(id, months), enter(id, months)])
        const rows = async () => (await get(ana, '/receipts?status=needs_review')).receipts
        assert.deepEqual((await rows()).map(({ date }) => date).sort(), ['2025-04-05', '2025-05-05'])
        assert.deepEqual((await enter(id, months)).receipts, [], 'a month with a receipt is left out')
        for (const row of await rows()) await changed(ana, row, { method: 'DELETE' })
        assert.deepEqual(missingIn(await only()).slice(0, 2), months)
        const [again] = (await enter(id, ['2025-04'])).receipts
        assert.equal(again?.trashedAt, null)
      })

      test('two children at one nursery: one entry with the sum of both, on the last day of a shorter month', async () => {
        for (const month of ['01', '03', '05'])
          for (const totalSen of [300_00, 250_00])
            await claimed(
              ana,
              { merchant: 'TASKA CERIA', date: `2025-${month}-31`, totalSen, note: String(totalSen) },
              [{ relief: 'childcare-centre-kindergarten', sen: totalSen, person: 'child' }],
            )
        for (const totalSen of [300_00, 250_00])
          await claimed(
            ana,
            { merchant: 'TASKA CERIA', date: '2025-02-28', totalSen },
            'childcare-centre-kindergarten',
          )
        const nursery = await only()
        assert.deepEqual([nursery.usualSen, nursery.missing], [550_00, 5])
        const [april] = (await enter(nursery.id, ['2025-04'])).receipts
        assert.deepEqual([april?.date, april?.totalSen], ['2025-04-30', 550_00])
        assert.deepEqual(april?.allocations.map(({ sen }) => sen).sort(), [250_00, 300_00])
      })

      test('a receipt that waits answers its month; a month that is none is refused', async () => {
        await bills([1, 2, 3, 5])
        await entered(ana, { merchant: 'Pusat Kecergasan Tegap', date: '2025-04-20', totalSen: 95_00 })
        const gym = await only()
        assert.deepEqual(gym.months.map(({ state }) => state).slice(0, 5), [
          'confirmed',
          'confirmed',
          'confirmed',
          'to-check',
          'confirmed',
        ])
        for (const months of [['2025-12'], ['2024-12']])
          await isProblem(await post(`${path()}/${gym.id}/receipts`, { months }), 400, 'validation_failed')
        await isProblem(await post(`${path()}/${gym.id}/receipts`, { months: [] }), 400, 'validation_failed')
        await isProblem(
          await post(`${path()}/${gym.id}/answer`, { months: { '2025-12': 'not-paid' } }),
          400,
          'validation_failed',
        )
      })
    })

    test('"not paid that month" and "this has ended" are not asked again, and can be taken back', async () => {
      await bills([1, 2, 3, 5, 6])
      const { id, reliefSen } = await only()
      assert.equal(reliefSen, 4 * 89_90)
      await answer(id, { months: { '2025-04': 'not-paid' } })
      assert.deepEqual(missingIn(await only()), ['2025-07', '2025-08', '2025-09'])
      await answer(id, { ended: true })
      const ended = await only()
      assert.deepEqual([ended.endedAfter, ended.missing, ended.reliefSen], ['2025-06', 0, 0])
      assert.equal(ended.months.at(-1)?.month, '2025-06')
      await answer(id, { months: { '2025-04': null } })
      assert.deepEqual(missingIn(await only()), ['2025-04'])
      await answer(id, { ended: false })
      assert.equal((await only()).reliefSen, reliefSen)
      await answer(id, { ended: true })
      // They went on after all.
      await bills([8])
      assert.deepEqual(missingIn(await only()), ['2025-04', '2025-09'])
      await answer(id, {})
    })

    test('what ended last year is not asked about this year', async () => {
      await bills([3], { ya: 2024, relief: 'education-medical-insurance', merchant: 'TEGUH INSURANS' })
      const { id } = await only(2025)
      await answer(id, { ended: true })
      const ended = await only()
      assert.deepEqual([ended.endedAfter, ended.months], ['2024-03', []])
      now = new Date('2026-10-05T04:00:00Z')
      await bills([9, 10, 11], { ya: 2025 })
      const gym = (await listed(2026)).find(({ relief }) => relief === 'sports-gym-training')
      assert.ok(gym)
      now = new Date('2027-02-05T04:00:00Z')
      await answer(gym.id, { ended: true }, 2026)
      assert.deepEqual(missingIn((await listed(2026))[0] ?? gym), [])
    })

    test('a statement of the year, or an amount among the facts, answers all months', async () => {
      await bills([1, 2, 3], { relief: 'education-medical-insurance', merchant: 'TEGUH INSURANS' })
      await bills([1, 2, 3], { relief: 'childcare-centre-kindergarten', merchant: 'TASKA CERIA' })
      await stated(ana, 2025, 'insurance')
      const states = async () =>
        Object.fromEntries((await listed()).map(({ relief, months }) => [relief, months.at(-1)?.state]))
      assert.deepEqual(await states(), {
        'education-medical-insurance': 'covered',
        'childcare-centre-kindergarten': 'missing',
      })
      assert.equal((await only2('education-medical-insurance')).reliefSen, 0)
      async function only2(code: string) {
        const found = (await listed()).find(({ relief }) => relief === code)
        assert.ok(found)
        return found
      }
    })

    test('nobody sees or answers another person’s', async () => {
      await bills([1, 2, 3])
      const { id } = await only()
      const ben = await signUp(app, `ben${people}@example.org`)
      assert.deepEqual(await listed(2025, ben), [])
      for (const [action, body] of [
        ['receipts', { months: ['2025-04'] }],
        ['answer', { ended: true }],
      ] as const)
        await isProblem(await post(`${path()}/${id}/${action}`, body, ben), 404, 'not_found')
      assert.equal((await only()).endedAfter, null)
    })

    test('an answer is in the export of the person’s data, and goes with the person', async () => {
      await bills([1, 2, 3])
      const { id } = await only()
      await answer(id, { ended: true })
      const item = () => app.services.taxpayer.recurringAnswers.ofYears(ana.sub, 2025)
      assert.deepEqual(Object.keys((await item()).current), [id])
      const { files } = app.services.taxpayer.personalData
      const paths: string[] = []
      for await (const file of files({ sub: ana.sub })) paths.push(file.path)
      assert.ok(paths.includes('tax-years/2025/recurring.json'))
      await app.services.taxpayer.personalData.erase({ sub: ana.sub })
      assert.deepEqual((await item()).current, {})
    })
  })
