import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compareAssessments } from '../../server/law/assessment.ts'
import { estimate } from '../../server/law/estimate.ts'
import { daysInMalaysia } from '../../server/law/residence.ts'
import { bandTax } from '../../server/law/tax.ts'
import type { Taxpayer } from '../../server/law/taxpayer.ts'
import { child, law, rm, spouse, taxpayer, yearOf } from './law.ts'

const of = (ya: number, values: Partial<Taxpayer>) => estimate(yearOf(ya), taxpayer(values))
const salary = (ringgit: number) => ({ income: { employment: rm(ringgit) } })

describe('the rate of others than residents', () => {
  const year = 2026

  test('of a non-resident is 30 % of all income, without reliefs and rebates', () => {
    const spend = { 'medical-serious-disease': rm(5000) }
    const paid = { 'rebate-zakat-fitrah': rm(500) }
    const result = of(year, { ...salary(30_000), spend, paid, resident: false })
    assert.deepEqual([result.chargeableIncomeSen, result.payableSen], [rm(30_000), rm(9000)])
    assert.deepEqual(
      result.lines.filter(({ code }) => code.includes('tax')).map(({ code }) => code),
      ['non-resident-tax', 'foreign-tax-credit', 'tax-paid'],
    )
    assert.deepEqual(result.tax.bands, [])
  })

  test('of an approved employee is 15 % of chargeable income in proportion to pay, and the bands on the rest', () => {
    const employmentRate = 'returning-expert'
    const alone = of(year, { ...salary(309_000), employmentRate })
    assert.equal(alone.payableSen, rm(300_000 * 0.15))
    const withRent = of(year, { income: { employment: rm(309_000), rent: rm(103_000) }, employmentRate })
    // Of 403,000 chargeable, three quarters are pay; 100,750 are left for the bands.
    assert.equal(withRent.payableSen, rm(302_250 * 0.15 + 9400 + 750 * 0.25))
    assert.equal(
      of(year, { ...salary(309_000), employmentRate: 'unknown' }).payableSen,
      rm(9400 + 200_000 * 0.25),
    )
    // A non-resident has no such rate.
    assert.equal(of(year, { ...salary(1000), employmentRate, resident: false }).payableSen, rm(300))
  })

  test('follows the days in Malaysia, each of which counts once', () => {
    const days = (...stays: [string, string][]) =>
      daysInMalaysia(
        2024,
        stays.map(([from, to]) => ({ from, to })),
      )
    assert.equal(days(['2023-12-01', '2024-06-29']), 181)
    assert.equal(days(['2023-12-01', '2024-06-30']), 182)
    assert.equal(
      days(['2024-01-01', '2024-01-10'], ['2024-01-10', '2024-01-12'], ['2025-01-01', '2025-02-01']),
      12,
    )
    assert.equal(days(['2000-01-01', '2100-01-01']), 366)
  })
})

describe('tax by the bands', () => {
  test('is what the tables say at each step, in every year', () => {
    const table = [
      [0, 0],
      [5000, 0],
      [20_000, 150],
      [35_000, 600],
      [50_000, 1500],
      [70_000, 3700],
      [100_000, 9400],
      [400_000, 84_400],
      [600_000, 136_400],
      [2_000_000, 528_400],
      [3_000_000, 828_400],
    ] as const
    for (const year of law.years)
      for (const [income, tax] of table) assert.equal(bandTax(year, rm(income)).taxSen, rm(tax))
  })

  test('is RM1,230.00 on RM45,500 in every year (notes to Form BE 2025 and B 2024)', () => {
    for (const year of law.years) assert.equal(bandTax(year, rm(45_500)).taxSen, rm(1230))
  })

  test('is rounded once, half up to the sen', () => {
    assert.equal(bandTax(yearOf(2025), rm(5000) + 49).taxSen, 0)
    assert.equal(bandTax(yearOf(2025), rm(5000) + 50).taxSen, 1)
  })
})

