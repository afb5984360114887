import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { get, isProblem } from '../support/receipts.ts'
import { factsPut, putFacts } from '../support/taxpayer.ts'

/** Something of everything that may be said, valid in 2025. */
const FULL = {
  form: 'B',
  sex: 'female',
  maritalStatus: 'married',
  assessment: 'joint',
  disabled: true,
  income: {
    employment: 7_200_000,
    business: 1,
    rent: 600_000,
    dividend: 11_000_000,
    'llp-profit': 2,
    other: 3,
  },
  amounts: { 'socso-eis': 41_000, 'rebate-zakat-fitrah': 50_000, 'gift-library': 10_000 },
  epf: { compulsorySen: 792_000, voluntarySen: 10_000 },
  sspn: { depositsSen: 300_000, withdrawalsSen: 100_000, educationWithdrawalsSen: 5000 },
  housingLoan: { relief: 'housing-loan-interest-500k', interestSen: 800_000, togetherSen: 1_600_000 },
  departureLevy: { tripsSen: [2000], earlierTrips: 1 },
  earlierClaims: [{ year: 2024, relief: 'breastfeeding-equipment', amountSen: 100_000 }],
  foreignTaxCreditSen: 100,
  taxPaidSen: 200_000,
  spouse: { income: { employment: 4_800_000 }, disabled: true, amounts: { 'lifestyle-books': 30_000 } },
  children: [
    {
      label: 'the first',
      bornOn: '2015-03-09',
      study: 'none',
      disabled: false,
      married: false,
      ownIncomeSen: 0,
      shared: true,
      claimedBy: 'spouse',
    },
  ],
  parents: { living: 2, inMalaysia: true },
  filedOn: '2026-04-02',
}

