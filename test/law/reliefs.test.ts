import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { allowedReliefs } from '../../server/law/allowed-reliefs.ts'
import { apportionByMonths, netDeposit, shareOfLimit, splitVoluntary } from '../../server/law/amounts.ts'
import { type FamilyFacts, grants } from '../../server/law/grants.ts'
import type { Relief } from '../../server/law/relief.ts'
import { findRelief } from '../../server/law/tree.ts'
import { allowed, child, lineOf, rm, spouse, yearOf } from './law.ts'

describe('a relief', () => {
  test('below a limit uses it up together with its neighbours', () => {
    const result = allowed(2025, { 'lifestyle-books': rm(2000), 'lifestyle-internet': rm(1428.36) })
    assert.equal(lineOf(result, 'lifestyle').allowedSen, rm(2500))
    assert.equal(lineOf(result, 'lifestyle-internet').allowedSen, rm(1428.36))
    assert.equal(lineOf(result, 'lifestyle-courses').remainingSen, 0)
    const less = allowed(2025, { 'lifestyle-books': rm(2000.05) })
    assert.equal(lineOf(less, 'lifestyle-courses').remainingSen, rm(499.95))
  })

  test('has left what the tightest limit on the way up leaves', () => {
    const result = allowed(2025, { 'medical-serious-disease': rm(9500) })
    assert.equal(lineOf(result, 'medical-dental').remainingSen, rm(500))
    assert.equal(lineOf(allowed(2025, {}), 'medical-dental').remainingSen, rm(1000))
    assert.equal(lineOf(allowed(2025, {}), 'housing-loan-interest').remainingSen, null)
  })

  test('counts a refund as less, and more refund than spending as nothing', () => {
    assert.equal(allowed(2025, { 'lifestyle-books': -500, 'lifestyle-devices': 900 }).allowedSen, 900)
  })

  test('that excludes another counts alone, the better one', () => {
    const both = allowed(2025, {
      'housing-loan-interest-500k': rm(4000),
      'housing-loan-interest-750k': rm(9000),
    })
    assert.equal(lineOf(both, 'housing-loan-interest').allowedSen, rm(5000))
    assert.equal(lineOf(both, 'housing-loan-interest-500k').alternativeUsed, true)
    assert.equal(lineOf(both, 'housing-loan-interest-500k').allowedSen, 0)
    assert.equal(lineOf(both, 'housing-loan-interest-750k').alternativeUsed, false)
  })

  test('that only groups others takes no spending itself', () => {
    const result = allowed(2025, { 'housing-loan-interest': rm(9000), child: rm(10) })
    assert.equal(result.allowedSen, 0)
    assert.deepEqual(
      result.unmatched.map(({ code }) => code),
      ['housing-loan-interest', 'child'],
    )
  })

  test('that a year does not know is returned as unmatched: dental work was no head in YA2023', () => {
    const spend = { 'medical-dental': rm(1200) }
    assert.deepEqual(allowed(2023, spend).unmatched, [{ code: 'medical-dental', spentSen: rm(1200) }])
    assert.equal(allowed(2023, spend).allowedSen, 0)
    assert.equal(allowed(2024, spend).allowedSen, rm(1000))
  })

  test('with a limit for each parent or child has it so many times', () => {
    const [base] = yearOf(2025).reliefs.filter(({ code }) => code === 'childcare-fees')
    const each: Relief[] = base ? [{ ...base, per: 'child' }] : []
    const claim = { spend: { 'childcare-fees': rm(9999) }, granted: {}, earlier: [] }
    const of = (count: number) =>
      allowedReliefs({ ...yearOf(2025), reliefs: each }, { ...claim, people: { child: count, parent: 0 } })
    assert.deepEqual(
      [0, 1, 2, 4].map((count) => of(count).allowedSen),
      [0, 3000, 6000, 9999].map(rm),
    )
  })

  test('is not computed from fractions of a sen', () => {
    assert.throws(() => allowed(2025, { 'lifestyle-books': 10.5 }), RangeError)
    assert.throws(() => allowed(2025, { 'lifestyle-books': Number.NaN }), RangeError)
  })
})

