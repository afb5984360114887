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
      lines.filter(({ amountSen }) => (amountSen ?? 0) > 0).map((one) => [one.item, one.code, one.amountSen]),
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
      lines
        .filter(({ amountSen }) => amountSen)
        .slice(0, 2)
        .map(({ item, amountSen }) => [item, amountSen]),
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
      reliefs.reduce((total, { amountSen }) => total + (amountSen ?? 0), 0),
      allowedSen,
    )
  })

  /** Everything on the form, in its order. */
  const whole = async (query = '', ya = 2025) => {
    const answer = await get(ana, `/tax-years/${ya}/return${query}` as `/tax-years/${number}/return`)
    const { lines, computed, notKept } = answer
    const all = [...lines, ...computed, ...notKept].sort((a, b) => a.order - b.order)
    assert.deepEqual(
      all.map(({ order }) => order),
      all.map((_, place) => place),
    )
    return { ...answer, all }
  }
  const isInOrder = (items: (string | null)[]) => {
    const rows = items.flatMap((item) => (item?.startsWith('B') ? [Number(/\d+/.exec(item)?.[0])] : []))
    assert.ok(rows.length > 10)
    assert.deepEqual(
      rows,
      [...rows].sort((a, b) => a - b),
    )
  }

  test('has what the form works out itself, from income to the refund, in the order of Form BE', async () => {
    await factsPut(ana, 2025, { ...FAMILY, income: { employment: rm(90_000), dividend: rm(150_000) } })
    const { all, computed } = await whole()
    isInOrder(all.map(({ item }) => item))
    const { computation } = await get(ana, '/tax-years/2025/estimate')
    const amounts = new Map(computed.map(({ code, amountSen }) => [code, amountSen]))
    const items = new Map(computed.map(({ code, item }) => [code, item]))
    const expected: [string, string, number][] = [
      ['aggregate-income', 'B6', computation.aggregateIncomeSen],
      ['gifts-deducted', 'B9', rm(50)],
      ['total-income', 'B10', computation.totalIncomeSen],
      ['reliefs-deducted', 'B13', computation.reliefsSen],
      ['chargeable-income', 'B14', computation.chargeableIncomeSen],
      ['tax-total', 'B19', computation.taxSen],
      ['rebate-total', 'B21', computation.rebatesSen],
      ['tax-charged', 'B22', computation.taxSen - computation.rebatesSen],
      ['tax-payable', 'B25', computation.payableSen],
      ['balance', 'B28', computation.balanceSen],
      ['gift-total', 'F8', rm(50)],
      ['relief-total', 'G23', computation.reliefsSen],
    ]
    assert.deepEqual(
      expected.map(([code]) => [code, items.get(code), amounts.get(code)]),
      expected,
    )
    const of = (code: string) => amounts.get(code) ?? Number.NaN
    assert.equal(of('tax-first-band') + of('tax-balance-band'), of('tax-by-bands'))
    assert.equal(of('tax-by-bands') + of('dividend-tax'), of('tax-total'))
    const names = computed.find(({ code }) => code === 'tax-balance-band')
    assert.match(names?.en ?? '', /^Tax on the next RM\u00a0[\d,.]+ at \d+%$/)
    assert.match(names?.ms ?? '', /^Cukai atas RM[\d,.]+ seterusnya pada \d+%$/)
    const last = computed.find(({ code }) => code === 'balance')
    assert.equal(last?.en, of('balance') < 0 ? 'Refund: tax paid in excess' : 'Balance of tax to pay')
  })

  test('says of what was never entered that it was not, and what is missing, instead of 0', async () => {
    const { lines, computed, notKept } = await whole()
    const missing = Object.fromEntries(
      [...lines, ...computed].flatMap((one) => (one.missing ? [[one.code, one.missing]] : [])),
    )
    for (const one of [...lines, ...computed]) assert.equal(one.amountSen === null, one.missing !== null)
    const expected = {
      'income-employment': 'employment',
      'income-rent': 'other-income',
      'aggregate-income': 'employment',
      balance: 'employment',
      'tax-paid': 'tax-paid',
      'epf-approved-scheme': 'epf',
      'spouse-alimony': 'spouse',
      'child-under-18': 'children',
      'rebate-zakat-fitrah': 'zakat',
    }
    for (const [code, fact] of Object.entries(expected)) assert.equal(missing[code], fact, code)
    // What receipts would say is nothing yet, and the law grants this to everybody.
    assert.equal((await line('lifestyle')).amountSen, 0)
    assert.equal((await line('individual')).amountSen, rm(9_000))
    assert.deepEqual(
      notKept.map(({ code, item }) => [code, item]),
      [
        ['income-foreign', 'B5'],
        ['angel-deduction', 'B7'],
        ['tax-deducted', 'B23'],
      ],
    )
    // A receipt is an answer, and so is 0.
    await claimed(ana, { totalSen: rm(90) }, 'rebate-zakat-fitrah')
    await factsPut(ana, 2025, { income: { employment: rm(60_000), other: 0 } })
    assert.equal((await line('rebate-zakat-fitrah')).amountSen, rm(90))
    assert.deepEqual(
      [(await line('income-employment')).amountSen, (await line('income-rent')).amountSen],
      [rm(60_000), 0],
    )
    const after = (await whole()).computed.find(({ code }) => code === 'balance')
    assert.deepEqual([after?.amountSen, after?.missing], [null, 'tax-paid'])
  })

  test('is that of the form the facts lead to, and can be seen as the other one', async () => {
    await factsPut(ana, 2024, { income: { employment: rm(60_000), business: rm(20_000) } })
    const own = await whole('', 2024)
    assert.deepEqual([own.form, own.ownForm, own.dueOn], ['B', 'B', '2025-06-30'])
    isInOrder(own.all.map(({ item }) => item))
    const other = await whole('?form=BE', 2024)
    assert.deepEqual([other.form, other.ownForm, other.dueOn], ['BE', 'B', '2025-04-30'])
    // Nothing that was entered is left out, and the form has no number for it.
    const business = other.lines.find(({ code }) => code === 'income-business')
    assert.deepEqual([business?.item, business?.amountSen], [null, rm(20_000)])
    assert.match(business?.numberNote?.en ?? '', /declared in Form B/)
    await isProblem(await ana.fetch('/tax-years/2024/return?form=M'), 400, 'validation_failed')
  })

  test('has a short note on each line, in the language of the answer, with the same detail in both', async () => {
    await factsPut(ana, 2025, FAMILY)
    const ask = async (language: string) => {
      const response = await ana.fetch('/tax-years/2025/return', { headers: { 'accept-language': language } })
      const { lines, computed, notKept } = (await response.json()) as Awaited<ReturnType<typeof taxReturn>>
      assert.equal(response.headers.get('content-language'), language)
      return { entered: [...lines, ...notKept], all: [...lines, ...computed, ...notKept] }
    }
    const [english, malay] = [await ask('en'), await ask('ms')]
    const shape = ({ code, item, note }: (typeof english.all)[number]) => [
      code,
      item,
      note && [note.counts.length, note.doesNotCount.length, note.keep !== null],
    ]
    assert.deepEqual(english.all.map(shape), malay.all.map(shape))
    for (const { code, note } of english.entered) assert.ok(note && note.counts.length > 0, code)
    const lifestyle = (lines: typeof english.all) => lines.find(({ code }) => code === 'lifestyle')?.note
    assert.notDeepEqual(lifestyle(english.all), lifestyle(malay.all))
  })

  test('counts the children that a row has whole and half', async () => {
    const children = [
      { bornOn: '2015-05-01' },
      { bornOn: '2016-05-01' },
      { bornOn: '2018-05-01', shared: true },
    ]
    await factsPut(ana, 2025, { ...FAMILY, children })
    const { people, amountSen, limitSen } = await line('child-under-18')
    assert.deepEqual([people, amountSen, limitSen], [{ whole: 2, half: 1 }, rm(5_000), rm(2_000)])
    assert.equal((await line('lifestyle')).people, null)
  })

  test('of a couple assessed jointly has the own gifts only: those of the spouse left the income transferred', async () => {
    const spouse = { income: { employment: rm(38_400) }, amounts: { 'gift-library': rm(400) } }
    await factsPut(ana, 2025, { ...FAMILY, spouse, assessment: 'joint' })
    assert.equal((await line('gift-library')).amountSen, rm(50))
    assert.equal((await line('income-of-spouse')).amountSen, rm(38_000))
    const { computed } = await whole()
    const together = computed.find(({ code }) => code === 'total-income-together')
    assert.equal(together?.amountSen, rm(80_400 + 6_000 - 50 + 38_000))
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