describe('rebates', () => {
  const payable = (chargeable: number, values: Partial<Taxpayer> = {}) =>
    of(2025, { ...salary(9000 + chargeable), ...values }).payableSen

  test('fall away in one step above RM35,000', () => {
    assert.equal(payable(35_000), rm(200))
    assert.equal(payable(35_001), rm(600.06))
    assert.equal(of(2025, { income: { employment: rm(44_000) + 1 } }).payableSen, rm(600))
  })

  test('for a spouse need the spouse relief', () => {
    const codes = (values: Partial<Taxpayer>) =>
      of(2025, values).rebates.flatMap(({ code, grantedSen }) => (grantedSen > 0 ? [code] : []))
    assert.deepEqual(codes({ ...salary(40_000), spouse }), ['rebate-self', 'rebate-spouse'])
    assert.deepEqual(codes({ ...salary(40_000), spouse: { ...spouse, hasIncome: true } }), ['rebate-self'])
    assert.deepEqual(codes({ ...salary(40_000), spend: { alimony: rm(4000) } }), ['rebate-self'])
    assert.deepEqual(codes({ ...salary(90_000), spouse }), [])
  })

  test('are at most the tax: what is over is lost', () => {
    const result = of(2025, {
      ...salary(44_000),
      paid: { 'rebate-zakat-fitrah': rm(1000) },
      taxPaidSen: rm(50),
    })
    assert.equal(result.tax.taxSen, rm(600))
    assert.deepEqual(
      result.rebates.map(({ allowedSen }) => allowedSen),
      [rm(400), 0, rm(200), 0],
    )
    assert.equal(result.payableSen, 0)
    assert.equal(result.balanceSen, -rm(50))
  })

  test('for the departure levy are for two trips in a lifetime, the dearest first', () => {
    const levy = (paidSen: number[], earlierTrips: number) =>
      of(2025, {
        ...salary(80_000),
        trips: { 'rebate-departure-levy': { paidSen, earlierTrips } },
      }).rebates.find(({ code }) => code === 'rebate-departure-levy')?.allowedSen
    assert.equal(levy([rm(8), rm(20)], 0), rm(28))
    assert.equal(levy([rm(8), rm(20), rm(150)], 0), rm(170))
    assert.equal(levy([rm(8), rm(20)], 1), rm(20))
    assert.equal(levy([rm(8)], 2), 0)
  })
})

describe('gifts', () => {
  const gifts = (income: number, given: Record<string, number>) =>
    of(2025, { ...salary(income), gifts: given })

  test('of the pool are limited to a tenth of aggregate income together, cut down to the sen', () => {
    const given = { 'gift-approved-institution': rm(4000), 'gift-wakaf-endowment': rm(3000) }
    assert.equal(gifts(50_000, given).totalIncomeSen, rm(45_000))
    assert.equal(gifts(80_000, given).totalIncomeSen, rm(73_000))
    const odd = of(2025, { income: { employment: 1_000_009 }, gifts: given })
    assert.equal(odd.totalIncomeSen, 1_000_009 - 100_000)
  })

  test('outside of it have limits of their own or none, and never make income negative', () => {
    assert.equal(gifts(50_000, { 'gift-library': rm(25_000) }).totalIncomeSen, rm(30_000))
    assert.equal(gifts(50_000, { 'gift-government': rm(45_000) }).totalIncomeSen, rm(5000))
    const all = gifts(50_000, { 'gift-government': rm(90_000), 'gift-approved-institution': rm(900) })
    assert.equal(all.totalIncomeSen, 0)
    assert.equal(all.chargeableIncomeSen, 0)
  })
})