describe('rules that look at earlier years', () => {
  const earlier = (year: number, code: string, allowedSen = 100) => ({ year, code, allowedSen })
  const cases: [string, number, string, ReturnType<typeof earlier>[], boolean][] = [
    ['breastfeeding, never before', 2025, 'breastfeeding-equipment', [], true],
    [
      'breastfeeding, last year',
      2025,
      'breastfeeding-equipment',
      [earlier(2024, 'breastfeeding-equipment')],
      false,
    ],
    [
      'breastfeeding, two years ago',
      2025,
      'breastfeeding-equipment',
      [earlier(2023, 'breastfeeding-equipment')],
      true,
    ],
    [
      'breastfeeding, nothing allowed',
      2025,
      'breastfeeding-equipment',
      [earlier(2024, 'breastfeeding-equipment', 0)],
      true,
    ],
    [
      'breastfeeding, a later year',
      2024,
      'breastfeeding-equipment',
      [earlier(2025, 'breastfeeding-equipment')],
      true,
    ],
    ['another relief last year', 2025, 'breastfeeding-equipment', [earlier(2024, 'lifestyle-books')], true],
    [
      'composter, within the window',
      2026,
      'food-waste-composter',
      [earlier(2025, 'food-waste-composter')],
      false,
    ],
    ['composter, first in the window', 2026, 'food-waste-composter', [], true],
    ['grinder after a composter', 2026, 'food-waste-grinder', [earlier(2025, 'food-waste-composter')], true],
    [
      'home loan, second year',
      2026,
      'housing-loan-interest-500k',
      [earlier(2025, 'housing-loan-interest-500k')],
      true,
    ],
    ['a rule without memory', 2026, 'lifestyle-books', [earlier(2025, 'lifestyle-books')], true],
  ]
  for (const [name, ya, code, before, counts] of cases) {
    test(`${name}: ${counts ? 'counts' : 'does not count'}`, () => {
      const result = allowed(ya, { [code]: rm(300) }, before)
      assert.equal(result.allowedSen, counts ? rm(300) : 0)
      const line = lineOf(result, code)
      assert.deepEqual(line.blockedBy, counts ? null : before[0])
      assert.equal(line.remainingSen === 0, !counts)
    })
  }

  test('home loan interest counts for three years running, however many of them were claimed', () => {
    const claims = [earlier(2025, 'housing-loan-interest-500k')]
    const of = (ya: number) =>
      allowedReliefs(
        { ...yearOf(2026), year: ya },
        {
          spend: { 'housing-loan-interest-500k': rm(100) },
          granted: {},
          people: { child: 0, parent: 0 },
          earlier: claims,
        },
      ).allowedSen
    assert.deepEqual([2026, 2027, 2028, 2029].map(of), [rm(100), rm(100), 0, 0])
  })

  test('a blocked relief leaves the pool it shares to its neighbours', () => {
    const spend = { 'food-waste-composter': rm(2000), 'ev-charging': rm(2400) }
    const result = allowed(2026, spend, [earlier(2025, 'food-waste-composter')])
    assert.equal(lineOf(result, 'ev-green-home').allowedSen, rm(2400))
    assert.equal(lineOf(result, 'ev-charging').remainingSen, rm(100))
  })
})

describe('fixed reliefs', () => {
  const alone: FamilyFacts = { disabled: false, spouse: null, jointly: false, children: [] }
  const granted = (ya: number, facts: Partial<FamilyFacts>) =>
    Object.fromEntries(
      Object.entries(grants(yearOf(ya), { ...alone, ...facts })).flatMap(([code, { amountSen }]) =>
        amountSen > 0 && code !== 'individual' ? [[code, amountSen / 100]] : [],
      ),
    )
  const bornOn = (day: string) => child({ bornOn: day })
  const student = (values: Parameters<typeof child>[0]) => child({ bornOn: '2004-04-04', ...values })

  const cases: [string, Partial<FamilyFacts>, Record<string, number>][] = [
    ['somebody alone', {}, {}],
    ['a disabled person', { disabled: true }, { 'disabled-self': 7000 }],
    ['a spouse without income', { spouse }, { spouse: 4000 }],
    ['a spouse with income', { spouse: { ...spouse, hasIncome: true } }, {}],
    [
      'a spouse with income, jointly',
      { jointly: true, spouse: { ...spouse, hasIncome: true } },
      { spouse: 4000 },
    ],
    [
      'a disabled spouse',
      { spouse: { ...spouse, disabled: true } },
      { spouse: 4000, 'disabled-spouse': 6000 },
    ],
    ['a disabled spouse with income', { spouse: { ...spouse, disabled: true, hasIncome: true } }, {}],
    ['RM4,000 from abroad', { spouse: { ...spouse, foreignIncomeSen: rm(4000) } }, { spouse: 4000 }],
    ['a sen more from abroad', { spouse: { ...spouse, foreignIncomeSen: rm(4000) + 1 } }, {}],
    ['17 years old all year', { children: [bornOn('2007-06-30')] }, { 'child-under-18': 2000 }],
    ['18 on 2 January', { children: [bornOn('2007-01-02')] }, { 'child-under-18': 2000 }],
    ['18 on 1 January', { children: [bornOn('2007-01-01')] }, {}],
    ['born on New Year’s Eve', { children: [bornOn('2025-12-31')] }, { 'child-under-18': 2000 }],
    ['not born yet', { children: [bornOn('2026-01-01')] }, {}],
    ['grown up, not studying', { children: [student({})] }, {}],
    [
      'A-Level',
      { children: [student({ study: 'pre-university' })] },
      { 'child-18-plus-preuniversity': 2000 },
    ],
    [
      'university',
      { children: [student({ study: 'higher-education' })] },
      { 'child-18-plus-higher-education': 8000 },
    ],
    [
      'at university at 17',
      { children: [child({ bornOn: '2008-01-01', study: 'higher-education' })] },
      { 'child-under-18': 2000 },
    ],
    [
      'disabled, at any age',
      { children: [student({ bornOn: '1980-01-01', disabled: true })] },
      { 'child-disabled': 8000 },
    ],
    [
      'disabled at university',
      { children: [student({ disabled: true, study: 'higher-education' })] },
      { 'child-disabled': 8000, 'child-disabled-higher-education': 8000 },
    ],
    ['married', { children: [child({ married: true })] }, {}],
    [
      'own income as much as the relief',
      { children: [child({ ownIncomeSen: rm(2000) })] },
      { 'child-under-18': 2000 },
    ],
    ['own income above the relief', { children: [child({ ownIncomeSen: rm(2000) + 1 })] }, {}],
    ['shared with somebody', { children: [child({ shared: true }), child({})] }, { 'child-under-18': 3000 }],
  ]
  for (const [name, facts, expected] of cases) {
    test(name, () => assert.deepEqual(granted(2025, facts), expected))
  }

  test('spouse and alimony share RM4,000', () => {
    const facts = { ...alone, spouse }
    const claim = { spend: { alimony: rm(3000) }, people: { child: 0, parent: 0 }, earlier: [] }
    const both = allowedReliefs(yearOf(2025), { ...claim, granted: grants(yearOf(2025), facts) })
    assert.equal(lineOf(both, 'spouse-alimony').allowedSen, rm(4000))
    const former = allowedReliefs(yearOf(2025), { ...claim, granted: grants(yearOf(2025), alone) })
    assert.equal(lineOf(former, 'spouse-alimony').allowedSen, rm(3000))
  })

  test('of a child are there for each child', () => {
    const children = [child({}), child({}), student({ study: 'higher-education' })]
    const facts = { ...alone, children }
    const result = allowedReliefs(yearOf(2025), {
      spend: {},
      granted: grants(yearOf(2025), facts),
      people: { child: 3, parent: 0 },
      earlier: [],
    })
    assert.equal(lineOf(result, 'child').allowedSen, rm(12_000))
    assert.equal(lineOf(result, 'child-under-18').limitSen, rm(4000))
  })
})

