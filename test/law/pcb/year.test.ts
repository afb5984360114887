import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { constantFrom, integer, property, record, tuple } from 'fast-check'
import { estimate } from '../../../server/law/estimate.ts'
import { monthlyDeduction, type PcbMonth } from '../../../server/law/pcb/deduction.ts'
import { deductionsOfYear, type PcbPlan, type PlannedMonth } from '../../../server/law/pcb/year.ts'
import { check } from '../../support/arbitraries/check.ts'
import { child, rm, spouse, taxpayer, yearOf } from '../law.ts'

const nothing = { paySen: 0, epfSen: 0, reliefsSen: 0, zakatSen: 0, deductedSen: 0 }
const pay = (values: Partial<PlannedMonth>): PlannedMonth => ({
  paySen: 0,
  epfSen: 0,
  additionalSen: 0,
  additionalEpfSen: 0,
  reliefsSen: 0,
  zakatSen: 0,
  deductedSen: null,
  ...values,
})
const plan = (values: Partial<PcbPlan>): PcbPlan => ({
  year: 2026,
  month: 1,
  firstMonth: 1,
  category: 1,
  regime: 'resident',
  childUnits: 0,
  disabled: false,
  spouseDisabled: false,
  earlier: nothing,
  months: [],
  ...values,
})
const salary = { paySen: rm(5000), epfSen: rm(550) }
const months = (count: number, values: Partial<PlannedMonth>) =>
  Array.from({ length: count }, () => pay(values))

describe('the table of a year', () => {
  test('what was deducted, what should have been, and what is still to come', () => {
    const table = deductionsOfYear(
      plan({
        month: 4,
        months: [
          pay({ ...salary, deductedSen: rm(110) }),
          // One month was forgotten, and one payslip is not known.
          pay({ ...salary, deductedSen: 0 }),
          pay(salary),
          ...months(9, salary),
        ],
      }),
    )
    assert.equal(table.deductedSen, rm(220))
    assert.equal(table.shouldHaveBeenSen, rm(330))
    // 1,320 for the year, of which 1,100 are left for nine months: 122.22, rounded up to 5 sen.
    assert.equal(table.deduction.deductSen, rm(122.25))
    assert.equal(table.toComeSen, rm(1100))
    assert.equal(table.yearTaxSen, rm(1320))
    assert.equal(table.overSen, 0)
    assert.deepEqual(table.months.slice(1, 4), [
      { month: 2, deductedSen: 0, shouldSen: rm(110), toComeSen: null },
      { month: 3, deductedSen: null, shouldSen: rm(110), toComeSen: null },
      { month: 4, deductedSen: null, shouldSen: rm(110), toComeSen: rm(122.25) },
    ])
  })

  test('a bonus, zakat and reliefs of the months to come count when they come', () => {
    const rest = months(12, salary)
    rest[5] = pay({ ...salary, additionalSen: rm(10_000), reliefsSen: rm(3000), zakatSen: rm(200) })
    const table = deductionsOfYear(plan({ months: rest }))
    assert.equal(table.deduction.deductSen, rm(110))
    // 60,000 and 10,000 less 4,000, 9,000 and 3,000: 54,000.
    assert.equal(table.yearTaxSen, rm(1500 + 440 - 200))
    assert.ok(Math.abs(table.overSen ?? Infinity) <= 5)
  })

  test('a former employer counts by TP3, and without it too little is deducted', () => {
    const joined = { firstMonth: 7, month: 7, months: months(6, { paySen: rm(9000), epfSen: rm(990) }) }
    const without = deductionsOfYear(plan(joined))
    const earlier = { paySen: rm(36_000), epfSen: rm(3960), reliefsSen: 0, zakatSen: 0, deductedSen: rm(660) }
    const withForm = deductionsOfYear(plan({ ...joined, earlier }))
    assert.equal(without.deduction.deductSen, rm(160))
    assert.ok(withForm.deduction.deductSen > 4 * without.deduction.deductSen)
    assert.equal(withForm.deductedSen, rm(660))
  })

  test('of a non-resident the deduction is the tax', () => {
    const table = deductionsOfYear(plan({ regime: 'non-resident', months: months(12, salary) }))
    assert.deepEqual([table.yearTaxSen, table.overSen, table.toComeSen], [null, null, rm(18_000)])
  })
})