describe('dividends', () => {
  const dividends = (ya: number, salaryRm: number, dividendRm: number) =>
    of(ya, { income: { employment: rm(salaryRm), dividend: rm(dividendRm) } })

  test('are exempt before YA2025, and up to RM100,000 after', () => {
    assert.equal(dividends(2024, 60_000, 500_000).payableSen, dividends(2024, 60_000, 0).payableSen)
    assert.equal(dividends(2025, 60_000, 100_000).payableSen, dividends(2025, 60_000, 0).payableSen)
  })

  test('above that carry 2% on their share of chargeable income, and the bands take the rest', () => {
    // A = 50,000; B = 150,000; C = 141,000: a third of it, 47,000, at 2%; 94,000 by the bands.
    const result = dividends(2025, 100_000, 150_000)
    assert.equal(result.aggregateIncomeSen, rm(150_000))
    assert.equal(result.chargeableIncomeSen, rm(141_000))
    assert.deepEqual(
      result.tax.flat.map(({ code, chargeableSen, taxSen }) => [code, chargeableSen, taxSen]),
      [['dividend-tax', rm(47_000), rm(940)]],
    )
    assert.equal(result.tax.bandTaxSen, rm(3700 + 24_000 * 0.19))
  })

  test('alone carry 2% of all that is chargeable', () => {
    const result = dividends(2025, 0, 200_000)
    assert.equal(result.tax.taxSen, rm(91_000 * 0.02))
  })

  test('profit of an LLP joins them from YA2026', () => {
    const income = { employment: rm(60_000), 'llp-profit': rm(150_000) }
    assert.equal(of(2025, { income }).payableSen, of(2025, salary(60_000)).payableSen)
    const flat = of(2026, { income }).tax.flat.map(({ code, taxSen }) => [code, taxSen])
    // C = 101,000, A / B = 50 / 110.
    assert.deepEqual(flat, [
      ['dividend-tax', 0],
      ['llp-profit-tax', Math.floor((10_100_000 * 5) / 11 / 50 + 0.5)],
    ])
  })
})

describe('an estimate', () => {
  test('leaves nothing chargeable where reliefs are more than income', () => {
    const result = of(2025, salary(5000))
    assert.equal(result.chargeableIncomeSen, 0)
    assert.equal(result.payableSen, 0)
    assert.equal(result.effectiveRateBasisPoints, 0)
  })

  test('says what was saved, the rate, and what is still to pay', () => {
    // Chargeable 65,500 of 75,000: 3,205.00; without reliefs 4,650.00.
    const result = of(2025, { ...salary(75_000), spend: { sports: rm(500) }, taxPaidSen: rm(3000) })
    assert.equal(result.payableSen, rm(3205))
    assert.equal(result.savedByReliefsSen, rm(4650 - 3205))
    assert.equal(result.effectiveRateBasisPoints, 427)
    assert.equal(result.balanceSen, rm(205))
  })

  test('takes credit for foreign tax after the rebates, up to the tax', () => {
    assert.equal(of(2025, { ...salary(75_000), foreignTaxCreditSen: rm(300) }).payableSen, rm(3260 - 300))
    assert.equal(of(2025, { ...salary(44_000), foreignTaxCreditSen: rm(300) }).payableSen, 0)
  })

  test('names the rule and the sources of each step', () => {
    const { lines } = of(2025, { ...salary(75_000), spend: { 'lifestyle-books': rm(100) } })
    assert.deepEqual(
      lines.map(({ code, amountSen, section }) => [code, amountSen / 100, section]),
      [
        ['aggregate-income', 75_000, '43'],
        ['total-income', 75_000, '44'],
        ['individual', -9000, '46(1)(a)'],
        ['lifestyle', -100, '46(1)(p)'],
        ['chargeable-income', 65_900, '45(1)'],
        ['tax-by-bands', 3249, 'Schedule 1 Part I'],
        ['foreign-tax-credit', 0, '132, 133'],
        ['payable', 3249, '6A'],
        ['tax-paid', 0, '107, 107B, 107D, 110'],
        ['balance', 3249, '107, 107B, 107D, 110'],
      ],
    )
  })

  test('refuses income that is negative or not whole sen', () => {
    assert.throws(() => of(2025, { income: { rent: -1 } }), RangeError)
    assert.throws(() => of(2025, { income: { rent: 0.1 } }), RangeError)
  })
})