describe('amounts made of others', () => {
  const sspn = (ya: number, educationWithdrawals: number) => {
    const relief = findRelief(yearOf(ya), 'sspn-net-deposit')
    assert.ok(relief)
    return netDeposit(relief, {
      depositsSen: rm(6000),
      withdrawalsSen: rm(1000),
      educationWithdrawalsSen: rm(educationWithdrawals),
    })
  }

  test('SSPN: deposits less withdrawals; from YA2025 not those for education', () => {
    assert.equal(sspn(2024, 2000), rm(3000))
    assert.equal(sspn(2025, 2000), rm(5000))
    assert.equal(sspn(2024, 9000), 0)
  })

  test('EPF: voluntary contributions fill the RM4,000 first, the rest goes beside life insurance', () => {
    const split = (compulsory: number, voluntary: number) =>
      splitVoluntary(yearOf(2025), 'epf-approved-scheme', {
        compulsorySen: rm(compulsory),
        voluntarySen: rm(voluntary),
      })
    const parts = (epf: number, other: number) => ({
      'epf-approved-scheme': rm(epf),
      'life-insurance-or-voluntary-epf': rm(other),
    })
    assert.deepEqual(split(3000, 2500), parts(4000, 1500))
    assert.deepEqual(split(6600, 2500), parts(6600, 2500))
    assert.deepEqual(split(0, 4000), parts(4000, 0))
    assert.equal(allowed(2025, split(6600, 2500)).allowedSen, rm(6500))
    assert.equal(allowed(2025, split(6600, 0)).allowedSen, rm(4000))
  })

  test('home loan: owners share the limit by what each paid, once they paid more than it', () => {
    assert.equal(shareOfLimit(rm(7000), rm(4000), rm(5000)), rm(4000))
    assert.equal(shareOfLimit(rm(7000), rm(4000), rm(7000)), rm(4000))
    assert.equal(shareOfLimit(rm(7000), rm(6000), rm(10_000)), rm(4200))
    assert.equal(shareOfLimit(rm(7000), 100_001, 1_000_003), Math.floor((700_000 * 100_001) / 1_000_003))
  })

  test('a plan paid ahead is spread by its months, and the parts make the whole', () => {
    const plan = (month: number, months: number, amountSen: number) =>
      apportionByMonths(amountSen, { from: { year: 2025, month }, months }).map((part) => [
        part.year,
        part.amountSen,
      ])
    assert.deepEqual(plan(1, 12, 240_000), [[2025, 240_000]])
    assert.deepEqual(plan(7, 12, 240_000), [
      [2025, 120_000],
      [2026, 120_000],
    ])
    assert.deepEqual(plan(1, 36, 100_000), [
      [2025, 33_333],
      [2026, 33_333],
      [2027, 33_334],
    ])
  })
})
