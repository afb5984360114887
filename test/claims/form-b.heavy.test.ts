import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { get, isProblem } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'

const rm = (ringgit: number) => ringgit * 100

/** A shop and a partnership beside a salary and a rented flat; every line of Form B that the facts have a place for. */
const SHOP = {
  income: {
    business: rm(80_000),
    partnership: rm(20_000),
    employment: rm(24_000),
    rent: rm(6_000),
    other: rm(1_000),
  },
  business: {
    capitalAllowancesSen: rm(12_000),
    lossSen: rm(9_000),
    lossesBroughtForwardSen: rm(15_000),
  },
  amounts: { 'gift-approved-institution': rm(15_000) },
  taxPaidSen: rm(500),
  agentDeductionsSen: rm(300),
  instalmentsSen: rm(3_000),
  deductedAtSourceSen: rm(200),
}

describe('Form B', () => {
  let app: TestApp
  let ana: Client
  let people = 0
  let now = new Date('2026-03-20T04:00:00Z')
  before(async () => {
    app = await startApp({ clock: { now: () => now } })
  })
  beforeEach(async () => {
    now = new Date('2026-03-20T04:00:00Z')
    ana = await signUp(app, `ana${++people}@example.org`)
  })
  after(() => app.close())

  async function whole(ya: number) {
    const answer = await get(ana, `/tax-years/${ya}/return`)
    const { lines, computed, notKept } = answer
    const all = [...lines, ...computed, ...notKept].sort((a, b) => a.order - b.order)
    const of = (code: string) => all.find((line) => line.code === code)
    const amountOf = (code: string) => {
      const line = of(code)
      return line && 'amountSen' in line ? line.amountSen : undefined
    }
    return { ...answer, all, amountOf, missingOf: (code: string) => missingIn(of(code)) }
  }
  const missingIn = (line: object | undefined) => (line && 'missing' in line ? line.missing : undefined)

  test('has its subtotals in its order: allowances, losses of both kinds, donations, and each payment in its box', async () => {
    await factsPut(ana, 2024, SHOP)
    const { form, dueOn, all, amountOf } = await whole(2024)
    assert.deepEqual([form, dueOn], ['B', '2025-06-30'])
    const expected: [string, string, number][] = [
      ['B1', 'income-business', 68_000], // 80,000 less allowances of 12,000
      ['B2', 'income-partnership', 20_000],
      ['B4', 'aggregate-business', 88_000],
      ['B5', 'business-losses', 15_000],
      ['B6', 'business-total', 73_000],
      ['B7', 'income-employment', 24_000],
      ['B8', 'income-rent', 6_000],
      ['B9', 'income-other', 1_000],
      ['B11', 'aggregate-income', 104_000],
      ['B13', 'after-angel', 104_000],
      ['B14', 'current-year-losses', 9_000],
      ['B15', 'after-losses', 95_000],
      ['B17', 'gifts-deducted', 10_400], // a tenth of 104,000
      ['B18', 'after-gifts', 84_600],
      ['B20', 'total-income', 84_600],
      ['B22', 'total-income-together', 84_600],
      ['B23', 'reliefs-deducted', 9_000],
      ['B24', 'chargeable-income', 75_600],
      ['B25a', 'tax-first-band', 3_700],
      ['B25b', 'tax-balance-band', 1_064], // 19 % of 5,600
      ['B26', 'tax-total', 4_764],
      ['B28', 'tax-charged', 4_764],
      ['B29', 'tax-deducted', 200],
      ['B31', 'tax-payable', 4_564],
      ['B33', 'tax-paid', 500],
      ['B33', 'agent-deductions', 300],
      ['B33', 'instalments', 3_000],
      ['B34', 'balance', 764],
    ]
    assert.deepEqual(
      all.flatMap((line) => {
        const sen = 'amountSen' in line ? line.amountSen : null
        return line.item?.startsWith('B') && sen ? [[line.item, line.code, sen / 100]] : []
      }),
      expected,
    )
    assert.equal(amountOf('gift-total'), rm(10_400))
    const { computation } = await get(ana, '/tax-years/2024/estimate')
    assert.equal(computation.balanceSen, rm(764))
    assert.deepEqual(
      computation.lines
        .filter(({ section }) => ['42, Schedule 3', '43(2)', '44(2)', '110'].includes(section))
        .map(({ code, amountSen }) => [code, amountSen / 100]),
      [
        ['capital-allowances', -12_000],
        ['business-losses', -15_000],
        ['current-year-losses', -9_000],
        ['tax-deducted', -200],
      ],
    )
  })

  test('deducts no more than there is, and says what is left for the next year', async () => {
    const business = {
      capitalAllowancesSen: rm(12_000),
      lossSen: rm(60_000),
      lossesBroughtForwardSen: rm(15_000),
    }
    await factsPut(ana, 2025, {
      income: { business: rm(9_000), partnership: rm(4_000), rent: rm(30_000) },
      business,
    })
    const { form, amountOf, carriedForward } = await whole(2025)
    assert.equal(form, 'B')
    // Allowances come off the own business only; losses of earlier years off business income only.
    assert.deepEqual(
      ['income-business', 'business-losses', 'aggregate-income', 'current-year-losses', 'total-income'].map(
        amountOf,
      ),
      [0, rm(4_000), rm(30_000), rm(30_000), 0],
    )
    assert.deepEqual(carriedForward, {
      lossesSen: rm(15_000 - 4_000 + 60_000 - 30_000),
      capitalAllowancesSen: rm(3_000),
    })
    await factsPut(ana, 2025, { income: { business: rm(9_000) } })
    assert.equal((await whole(2025)).carriedForward, null)
  })

  test('warns of what an earlier year left, until this year says what of it is used', async () => {
    const business = { capitalAllowancesSen: rm(12_000), lossSen: rm(50_000) }
    await factsPut(ana, 2023, { income: { business: rm(9_000), rent: rm(30_000) }, business })
    await factsPut(ana, 2024, { income: { rent: rm(30_000) } })
    const left = async (facts: object) => {
      await factsPut(ana, 2025, facts)
      const { warnings } = await get(ana, '/tax-years/2025/estimate')
      return warnings.find(({ code }) => code === 'business_left')
    }
    const found = await left({ income: { business: rm(8_000) } })
    assert.match(found?.message ?? '', /for 2023 left.*losses of RM\s?20,000.*allowances of RM\s?3,000/)
    // More than there is to deduct it from is not at stake this year.
    assert.equal(found?.amountSen, rm(8_000))
    assert.equal(await left({ income: { business: rm(8_000) }, business: {} }), undefined)
    assert.equal(await left({ income: { rent: rm(8_000) } }), undefined)
    await factsPut(ana, 2023, { income: { business: rm(90_000) }, business })
    assert.equal(await left({ income: { business: rm(8_000) } }), undefined)
  })

  test('repays what was deducted at source beyond the tax', async () => {
    await factsPut(ana, 2025, {
      income: { employment: rm(60_000), other: rm(5_000) },
      deductedAtSourceSen: rm(3_000),
      taxPaidSen: rm(100),
    })
    const { form, amountOf } = await whole(2025)
    assert.equal(form, 'BE')
    // 56,000 chargeable: 1,500 and 11 % of 6,000.
    assert.deepEqual(['tax-charged', 'tax-payable', 'tax-repayable', 'balance'].map(amountOf), [
      rm(2_160),
      0,
      rm(840),
      rm(-940),
    ])
  })

  test('is asked for by a loss alone, and by losses of earlier years', async () => {
    for (const business of [{ lossSen: 1 }, { lossesBroughtForwardSen: 1 }]) {
      await factsPut(ana, 2025, { income: { employment: rm(60_000) }, business })
      assert.equal((await whole(2025)).form, 'B')
    }
    await factsPut(ana, 2025, { income: { employment: rm(60_000) }, business: { capitalAllowancesSen: 1 } })
    assert.equal((await whole(2025)).form, 'BE')
  })

  test('of facts that an earlier release stored has the same tax, and asks what it did not ask', async () => {
    await factsPut(ana, 2024, {
      income: { business: rm(50_000), employment: rm(10_000) },
      taxPaidSen: rm(900),
    })
    const { amountOf, missingOf } = await whole(2024)
    // 51,000 chargeable.
    assert.deepEqual(['income-business', 'tax-payable', 'tax-paid', 'balance'].map(amountOf), [
      rm(50_000),
      rm(1_610),
      rm(900),
      rm(710),
    ])
    assert.deepEqual(
      ['business-losses', 'current-year-losses', 'instalments', 'agent-deductions'].map(missingOf),
      ['business', 'business', 'instalments', 'instalments'],
    )
    // Who has a business alone pays no PCB: nothing more is missing once the instalments are known.
    await factsPut(ana, 2024, { income: { business: rm(50_000), employment: 0 }, instalmentsSen: rm(900) })
    const alone = await whole(2024)
    assert.deepEqual(['tax-paid', 'balance'].map(alone.amountOf), [0, rm(60)]) // 41,000 chargeable
    // Who has pay alone has no instalments, and is not asked.
    await factsPut(ana, 2024, { income: { employment: rm(50_000), other: 0 }, taxPaidSen: 0 })
    assert.equal((await whole(2024)).amountOf('instalments'), 0)
  })

  test('adds both payments of a couple assessed jointly, and leaves each their own losses', async () => {
    await factsPut(ana, 2025, {
      ...SHOP,
      assessment: 'joint',
      spouse: {
        income: { business: rm(30_000), employment: rm(20_000) },
        business: { lossSen: rm(5_000) },
        instalmentsSen: rm(700),
      },
    })
    const { amountOf } = await whole(2025)
    assert.deepEqual(['current-year-losses', 'income-of-spouse', 'instalments'].map(amountOf), [
      rm(9_000),
      rm(45_000),
      rm(3_700),
    ])
  })

  test('is the form of an export that asks for it', async () => {
    await factsPut(ana, 2024, SHOP)
    const exported = async (query: string) => {
      const response = await ana.fetch(`/tax-years/2024/export?format=json${query}`)
      assert.equal(response.status, 200)
      return (await response.json()) as {
        return: { form: string; dueOn: string; lines: { code: string; item: string | null }[] }
        claims: { form: string; reliefs: { code: string; formItem: string | null }[] }
        taxpayer: object
      }
    }
    for (const [query, form, dueOn, item] of [
      ['', 'B', '2025-06-30', 'H1'],
      ['&form=BE', 'BE', '2025-04-30', 'G1'],
    ]) {
      const made = await exported(query ?? '')
      assert.deepEqual([made.return.form, made.claims.form, made.return.dueOn], [form, form, dueOn])
      assert.equal(made.claims.reliefs.find(({ code }) => code === 'individual')?.formItem, item)
      // It is another view of the same facts.
      assert.equal('form' in made.taxpayer, false)
    }
    await isProblem(await ana.fetch('/tax-years/2024/export?format=json&form=M'), 400, 'validation_failed')
  })

  test('has the deadlines that are reminded of: those of the own form, until it is filed', async () => {
    now = new Date('2026-05-04T04:00:00Z')
    const forms = async () =>
      (await get(ana, '/me/reminders')).reminders.map(({ year, form }) => `${year} ${form}`)
    assert.deepEqual(await forms(), ['2025 BE', '2025 B'])
    await factsPut(ana, 2025, SHOP)
    assert.deepEqual(await forms(), ['2025 B'])
    await factsPut(ana, 2025, { ...SHOP, filedOn: '2026-05-01' })
    assert.deepEqual(await forms(), [])
    await factsPut(ana, 2025, { income: { employment: rm(60_000) } })
    assert.deepEqual(await forms(), ['2025 BE'])
  })
})
