import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { estimate } from '../../server/law/estimate.ts'
import { bandTax } from '../../server/law/tax.ts'
import { allowed, child, lineOf, rm, spouse, taxpayer, yearOf } from './law.ts'
import file from './official-examples.json' with { type: 'json' }

type Amounts = Record<string, number>
interface Examples {
  rulings: { source: string; year: number; spend: Amounts; allowed: Amounts }[]
  computations: {
    id: string
    title: string
    year: number
    totalIncomeSen: number
    married: boolean
    childrenUnder18: number
    zakatSen: number
    spend: Amounts
    reliefs: Amounts
    totalReliefSen: number
    chargeableSen: number
    taxSen: number
    rebates: Amounts
    payableSen: number
  }[]
}
// The compiler makes a type of its own for every example in the file.
const examples = file as object as Examples

describe('the examples of the public rulings', () => {
  for (const { source, year, spend, allowed: expected } of examples.rulings) {
    test(source, () => {
      const result = allowed(year, spend)
      for (const [code, amountSen] of Object.entries(expected))
        assert.equal(lineOf(result, code).allowedSen, amountSen, code)
      const others = result.lines.filter(({ code }) => !(code in expected))
      assert.ok(others.every(({ allowedSen }) => allowedSen === 0))
      assert.deepEqual(result.unplaced, [])
    })
  }

  test('chargeable income of RM45,500 is RM1,230.00 of tax (notes to Form BE 2025 and B 2024)', () => {
    for (const ya of [2023, 2024, 2025, 2026]) assert.equal(bandTax(yearOf(ya), rm(45_500)).taxSen, rm(1230))
  })
})

describe('worked computations', () => {
  for (const example of examples.computations) {
    test(`${example.id}: ${example.title}`, () => {
      const year = yearOf(example.year)
      const result = estimate(
        year,
        taxpayer({
          income: { employment: example.totalIncomeSen },
          spend: example.spend,
          spouse: example.married ? spouse : null,
          children: Array.from({ length: example.childrenUnder18 }, () =>
            child({ bornOn: `${example.year - 9}-05-20` }),
          ),
          paid: { 'rebate-zakat-fitrah': example.zakatSen },
        }),
      )
      const granted = result.reliefs.lines.filter(({ allowedSen }) => allowedSen > 0)
      assert.deepEqual(
        Object.fromEntries(granted.map(({ code, allowedSen }) => [code, allowedSen])),
        example.reliefs,
      )
      assert.equal(result.reliefs.allowedSen, example.totalReliefSen)
      assert.equal(result.chargeableIncomeSen, example.chargeableSen)
      assert.equal(result.tax.taxSen, example.taxSen)
      const codes = { self: 'rebate-self', spouse: 'rebate-spouse', zakat: 'rebate-zakat-fitrah' }
      const expected = Object.entries(example.rebates).map(([name, amountSen]) => [
        codes[name as keyof typeof codes],
        amountSen,
      ])
      assert.deepEqual(
        result.rebates.flatMap(({ code, grantedSen }) => (grantedSen > 0 ? [[code, grantedSen]] : [])),
        expected,
      )
      assert.equal(result.payableSen, example.payableSen)
    })
  }

  test('dental work was no head in YA2023: spending on it is given back as unplaced', () => {
    const spend = { 'medical-dental': rm(1200) }
    assert.deepEqual(allowed(2023, spend).unplaced, [{ code: 'medical-dental', spentSen: rm(1200) }])
    assert.equal(allowed(2023, spend).allowedSen, 0)
    assert.equal(allowed(2024, spend).allowedSen, rm(1000))
  })
})