describe('what is known about a taxpayer', () => {
  let app: TestApp
  let ana: Client
  let ben: Client
  let person = 0

  before(async () => {
    app = await startApp()
    ben = await signUp(app, 'ben@example.org')
  })
  beforeEach(async () => {
    ana = await signUp(app, `ana${++person}@example.org`)
  })
  after(() => app.close())

  test('is nothing at first: version 0, and no fact at all', async () => {
    const response = await ana.fetch('/tax-years/2025/taxpayer')
    assert.equal(response.headers.get('etag'), '"0"')
    assert.deepEqual(await response.json(), {
      year: 2025,
      version: 0,
      form: 'BE',
      retainUntil: '2033-12-31',
      facts: {},
      damaged: false,
      fromEarlierYear: null,
    })
  })

  test('comes back as it was said, to its owner alone', async () => {
    const put = await putFacts(ana, 2025, FULL)
    assert.deepEqual([put.status, put.headers.get('etag')], [200, '"1"'])
    const stored = await put.json()
    assert.deepEqual(stored, {
      year: 2025,
      version: 1,
      form: 'B',
      retainUntil: '2033-12-31',
      facts: FULL,
      damaged: false,
    })
    assert.deepEqual(await get(ana, '/tax-years/2025/taxpayer'), { ...stored, fromEarlierYear: null })
    assert.deepEqual((await get(ben, '/tax-years/2025/taxpayer')).facts, {})
    assert.deepEqual((await get(ana, '/tax-years/2024/taxpayer')).facts, {})
  })

  test('is replaced as a whole, on condition of its version', async () => {
    await isProblem(await putFacts(ana, 2025, {}, {}), 428, 'version_required')
    assert.equal((await putFacts(ana, 2025, { disabled: true }, { 'if-match': '"0"' })).status, 200)
    const late = await isProblem(await putFacts(ana, 2025, {}), 412, 'version_conflict')
    assert.equal(late.currentVersion, 1)
    await isProblem(await putFacts(ana, 2025, {}, { 'if-match': '"7"' }), 412, 'version_conflict')
    const again = await putFacts(ana, 2025, { sex: 'male' }, { 'if-match': '"1"' })
    assert.equal(again.headers.get('etag'), '"2"')
    assert.deepEqual((await get(ana, '/tax-years/2025/taxpayer')).facts, { sex: 'male' })
  })

  test('decides the form and how long papers are kept', async () => {
    const business = await factsPut(ana, 2025, { income: { business: 100 }, filedOn: '2027-01-05' })
    assert.deepEqual([business.form, business.retainUntil], ['B', '2034-12-31'])
    const noBusiness = await factsPut(ana, 2025, { income: { business: 0, employment: 100 } })
    assert.equal(noBusiness.form, 'BE')
  })

  test('of an earlier year is offered without its amounts, and not stored', async () => {
    await factsPut(ana, 2023, { sex: 'male' })
    await factsPut(ana, 2025, FULL)
    const { facts, version, fromEarlierYear } = await get(ana, '/tax-years/2026/taxpayer')
    assert.deepEqual([facts, version], [{}, 0])
    assert.deepEqual(fromEarlierYear, {
      year: 2025,
      facts: {
        sex: 'female',
        maritalStatus: 'married',
        assessment: 'joint',
        disabled: true,
        children: FULL.children,
        parents: FULL.parents,
        spouse: { disabled: true },
      },
    })
    await factsPut(ana, 2026, fromEarlierYear.facts)
    assert.equal((await get(ana, '/tax-years/2026/taxpayer')).fromEarlierYear, null)
    assert.equal((await get(ana, '/tax-years/2024/taxpayer')).fromEarlierYear.year, 2023)
  })

  test('of an earlier year is still offered when something is said, and never so that the two contradict', async () => {
    const couple = { spouse: {}, maritalStatus: 'married', assessment: 'separate' }
    const child = { bornOn: '2020-02-14', claimedBy: 'spouse' }
    await factsPut(ana, 2025, { ...couple, children: [child], parents: { living: 2, inMalaysia: true } })
    await factsPut(ana, 2026, { income: { employment: 1 }, parents: { living: 1, inMalaysia: true } })
    const some = (await get(ana, '/tax-years/2026/taxpayer')).fromEarlierYear.facts
    assert.deepEqual(Object.keys(some).sort(), ['assessment', 'children', 'maritalStatus', 'spouse'])
    await factsPut(ana, 2026, { maritalStatus: 'divorced' })
    const alone = (await get(ana, '/tax-years/2026/taxpayer')).fromEarlierYear.facts
    assert.deepEqual(Object.keys(alone).sort(), ['children', 'parents'])
    assert.equal(alone.children[0].claimedBy, 'self')
    await factsPut(ana, 2026, { ...alone, maritalStatus: 'divorced' })
  })

  const wrong: [string, unknown, string][] = [
    ['an unknown member', { salary: 1 }, '/'],
    ['a fraction of a sen', { income: { employment: 1.5 } }, '/income/employment'],
    ['a negative amount', { epf: { compulsorySen: -1 } }, '/epf/compulsorySen'],
    ['more than anybody has', { taxPaidSen: 100_000_000_001 }, '/taxPaidSen'],
    ['an amount as text', { taxPaidSen: '100' }, '/taxPaidSen'],
    ['a day that is none', { children: [{ bornOn: '2025-02-30' }] }, '/children/0/bornOn'],
    ['a child without a day of birth', { children: [{}] }, '/children/0/bornOn'],
    ['a spouse of somebody single', { maritalStatus: 'single', spouse: {} }, '/spouse'],
    ['a joint assessment alone', { assessment: 'joint' }, '/assessment'],
    [
      'a child of a spouse who is not there',
      { children: [{ bornOn: '2015-01-01', claimedBy: 'spouse' }] },
      '/children',
    ],
    ['a code of no year', { amounts: { yacht: 1 } }, '/amounts/yacht'],
    ['a heading', { amounts: { child: 1 } }, '/amounts/child'],
    ['a fixed relief', { amounts: { individual: 1 } }, '/amounts/individual'],
    ['what has receipts', { amounts: { 'lifestyle-books': 1 } }, '/amounts/lifestyle-books'],
    ['EPF as one amount', { amounts: { 'epf-approved-scheme': 1 } }, '/amounts/epf-approved-scheme'],
    [
      'a code of no year, of a spouse',
      { spouse: { amounts: { 'domestic-tourism': 1 } } },
      '/spouse/amounts/domestic-tourism',
    ],
    ['a loan of no relief', { housingLoan: { relief: 'lifestyle', interestSen: 1 } }, '/housingLoan/relief'],
    [
      'less of all owners than of one',
      { housingLoan: { relief: 'housing-loan-interest-500k', interestSen: 2, togetherSen: 1 } },
      '/housingLoan/togetherSen',
    ],
    [
      'an earlier claim of the same year',
      { earlierClaims: [{ year: 2025, relief: 'breastfeeding-equipment', amountSen: 1 }] },
      '/earlierClaims/0/year',
    ],
    [
      'an earlier claim of nothing',
      { earlierClaims: [{ year: 2024, relief: 'yacht', amountSen: 1 }] },
      '/earlierClaims/0/relief',
    ],
    ['filing before the year', { filedOn: '2024-12-31' }, '/filedOn'],
  ]
  for (const [what, facts, path] of wrong) {
    test(`cannot be ${what}`, async () => {
      const { errors } = await isProblem(await putFacts(ana, 2025, facts), 400, 'validation_failed')
      assert.deepEqual(
        errors.map((error) => error.path),
        [path],
      )
      assert.equal((await get(ana, '/tax-years/2025/taxpayer')).version, 0)
    })
  }

  test('says in no error what was told', async () => {
    const told = {
      label: 'x'.repeat(41),
      bornOn: '1899-01-01',
      ownIncomeSen: 123_456_789.5,
      study: 'secretly',
    }
    const response = await putFacts(ana, 2025, { children: [told] })
    assert.equal(response.status, 400)
    assert.doesNotMatch(await response.text(), /xxx|1899-|123456789|secretly/)
  })

  test('needs a year with law, a session, and a page of this site', async () => {
    await isProblem(await ana.fetch('/tax-years/2022/taxpayer'), 404, 'not_found')
    await isProblem(await putFacts(ana, 2022, {}), 404, 'not_found')
    await isProblem(await fetch(`${app.url}/tax-years/2025/taxpayer`), 401, 'unauthenticated')
    const origin = { origin: 'https://elsewhere.example', 'if-none-match': '*' }
    await isProblem(await putFacts(ana, 2025, {}, origin), 403, 'cross_site_request')
  })
})