describe('a couple', () => {
  const compare = (first: Partial<Taxpayer>, second: Partial<Taxpayer>, ya = 2025) =>
    compareAssessments(yearOf(ya), taxpayer(first), taxpayer(second))

  test('with two good incomes does better separately', () => {
    const { separate, joint, best } = compare(salary(90_000), salary(90_000))
    // 81,000 each: 3,700 + 19% of 11,000.
    assert.equal(separate.payableSen, 2 * rm(5790))
    // 180,000 - 9,000 - 4,000 = 167,000: 9,400 + 25% of 67,000.
    assert.deepEqual(
      joint.map(({ assessed, payableSen }) => [assessed, payableSen]),
      [
        ['first', rm(26_150)],
        ['second', rm(26_150)],
      ],
    )
    assert.equal(best, separate)
  })

  test('where one has little income and many expenses does better jointly', () => {
    const { best } = compare(salary(120_000), {
      ...salary(4000),
      spend: { 'medical-serious-disease': rm(9000) },
    })
    assert.ok(best.kind === 'joint')
    assert.equal(best.assessed, 'first')
    // 124,000 - 9,000 - 4,000 - 9,000 = 102,000.
    assert.equal(best.payableSen, rm(9900))
  })

  test('has one limit in a joint assessment, and one each in separate ones', () => {
    const spend = { 'prs-deferred-annuity': rm(3000) }
    const { separate, joint } = compare({ ...salary(90_000), spend }, { ...salary(90_000), spend })
    assert.equal(separate.first.reliefs.allowedSen + separate.second.reliefs.allowedSen, rm(24_000))
    assert.equal(joint[0]?.estimate.reliefs.allowedSen, rm(9000 + 4000 + 3000))
  })

  test('has no joint assessment with a spouse without total income, who brings the relief', () => {
    const { separate, joint } = compare(salary(60_000), {})
    assert.deepEqual(joint, [])
    assert.equal(separate.first.reliefs.allowedSen, rm(13_000))
  })

  test('is told where both claim what only one of them may', () => {
    const spend = { 'childcare-centre-kindergarten': rm(3000), 'sspn-net-deposit': rm(100) }
    const both = [
      { ...salary(60_000), spend },
      { ...salary(60_000), spend },
    ] as const
    assert.deepEqual(compare(...both).separate.claimedTwice, ['childcare-fees', 'sspn-net-deposit'])
    assert.deepEqual(compare(...both, 2024).separate.claimedTwice, ['childcare-fees'])
  })

  test('loses the wife’s own reliefs in the husband’s name', () => {
    const wife = { ...salary(60_000), spend: { 'breastfeeding-equipment': rm(800) } }
    const { joint } = compare(salary(60_000), wife)
    assert.deepEqual(
      joint.map(({ estimate: { reliefs } }) => reliefs.allowedSen),
      [rm(13_000), rm(13_800)],
    )
  })

  test('brings what either of them claimed in earlier years into a joint assessment', () => {
    const spend = { 'food-waste-composter': rm(900) }
    const earlier = [{ year: 2025, code: 'food-waste-composter', allowedSen: rm(500) }]
    const { joint } = compare({ ...salary(60_000), spend }, { ...salary(60_000), earlier }, 2026)
    assert.equal(joint[0]?.estimate.reliefs.allowedSen, rm(13_000))
  })

  test('brings children, disability and zakat of both into a joint assessment', () => {
    const first = { ...salary(60_000), children: [child({})], paid: { 'rebate-zakat-fitrah': rm(100) } }
    const second = {
      ...salary(60_000),
      disabled: true,
      children: [child({})],
      paid: { 'rebate-zakat-fitrah': rm(50) },
    }
    const [inFirst, inSecond] = compare(first, second).joint
    assert.equal(inFirst?.estimate.reliefs.allowedSen, rm(9000 + 4000 + 6000 + 4000))
    assert.equal(inSecond?.estimate.reliefs.allowedSen, rm(9000 + 7000 + 4000 + 4000))
    assert.deepEqual(
      inFirst?.estimate.rebates.map(({ allowedSen }) => allowedSen),
      [0, 0, rm(150), 0],
    )
  })
})
