import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed, entered } from '../support/claims.ts'
import { get, isProblem } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'

const rm = (ringgit: number) => Math.round(ringgit * 100)
const FAMILY = {
  income: { employment: rm(80_400), rent: rm(6_000) },
  maritalStatus: 'married',
  spouse: { income: { employment: rm(38_400) } },
  children: [{ bornOn: '2020-05-01' }, { bornOn: '2022-05-01' }],
  epf: { compulsorySen: rm(8_844) },
  amounts: { 'socso-eis': rm(350), 'rebate-zakat-fitrah': rm(120), 'gift-library': rm(50) },
  taxPaidSen: rm(2_935.8),
}

describe('the return of a year', () => {
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

  const taxReturn = (ya = 2025, client = ana) => get(client, `/tax-years/${ya}/return`)
  const line = async (code: string, ya = 2025, client = ana) => {
    const { lines } = await taxReturn(ya, client)
    const found = lines.find((one) => one.code === code)
    assert.ok(found, `no line ${code}`)
    return found
  }
  const record = (body: unknown, ya = 2025, client = ana) =>
    client.fetch(`/tax-years/${ya}/return/entered`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  test('has what is entered, in the order of Form BE, with the numbers of its notes', async () => {
    await factsPut(ana, 2025, FAMILY)
    await claimed(ana, { totalSen: rm(2_000) }, 'lifestyle-books')
    await claimed(ana, { totalSen: rm(731.4) }, 'lifestyle-internet')
    const { form, assessment, lines } = await taxReturn()
    assert.deepEqual([form, assessment], ['BE', 'separate'])
    assert.deepEqual(
      lines.filter(({ amountSen }) => amountSen > 0).map((one) => [one.item, one.code, one.amountSen]),
      [
        ['B1', 'income-employment', rm(80_400)],
        ['B3', 'income-rent', rm(6_000)],
        ['B21', 'rebate-zakat-fitrah', rm(120)],
        ['B27', 'tax-paid', rm(2_935.8)],
        ['F4', 'gift-library', rm(50)],
        ['G1', 'individual', rm(9_000)],
        ['G9', 'lifestyle', rm(2_500)],
        ['G16a', 'child-under-18', rm(4_000)],
        ['G17', 'epf-approved-scheme', rm(4_000)],
        ['G20', 'socso-eis', rm(350)],
      ],
    )
    const lifestyle = await line('lifestyle')
    assert.deepEqual([lifestyle.receipts, lifestyle.spentSen], [2, rm(2_731.4)])
    assert.deepEqual([lifestyle.certainty, lifestyle.source], ['notes', 'en-be-2025'])
    assert.equal((await line('gift-library')).certainty, 'derived')
    assert.deepEqual((await line('individual')).grantedBy, 'law')
    assert.deepEqual((await line('child-under-18')).grantedBy, 'facts')
  })

  /** Number and certainty of employment income, the zakat, and lifestyle. */
  const numbers: Record<string, [string, string][]> = {
    '2023 BE': [
      ['-', '-'],
      ['-', '-'],
      ['G9', 'derived'],
    ],
    '2023 B': [
      ['-', '-'],
      ['-', '-'],
      ['H9', 'derived'],
    ],
    '2024 BE': [
      ['B1', 'derived'],
      ['-', '-'],
      ['G9', 'derived'],
    ],
    '2024 B': [
      ['B7', 'notes'],
      ['B27', 'notes'],
      ['H9', 'notes'],
    ],
    '2025 BE': [
      ['B1', 'notes'],
      ['B21', 'notes'],
      ['G9', 'notes'],
    ],
    '2025 B': [
      ['-', '-'],
      ['-', '-'],
      ['H9', 'derived'],
    ],
    '2026 BE': [
      ['-', '-'],
      ['-', '-'],
      ['-', '-'],
    ],
    '2026 B': [
      ['-', '-'],
      ['-', '-'],
      ['-', '-'],
    ],
  }
  for (const [name, expected] of Object.entries(numbers)) {
    test(`has the numbers that are known of ${name}, and no others`, async () => {
      const [ya = '', form] = name.split(' ')
      await factsPut(ana, Number(ya), { form, income: { employment: rm(60_000) } })
      const { lines, sources } = await taxReturn(Number(ya))
      const found = ['income-employment', 'rebate-zakat-fitrah', 'lifestyle'].map((code) => {
        const one = lines.find((known) => known.code === code)
        return [one?.item ?? '-', one?.certainty ?? '-']
      })
      assert.deepEqual(found, expected)
      for (const { source, item } of lines) assert.equal(Boolean(source && sources[source]), Boolean(item))
      assert.equal(new Set(lines.map(({ code }) => code)).size, lines.length)
      // The order of the form is that of the numbers, where all are known.
      const reliefs = lines.filter(({ part, item }) => part === 'reliefs' && item)
      const rows = reliefs.map(({ item }) => Number(/\d+/.exec(item)?.[0]))
      assert.deepEqual(
        rows,
        [...rows].sort((a, b) => a - b),
      )
    })
  }

  test('is Form B with business income, which comes first and is due later', async () => {
    await factsPut(ana, 2024, { income: { business: rm(50_000), employment: rm(10_000) } })
    const { form, lines, dueOn, eFilingUntil } = await taxReturn(2024)
    assert.deepEqual([form, dueOn, eFilingUntil], ['B', '2025-06-30', '2025-07-15'])
    assert.deepEqual(
      lines.slice(0, 2).map(({ item, amountSen }) => [item, amountSen]),
      [
        ['B1', rm(50_000)],
        ['B7', rm(10_000)],
      ],
    )
  })

  test('adds up to the reliefs allowed where boxes share a limit', async () => {
    await factsPut(ana, 2025, FAMILY)
    await claimed(ana, { totalSen: rm(9_500) }, 'medical-serious-disease')
    await claimed(ana, { totalSen: rm(900) }, 'medical-dental')
    await claimed(ana, { totalSen: rm(1_200) }, 'medical-exam-full')
    await claimed(ana, { totalSen: rm(300) }, 'education-self')
    const { lines } = await taxReturn()
    const amounts = Object.fromEntries(lines.map(({ code, amountSen }) => [code, amountSen]))
    assert.equal(amounts['medical-serious-disease'], rm(9_500))
    assert.equal(amounts['medical-dental'], rm(500))
    assert.equal(amounts['medical-checkup'], 0)
    assert.equal(amounts['education-self'], rm(300))
    const { allowedSen } = await get(ana, '/tax-years/2025/claims')
    const reliefs = lines.filter(({ part }) => part === 'reliefs')
    assert.equal(
      reliefs.reduce((total, { amountSen }) => total + amountSen, 0),
      allowedSen,
    )
  })

  test('has only confirmed receipts, and the statements that prove a line', async () => {
    await entered(ana, { totalSen: rm(80) })
    assert.equal((await line('lifestyle')).amountSen, 0)
    assert.deepEqual((await line('socso-eis')).statements, [])
  })

  test('of a couple assessed jointly has the income of the spouse, or leaves the reliefs to that return', async () => {
    await factsPut(ana, 2025, { ...FAMILY, assessment: 'joint' })
    const joint = await taxReturn()
    assert.equal(joint.assessment, 'joint')
    const transferred = joint.lines.find(({ code }) => code === 'income-of-spouse')
    assert.deepEqual([transferred?.item, transferred?.amountSen], ['B11', rm(38_400)])
    await factsPut(ana, 2025, { ...FAMILY, assessment: 'joint-in-spouse-name' })
    const spouses = await taxReturn()
    assert.equal(spouses.assessment, 'joint-in-spouse-name')
    assert.deepEqual(new Set(spouses.lines.map(({ part }) => part)), new Set(['income']))
  })

  test('remembers which lines are entered, for every device, until that is taken back', async () => {
    await factsPut(ana, 2025, FAMILY)
    const lines = { individual: rm(9_000), lifestyle: 0, 'tax-paid': rm(2_935.8) }
    const answers = await Promise.all(
      Object.entries(lines).map(([code, sen]) => record({ entered: { [code]: sen } })),
    )
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    )
    for (const [code, sen] of Object.entries(lines)) assert.equal((await line(code)).enteredSen, sen)
    assert.equal((await line('socso-eis')).enteredSen, null)
    assert.equal((await record({ entered: { individual: null } })).status, 200)
    assert.equal((await line('individual')).enteredSen, null)
    // A later receipt changes the amount; what was entered stays known.
    await claimed(ana, { totalSen: rm(100) }, 'lifestyle-books')
    const lifestyle = await line('lifestyle')
    assert.deepEqual([lifestyle.amountSen, lifestyle.enteredSen], [rm(100), 0])
    // Nobody else's, and no other year's.
    const ben = await signUp(app, `ben${people}@example.org`)
    assert.equal((await line('tax-paid', 2025, ben)).enteredSen, null)
    assert.equal((await line('tax-paid', 2024)).enteredSen, null)
  })

  test('refuses lines that no return of the year has, amounts that are none, and more than a return has', async () => {
    for (const entered of [
      { 'no-such-line': 1 },
      { 'domestic-tourism': 1 },
      { lifestyle: -1 },
      { lifestyle: 1.5 },
      { lifestyle: '100' },
      Object.fromEntries(Array.from({ length: 201 }, (_, number) => [`line-${number}`, 1])),
    ]) {
      await isProblem(await record({ entered }), 400, 'validation_failed')
    }
    await isProblem(await record({ entered: {}, filed: true }), 400, 'validation_failed')
    assert.equal((await record({ entered: { 'domestic-tourism': 1 } }, 2026)).status, 200)
    await isProblem(await ana.fetch('/tax-years/1999/return'), 404, 'not_found')
  })

  test('says until when its papers are kept, from the day it was filed', async () => {
    await factsPut(ana, 2024, { filedOn: '2026-02-01' })
    const { filedOn, retainUntil } = await taxReturn(2024)
    assert.deepEqual([filedOn, retainUntil], ['2026-02-01', '2033-12-31'])
    await factsPut(ana, 2024, {})
    const unfiled = await taxReturn(2024)
    assert.deepEqual([unfiled.filedOn, unfiled.retainUntil], [null, '2032-12-31'])
  })
})
