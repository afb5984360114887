import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Warning } from '../support/answers.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { allocate, claimed, entered, lineOf } from '../support/claims.ts'
import { einvoiceXml } from '../support/einvoices.ts'
import { englishIn } from '../support/english.ts'
import {
  change,
  changed,
  createScriptedReader,
  fileForm,
  get,
  isProblem,
  LINES,
  picture,
  type Receipt,
  uploaded,
} from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'
import { freezeTime, LATER } from '../support/time.ts'

describe('what receipts count for', () => {
  let now = new Date('2026-03-20T04:00:00Z')
  let app: TestApp
  let ana: Client
  let people = 0
  const script = createScriptedReader()
  let time: ReturnType<typeof freezeTime>
  before(() => {
    time = freezeTime(LATER)
  })
  // Each test claims for itself.
  beforeEach(async () => {
    now = new Date('2026-03-20T04:00:00Z')
    app ??= await startApp({ clock: { now: () => now }, overrides: { reader: script.reader } })
    ana = await signUp(app, `ana${++people}@example.org`)
  })
  after(async () => {
    await app.close()
    time.release()
  })

  const claims = (ya = 2025) => get(ana, `/tax-years/${ya}/claims`)
  const codesOf = (warnings: Warning[]) => warnings.map(({ code }) => code).sort()

  describe('allocations', () => {
    test('a receipt is split over reliefs and "does not count"; nothing counts before it is confirmed', async () => {
      const receipt = await entered(ana, { totalSen: 10_000 })
      const allocations = [
        { relief: 'lifestyle-books', sen: 6_000 },
        { relief: 'sports-equipment', sen: 2_500, person: 'child' },
        { relief: null, sen: 1_500 },
      ]
      const response = await allocate(ana, receipt, allocations)
      const allocated = (await response.json()) as Receipt
      assert.equal(response.headers.get('etag'), '"2"')
      assert.deepEqual(allocated.allocations, [
        { relief: 'lifestyle-books', sen: 6_000, person: null, year: null, otherYears: false },
        { relief: 'sports-equipment', sen: 2_500, person: 'child', year: null, otherYears: false },
        { relief: null, sen: 1_500, person: null, year: null, otherYears: false },
      ])
      assert.equal(allocated.history.at(-1)?.field, 'allocations')
      const before = await claims()
      assert.equal(lineOf(before.reliefs, 'lifestyle-books').spentSen, 0)
      assert.deepEqual(before.unconfirmed.receipts, [{ id: receipt.id, sen: 10_000, suggested: [] }])

      await changed(ana, allocated, { path: '/confirm' })
      const claim = await claims()
      const books = lineOf(claim.reliefs, 'lifestyle-books')
      assert.deepEqual([books.spentSen, books.allowedSen, books.formItem], [6_000, 6_000, 'G9(i)'])
      assert.deepEqual(books.receipts, [{ id: receipt.id, sen: 6_000 }])
      assert.equal(lineOf(claim.reliefs, 'sports').allowedSen, 2_500)
      assert.deepEqual(claim.notClaimed, { receipts: 1, sen: 1_500 })
      assert.deepEqual(claim.undecided, { receipts: [], sen: 0 })
      assert.deepEqual(claim.unconfirmed, { receipts: [], sen: 0 })
    })

    test('the sum never lies above the amount, whichever of the two is changed', async () => {
      const receipt = await entered(ana, { totalSen: 10_000 })
      const tooMuch = [
        { relief: 'lifestyle-books', sen: 9_999 },
        { relief: null, sen: 2 },
      ]
      await isProblem(await allocate(ana, receipt, tooMuch), 400, 'validation_failed')
      const opposite = [
        { relief: 'lifestyle-books', sen: 20_000 },
        { relief: null, sen: -15_000 },
      ]
      await isProblem(await allocate(ana, receipt, opposite), 400, 'validation_failed')
      const all = await allocate(ana, receipt, [{ relief: 'lifestyle-books', sen: 10_000 }])
      const allocated = (await all.json()) as Receipt
      const less = await change(ana, allocated, { method: 'PATCH', body: { totalSen: 9_999 } })
      await isProblem(less, 400, 'validation_failed')
      assert.equal((await get(ana, `/receipts/${receipt.id}`)).totalSen, 10_000)
      await changed(ana, allocated, { method: 'PATCH', body: { totalSen: 10_001 } })
    })

    test('a receipt over nothing has no parts, not even such as cancel each other out', async () => {
      const receipt = await entered(ana, { totalSen: 0 })
      const parts = [
        { relief: 'lifestyle-books', sen: 250_000 },
        { relief: null, sen: -250_000 },
      ]
      await isProblem(await allocate(ana, receipt, parts), 400, 'validation_failed')
    })

    test('what was read again as less than it was to count for cannot be confirmed so', async (t) => {
      const receipt = await uploaded(ana)
      const parts = [{ relief: 'lifestyle-books', sen: receipt.totalSen }]
      const allocated = (await (await allocate(ana, receipt, parts)).json()) as Receipt
      script.answer(
        t,
        LINES.map((line) => line.replaceAll('25.00', '20.00')),
      )
      const read = await changed(ana, allocated, { path: '/read' })
      assert.equal(read.totalSen, 2_000)
      await isProblem(await change(ana, read, { path: '/confirm' }), 400, 'validation_failed')
      const less = await allocate(ana, read, [{ relief: 'lifestyle-books', sen: 2_000 }])
      await changed(ana, (await less.json()) as Receipt, { path: '/confirm' })
      assert.equal(lineOf((await claims(2026)).reliefs, 'lifestyle-books').spentSen, 2_000)
    })

    test('each part is checked against the law of the year; every wrong one is named', async () => {
      const receipt = await entered(ana)
      const response = await allocate(ana, receipt, [
        { relief: 'lifestyle', sen: 1 },
        { relief: 'domestic-tourism', sen: 1 },
        { relief: 'individual', sen: 1 },
        { relief: 'no-such-relief', sen: 1 },
        { relief: 'parents-medical-treatment', sen: 1, person: 'child' },
        { relief: 'lifestyle-books', sen: 1, plan: { from: '2025-01', months: 24 } },
        { relief: 'lifestyle-books', sen: 1, year: 2024 },
      ])
      const { errors } = await isProblem(response, 400, 'validation_failed')
      assert.deepEqual(
        errors.map(({ path }) => path),
        [
          '/allocations/1/relief',
          '/allocations/2/relief',
          '/allocations/3/relief',
          '/allocations/4/person',
          '/allocations/5/plan',
          '/allocations/6/year',
        ],
      )
      for (const body of [{}, { allocations: [{ sen: 1 }] }, { allocations: [{ relief: null, sen: 0.5 }] }]) {
        const headers = { 'content-type': 'application/json' }
        const wrong = await change(ana, receipt, { method: 'PUT', path: '/allocations', body, headers })
        await isProblem(wrong, 400, 'validation_failed')
      }
    })

    test('needs a day, and ringgit where it was paid in another currency', async () => {
      const undated = await entered(ana, { date: null })
      const books = [{ relief: 'lifestyle-books', sen: 100 }]
      await isProblem(await allocate(ana, undated, books), 400, 'validation_failed')
      const foreign = await entered(ana, { currency: 'USD', totalSen: 2_000 })
      await isProblem(await allocate(ana, foreign, books), 400, 'validation_failed')
      const paid = await changed(ana, foreign, { method: 'PATCH', body: { myrSen: 9_400 } })
      const response = await allocate(ana, paid, [{ relief: 'lifestyle-books', sen: 9_400 }])
      await changed(ana, (await response.json()) as Receipt, { path: '/confirm' })
      assert.equal(lineOf((await claims()).reliefs, 'lifestyle-books').spentSen, 9_400)
    })

    test('needs the version it is based on', async () => {
      const receipt = await entered(ana)
      const headers = { 'content-type': 'application/json' }
      const options = { method: 'PUT', path: '/allocations', body: { allocations: [] }, headers }
      await isProblem(await change(ana, receipt, { ...options, ifMatch: null }), 428, 'version_required')
      await isProblem(await change(ana, receipt, { ...options, ifMatch: '"7"' }), 412, 'version_conflict')
    })
  })

  describe('a claim', () => {
    test('is cut to each limit and those above it, and tells what is left', async () => {
      await claimed(ana, { totalSen: 200_000 }, 'lifestyle-devices')
      await claimed(ana, { totalSen: 80_000 }, 'lifestyle-books')
      await claimed(ana, { totalSen: 40_000 }, 'medical-dental')
      await claimed(ana, { totalSen: 120_000 }, 'medical-vaccination')
      const claim = await claims()
      const lifestyle = lineOf(claim.reliefs, 'lifestyle')
      assert.deepEqual(
        [lifestyle.allowedSen, lifestyle.limitSen, lifestyle.remainingSen],
        [250_000, 250_000, 0],
      )
      const dental = lineOf(claim.reliefs, 'medical-dental')
      assert.deepEqual([dental.allowedSen, dental.remainingSen], [40_000, 60_000])
      assert.equal(lineOf(claim.reliefs, 'medical-vaccination').allowedSen, 100_000)
      assert.equal(lineOf(claim.reliefs, 'medical').allowedSen, 140_000)
      assert.equal(lineOf(claim.reliefs, 'individual').allowedSen, 900_000)
      assert.equal(claim.allowedSen, 900_000 + 250_000 + 140_000)
    })

    test('takes the year of payment', async () => {
      const late = await entered(ana, { date: '2025-12-30', paidOn: '2026-01-02' })
      const response = await allocate(ana, late, [{ relief: 'lifestyle-books', sen: 10_000 }])
      await changed(ana, (await response.json()) as Receipt, { path: '/confirm' })
      assert.equal(lineOf((await claims(2025)).reliefs, 'lifestyle-books').spentSen, 0)
      const claim = await claims(2026)
      assert.equal(lineOf(claim.reliefs, 'lifestyle-books').spentSen, 10_000)
      assert.deepEqual(codesOf(claim.warnings), ['paid_in_another_year'])
    })

    test('has gifts and rebates of receipts beside the reliefs', async () => {
      const gift = await claimed(ana, { totalSen: 5_000 }, 'gift-approved-institution')
      await claimed(ana, { totalSen: 7_700 }, 'rebate-zakat-fitrah')
      const claim = await claims()
      assert.deepEqual(
        claim.gifts.map(({ code, givenSen }) => [code, givenSen]),
        [['gift-approved-institution', 5_000]],
      )
      assert.deepEqual(claim.gifts[0].receipts, [{ id: gift.id, sen: 5_000 }])
      assert.deepEqual(
        claim.rebates.map(({ code, paidSen }) => [code, paidSen]),
        [['rebate-zakat-fitrah', 7_700]],
      )
      await factsPut(ana, 2025, { amounts: { 'rebate-zakat-fitrah': 300 } })
      const { rebates } = await get(ana, '/tax-years/2025/claims?receipts=omitted')
      assert.deepEqual(
        rebates.map(({ paidSen, receiptsSen, receipts }) => [paidSen, receiptsSen, receipts.length]),
        [[8_000, 7_700, 0]],
      )
    })

    test('a plan over two years is split into linked claims', async () => {
      const plan = { from: '2025-07', months: 12 }
      const relief = 'ev-charging'
      const receipt = await claimed(ana, { totalSen: 120_001 }, [{ relief, sen: 120_001, plan }])
      assert.deepEqual(
        receipt.allocations.map(({ sen, year }) => [sen, year]),
        [
          [60_000, null],
          [60_001, 2026],
        ],
      )
      for (const [ya, sen] of [
        [2025, 60_000],
        [2026, 60_001],
      ] as const) {
        const line = lineOf((await claims(ya)).reliefs, relief)
        assert.deepEqual(line.receipts, [{ id: receipt.id, sen }])
        assert.equal(line.allowedSen, sen)
      }
    })

    test('the parts of a plan stay in their years when the day of payment is corrected', async () => {
      const plan = { from: '2026-07', months: 12 }
      const part = { relief: 'ev-charging', sen: 120_000, plan }
      const paid = await claimed(ana, { totalSen: 120_000, date: '2025-12-31' }, [part])
      const spent = async () =>
        Promise.all(
          [2025, 2026].map(async (ya) => lineOf((await claims(ya)).reliefs, 'ev-charging').spentSen),
        )
      assert.deepEqual(await spent(), [0, 60_000])
      const later = await changed(ana, paid, { method: 'PATCH', body: { date: '2026-01-02' } })
      assert.deepEqual(
        later.allocations.map(({ year }) => year),
        [null, 2027],
      )
      assert.deepEqual(await spent(), [0, 60_000])
      const back = await changed(ana, later, { method: 'PATCH', body: { date: '2025-12-31' } })
      assert.deepEqual(back.allocations, paid.allocations)
    })

    test('the parts of a plan stay in their years when another day is read', async (t) => {
      const receipt = await uploaded(ana)
      const plan = { from: '2026-07', months: 12 }
      const response = await allocate(ana, receipt, [{ relief: 'ev-charging', sen: 2_500, plan }])
      const allocated = (await response.json()) as Receipt
      script.answer(
        t,
        LINES.map((line) => line.replace('/2026', '/2025')),
      )
      const read = await changed(ana, allocated, { path: '/read' })
      const years = ({ allocations }: Receipt) => allocations.map(({ year }) => year)
      assert.deepEqual(years(allocated), [null, 2027])
      assert.deepEqual([read.yearOfAssessment, years(read)], [2025, [2026, 2027]])
    })

    test('a plan begins in no year before it was paid', async () => {
      const receipt = await entered(ana, { totalSen: 120_000 })
      const part = { relief: 'ev-charging', sen: 120_000, plan: { from: '2024-12', months: 12 } }
      const problem = await isProblem(await allocate(ana, receipt, [part]), 400, 'validation_failed')
      assert.deepEqual(
        problem.errors.map(({ path }) => path),
        ['/allocations/0/plan'],
      )
    })

    test('a refund note takes off what was claimed, also of an earlier year', async () => {
      await claimed(ana, { totalSen: 50_000 }, 'lifestyle-devices')
      const values = { date: '2026-01-10', totalSen: -20_000 }
      await claimed(ana, values, [{ relief: 'lifestyle-devices', sen: -20_000, year: 2025 }])
      assert.equal(lineOf((await claims(2025)).reliefs, 'lifestyle-devices').spentSen, 30_000)
      assert.equal(lineOf((await claims(2026)).reliefs, 'lifestyle-devices').spentSen, 0)
    })

    test('what may be claimed every second year looks at earlier claims', async () => {
      const pump = await claimed(ana, { date: '2024-05-01', totalSen: 60_000 }, 'breastfeeding-equipment')
      await claimed(ana, { date: '2025-05-01', totalSen: 30_000 }, 'breastfeeding-equipment')
      const blocked = lineOf((await claims(2025)).reliefs, 'breastfeeding-equipment')
      assert.deepEqual([blocked.spentSen, blocked.allowedSen, blocked.blockedByYear], [30_000, 0, 2024])
      assert.ok(codesOf((await claims(2025)).warnings).includes('once_only'))
      // Taken back, the earlier claim is none.
      await changed(ana, pump, {
        method: 'PUT',
        path: '/allocations',
        body: { allocations: [] },
        headers: { 'content-type': 'application/json' },
      })
      const free = lineOf((await claims(2025)).reliefs, 'breastfeeding-equipment')
      assert.deepEqual([free.allowedSen, free.blockedByYear], [30_000, null])
    })

    test('a rule of the group that looks at earlier years is known of a relief in it', async () => {
      const paid = await claimed(ana, {}, 'housing-loan-interest-500k')
      assert.equal(paid.allocations[0].otherYears, true)
    })

    test('what was bought too early is no claim, and blocks no later one', async () => {
      for (const date of ['2023-05-01', '2024-05-01', '2025-05-01'])
        await claimed(ana, { date, totalSen: 30_000 }, 'breastfeeding-equipment')
      const allowed = async (ya: number) =>
        lineOf((await claims(ya)).reliefs, 'breastfeeding-equipment').allowedSen
      assert.deepEqual(await Promise.all([2023, 2024, 2025].map(allowed)), [30_000, 0, 30_000])
    })

    test('what a receipt does not say is undecided, and an unconfirmed one counts for nothing', async () => {
      const half = await claimed(ana, { totalSen: 8_000 }, [{ relief: 'lifestyle-books', sen: 5_000 }])
      const open = await entered(ana, { totalSen: 3_300 })
      const claim = await claims()
      assert.deepEqual(claim.undecided, { receipts: [{ id: half.id, sen: 3_000 }], sen: 3_000 })
      assert.equal(claim.unconfirmed.sen, 3_300)
      assert.equal(claim.unconfirmed.receipts[0].id, open.id)
    })

    test('warns of copies, missing certificates, names and persons', async () => {
      await factsPut(ana, 2025, { parents: { living: 2, inMalaysia: true } })
      const one = await claimed(ana, { totalSen: 4_200 }, 'lifestyle-internet')
      const copy = await claimed(ana, { totalSen: 4_200 }, 'lifestyle-internet')
      const parents = await claimed(ana, { totalSen: 9_900 }, 'parents-medical-treatment')
      const claim = await claims()
      const warning = (code: string) => claim.warnings.find((found) => found.code === code)
      assert.deepEqual(codesOf(claim.warnings), [
        'certificate_missing',
        'duplicate_suspect',
        'own_name_needed',
        'person_missing',
      ])
      assert.deepEqual(warning('own_name_needed')?.receipts.toSorted(), [one.id, copy.id].toSorted())
      assert.deepEqual(warning('duplicate_suspect')?.receipts, [copy.id])
      assert.deepEqual(warning('certificate_missing')?.receipts, [parents.id])
      const inMalay = await ana.fetch('/tax-years/2025/claims', { headers: { 'accept-language': 'ms' } })
      const { warnings } = (await inMalay.json()) as typeof claim
      assert.deepEqual(codesOf(warnings), codesOf(claim.warnings))
      assert.deepEqual(
        warnings.flatMap(({ message }) => englishIn(message)),
        [],
      )

      const certificate = await ana.fetch(`/receipts/${parents.id}/files?role=certificate`, {
        method: 'POST',
        headers: { 'if-match': '*' },
        body: fileForm(await picture()),
      })
      assert.equal(certificate.status, 201)
      const certified = await get(ana, `/receipts/${parents.id}`)
      const forParent = [{ relief: 'parents-medical-treatment', sen: 9_900, person: 'parent' }]
      assert.equal((await allocate(ana, certified, forParent)).status, 200)
      assert.deepEqual(codesOf((await claims()).warnings), ['duplicate_suspect', 'own_name_needed'])
    })

    test('goes on warning of what a person called the same, until one goes to the trash', async () => {
      const first = await claimed(ana, {}, 'lifestyle-books')
      const second = await claimed(ana, {}, 'lifestyle-books')
      const body = { of: first.id, verdict: 'same' }
      const settled = await changed(ana, second, { path: '/duplicate', body })
      assert.equal(lineOf((await claims()).reliefs, 'lifestyle-books').spentSen, 20_000)
      const [warning] = (await claims()).warnings
      assert.deepEqual([warning.code, warning.receipts], ['duplicate_suspect', [second.id]])
      await changed(ana, settled, { method: 'DELETE', path: '?acknowledgedUntil=2033-12-31' })
      assert.deepEqual((await claims()).warnings, [])
    })

    test('warns of an e-invoice that was made out to a company', async () => {
      const buyer = { name: 'SYARIKAT MAJU SDN BHD', tin: 'C1234567890', brn: '202101000001' }
      const bill = await uploaded(ana, einvoiceXml({ buyer, date: '2025-03-14' }))
      const response = await allocate(ana, bill, [{ relief: 'lifestyle-books', sen: 4_590 }])
      await changed(ana, (await response.json()) as Receipt, { path: '/confirm' })
      const { warnings } = await claims()
      assert.deepEqual(codesOf(warnings), ['company_buyer'])
      assert.deepEqual(warnings[0].receipts, [bill.id])
    })

    test('a code the year does not know is told, not lost', async () => {
      const receipt = await claimed(ana, { date: '2026-03-01' }, 'domestic-tourism')
      await changed(ana, receipt, { method: 'PATCH', body: { date: '2025-03-01' } })
      const claim = await claims(2025)
      assert.deepEqual(codesOf(claim.warnings), ['not_this_year'])
      assert.deepEqual(claim.warnings[0].receipts, [receipt.id])
    })

    test('is one’s own, of years there is law for, and without the trash', async () => {
      const receipt = await claimed(ana, {}, 'lifestyle-books')
      const ben = await signUp(app, `ben${people}@example.org`)
      assert.equal(lineOf((await get(ben, '/tax-years/2025/claims')).reliefs, 'lifestyle-books').spentSen, 0)
      await isProblem(await ana.fetch('/tax-years/2019/claims'), 404, 'not_found')
      assert.equal(lineOf((await claims()).reliefs, 'lifestyle-books').spentSen, 10_000)
      await changed(ana, receipt, { method: 'DELETE', path: '?acknowledgedUntil=2033-12-31' })
      assert.equal(lineOf((await claims()).reliefs, 'lifestyle-books').spentSen, 0)
    })
  })

  describe('reminders', () => {
    const reminders = async () => (await get(ana, '/me/reminders')).reminders
    const kinds = async () => (await reminders()).map(({ kind }) => kind)

    test('tell the days to file when they come near', async () => {
      assert.deepEqual(await reminders(), [
        {
          kind: 'filing_deadline',
          year: 2025,
          form: 'BE',
          dueOn: '2026-04-30',
          eFilingUntil: '2026-05-15',
        },
      ])
      now = new Date('2026-09-01T00:00:00Z')
      assert.deepEqual(await reminders(), [])
    })

    test('tell the last day to ask for an e-invoice, by the Malaysian calendar', async () => {
      now = new Date('2026-09-30T15:59:59Z')
      const receipt = await entered(ana, { date: '2026-09-03' })
      await uploaded(ana, einvoiceXml({ date: '2026-09-04' }))
      assert.deepEqual((await reminders())[0], {
        kind: 'ask_for_einvoice',
        dueOn: '2026-09-30',
        receipts: [receipt.id],
      })
      now = new Date('2026-09-30T16:00:00Z')
      assert.deepEqual(await kinds(), ['to_confirm'])
    })

    test('tell limits nearly used, or used up', async () => {
      now = new Date('2026-09-15T04:00:00Z')
      await claimed(ana, { date: '2026-02-01', totalSen: 210_000 }, 'lifestyle-devices')
      assert.deepEqual(await reminders(), [
        {
          kind: 'limit_nearly_used',
          year: 2026,
          relief: 'lifestyle',
          limitSen: 250_000,
          remainingSen: 40_000,
        },
      ])
      await claimed(ana, { date: '2026-02-02', totalSen: 40_000 }, 'lifestyle-books')
      assert.deepEqual(await kinds(), ['limit_used_up'])
    })
  })
})