const amount = (most: number) => integer({ min: 0, max: most * 100 })
const month = integer({ min: 1, max: 12 })
const anyMonth = record({
  year: constantFrom(2024, 2025, 2026),
  month,
  category: constantFrom(2, 3),
  regime: constantFrom('resident', 'returning-expert', 'knowledge-worker', 'c-suite', 'non-resident'),
  childUnits: integer({ min: 0, max: 8 }).map((halves) => halves / 2),
  disabled: constantFrom(true, false),
  spouseDisabled: constantFrom(true, false),
  paySen: amount(40_000),
  epfSen: amount(2000),
  additionalSen: constantFrom(0),
  additionalEpfSen: constantFrom(0),
  reliefsSen: amount(8000),
  zakatSen: amount(500),
  earlier: record({
    paySen: amount(200_000),
    epfSen: amount(6000),
    reliefsSen: amount(8000),
    zakatSen: amount(2000),
    deductedSen: amount(20_000),
  }),
})
const deducted = (values: PcbMonth) => monthlyDeduction(values).deductSen

describe('whatever is paid', () => {
  test('more pay never lowers the deduction, nor does more bonus', () => {
    const grows = property(tuple(anyMonth, amount(20_000), amount(20_000)), ([values, moreSen, bonusSen]) => {
      const before = deducted(values)
      assert.ok(deducted({ ...values, paySen: values.paySen + moreSen }) >= before)
      const withBonus = { ...values, additionalSen: bonusSen }
      assert.ok(deducted(withBonus) >= before)
      assert.ok(deducted({ ...values, additionalSen: bonusSen + moreSen }) >= deducted(withBonus))
    })
    check(grows, 400)
  })

  test('reliefs by TP1 and zakat never raise it', () => {
    const falls = property(tuple(anyMonth, amount(8000)), ([values, moreSen]) => {
      const before = deducted(values)
      assert.ok(deducted({ ...values, reliefsSen: values.reliefsSen + moreSen }) <= before)
      assert.ok(deducted({ ...values, zakatSen: values.zakatSen + moreSen }) <= before)
    })
    check(falls, 400)
  })

  test('it is a whole number of 5 sen before zakat, and nothing or at least RM10', () => {
    const rounded = property(anyMonth, (values) => {
      const sen = deducted({ ...values, zakatSen: 0 })
      assert.ok(sen === 0 || (sen >= 1000 && sen % 5 === 0))
    })
    check(rounded, 200)
  })

  test('of constant pay the deductions of the year are its tax', () => {
    const constant = record({
      paySen: amount(30_000),
      epfSen: amount(1500),
      reliefsSen: amount(8000),
      children: integer({ min: 0, max: 4 }),
      working: constantFrom(true, false),
    })
    const close = property(constant, ({ paySen, epfSen, reliefsSen, children, working }) => {
      const table = deductionsOfYear(
        plan({
          category: working ? 3 : 2,
          childUnits: children,
          // Reliefs to come are not foreseen; told in December, they come too late.
          months: [pay({ paySen, epfSen, reliefsSen }), ...months(11, { paySen, epfSen })],
        }),
      )
      const result = estimate(
        yearOf(2026),
        taxpayer({
          income: { employment: 12 * paySen },
          spend: { 'epf-approved-scheme': 12 * epfSen, 'medical-serious-disease': reliefsSen },
          spouse: { ...spouse, hasIncome: working },
          children: Array.from({ length: children }, () => child({})),
        }),
      )
      // Within a ringgit of the rebate's limit the EPF that is expected, cut to the sen, decides.
      if (Math.abs(result.chargeableIncomeSen - rm(35_000)) <= 200) return
      // Deductions below RM10 are not made, and each is rounded up to 5 sen.
      const overSen = table.toComeSen - result.payableSen
      assert.ok(overSen > -rm(10) && overSen <= 15, `${overSen}`)
      assert.ok(Math.abs((table.yearTaxSen ?? Infinity) - result.payableSen) <= 1)
    })
    check(close, 150)
  })
})
