import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { childReliefs } from '../../../server/law/grants.ts'
import { lastStep } from '../../../server/law/pcb/deduction.ts'
import { monthlyDeduction, type PcbInputs, type PcbResults } from '../../../server/law/pcb/index.ts'
import { toSen } from '../../../server/law/pcb/notation.ts'
import { pcbYears } from '../../../server/law/pcb/parameters.ts'
import { benefitOfMonth } from '../../../server/law/pcb/year.ts'
import { findRelief } from '../../../server/law/tree.ts'
import { child, yearOf } from '../law.ts'

interface Vectors {
  months: { id: string; inputs: PcbInputs; expected: Partial<PcbResults> }[]
  lastStep: { id: string; inputs: { A: string; C: string | null; zakatOfMonth: string }; expected: string }[]
  benefits: { id: string; inputs: { annualValue: number; firstMonth: number }; expected: string }[]
  open: { id: string; inputs: PcbInputs; P: string; results: string[] }[]
}
const vectors: Vectors = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8'))

describe('monthly deductions that were computed elsewhere', () => {
  for (const { id, inputs, expected } of vectors.months) {
    test(id, () => {
      const result = monthlyDeduction(inputs)
      const named = Object.keys(expected) as (keyof PcbResults)[]
      assert.deepEqual(Object.fromEntries(named.map((name) => [name, result[name]])), expected)
      assert.deepEqual(result.open, [])
    })
  }

  for (const { id, inputs, expected } of vectors.lastStep) {
    test(id, () => {
      const amounts = {
        onPaySen: toSen('A', Number(inputs.A)),
        onAdditionalSen: toSen('C', Number(inputs.C ?? 0)),
        zakatSen: toSen('zakat', Number(inputs.zakatOfMonth)),
      }
      const { deductSen } = lastStep({ minimumSen: 1000 }, amounts)
      assert.equal(deductSen, toSen('deduct', Number(expected)))
    })
  }

  for (const { id, inputs, expected } of vectors.benefits) {
    test(id, () => {
      const monthSen = benefitOfMonth(toSen('year', inputs.annualValue), inputs.firstMonth)
      assert.equal(monthSen, toSen('month', Number(expected)))
    })
  }
})

describe('what the specification leaves open is answered with both results', () => {
  const openOf = (inputs: PcbInputs) =>
    monthlyDeduction(inputs).open.map(({ point, results }) => [point, ...results.map(({ pcb }) => pcb)])

  for (const { id, inputs, P, results } of vectors.open) {
    test(id, () => {
      assert.equal(monthlyDeduction(inputs).P, P)
      assert.deepEqual(openOf(inputs), [['band-of-sen', ...results]])
    })
  }

  const year = 2026
  test('a deduction of 9.96 before it is rounded', () => {
    // P is 35,166: its tax of 609.96 less the 600 deducted before.
    const inputs = { year, month: 12, category: 3, Y: 44_000, Y1: 166, X: 600 } as const
    assert.deepEqual(
      [monthlyDeduction(inputs).A, monthlyDeduction(inputs).pcb, openOf(inputs)],
      ['9.96', '0.00', [['minimum-of-rounded', '0.00', '10.00']]],
    )
  })

  test('a bonus while the deduction on the salary is below RM10', () => {
    const inputs = { year, month: 1, category: 1, Y1: 3700, K1: 407, Yt: 3000 } as const
    const [[point, ...results] = []] = openOf(inputs)
    assert.equal(point, 'yearly-below-minimum')
    // 7.66 for twelve months.
    assert.equal(Number(results[1]) - Number(results[0]), 91.9)
  })

  test('a bonus at a flat rate, pay below the table of a C-suite post, zakat of a non-resident', () => {
    assert.deepEqual(openOf({ year, month: 7, regime: 'kw', Y1: 10_000, Yt: 6000 }), [
      ['flat-additional', '1425.00', '2175.00'],
    ])
    assert.deepEqual(openOf({ year, month: 1, regime: 'csuite', Y1: 3000 }), [
      ['c-suite-below-table', '337.50', '0.00'],
    ])
    assert.deepEqual(openOf({ year, month: 1, regime: 'nonresident', Y1: 3000, zakat: 100 }), [
      ['non-resident-zakat', '900.00', '800.00'],
    ])
  })
})

describe('the data of a year', () => {
  for (const data of pcbYears) {
    test(`${data.year} has the rates and reliefs of the return`, () => {
      const year = yearOf(data.year)
      assert.deepEqual(data.bands, year.bands.steps)
      const { individualSen, spouseSen, disabledSen, disabledSpouseSen, childUnitSen, epfSen } = data.reliefs
      const limits = {
        individual: individualSen,
        spouse: spouseSen,
        'disabled-self': disabledSen,
        'disabled-spouse': disabledSpouseSen,
        'child-under-18': childUnitSen,
        'epf-approved-scheme': epfSen,
      }
      for (const [code, sen] of Object.entries(limits))
        assert.equal(findRelief(year, code)?.limitSen, sen, code)
      const [rebate] = year.rebates
      assert.deepEqual([rebate?.amountSen, rebate?.chargeableUpToSen], [data.rebateSen, data.rebateUpToSen])
    })
  }

  test('the units of child relief that LHDN lists are the reliefs of the return', () => {
    const units = (ya: number, values: Parameters<typeof child>[0]) => {
      const granted = childReliefs(yearOf(ya), child({ bornOn: '2004-05-01', ...values }))
      return granted.reduce((sum, { amountSen }) => sum + amountSen, 0) / 200_000
    }
    const study = 'higher-education'
    assert.deepEqual(
      [2024, 2026].map((ya) => [
        units(ya, { bornOn: '2015-05-01' }),
        units(ya, { study }),
        units(ya, { disabled: true }),
        units(ya, { disabled: true, study }),
        units(ya, { study, shared: true }),
      ]),
      [
        [1, 4, 3, 7, 2],
        [1, 4, 4, 8, 2],
      ],
    )
  })
})

describe('what cannot be computed is refused', () => {
  const month = { year: 2026, month: 1 }
  const refused: [PcbInputs, RegExp][] = [
    [{ year: 2022, month: 6 }, /2022 were not read/],
    [{ year: 2023, month: 5 }, /until May 2023/],
    [{ year: 2026, month: 13 }, /not a month/],
    [{ ...month, Y1: -1 }, /paySen: -100/],
    [{ ...month, Y1: 0.001 }, /Y1: 0.001/],
    [{ ...month, units: 0.25 }, /units of child relief/],
    [{ ...month, units: 1 }, /no children in category 1/],
  ]
  for (const [inputs, message] of refused) {
    test(JSON.stringify(inputs), () => assert.throws(() => monthlyDeduction(inputs), message))
  }

  test('June 2023 is computed', () => {
    assert.equal(monthlyDeduction({ year: 2023, month: 6, Y1: 5000, K1: 550 }).P, '22150.00')
  })
})
