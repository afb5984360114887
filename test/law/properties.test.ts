import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { allowedReliefs, flatLines, type ReliefLine } from '../../server/law/allowed-reliefs.ts'
import { estimate } from '../../server/law/estimate.ts'
import { bandTax } from '../../server/law/tax.ts'
import { allReliefs } from '../../server/law/tree.ts'
import { createNumbers, law, rm, taxpayer } from './law.ts'

const numbers = createNumbers(20261122)

/** Spending on about half the reliefs of a year, some of it refunded, some far above any limit, to the sen. */
const someSpend = (codes: string[]): Record<string, number> =>
  Object.fromEntries(
    codes
      .filter(() => numbers(2) === 0)
      .map((code) => [code, numbers(numbers(3) === 0 ? rm(20_000) : rm(1500)) - 5000]),
  )

describe('whatever is spent', () => {
  for (const year of law.years) {
    const codes = allReliefs(year).map(({ code }) => code)
    const claimOf = (spend: Record<string, number>) =>
      allowedReliefs(year, { spend, granted: {}, people: { child: 1, parent: 2 }, earlier: [] })

    test(`no limit on the way up is passed, and nothing is negative (${year.year})`, () => {
      for (let round = 0; round < 200; round++) {
        const result = claimOf(someSpend(codes))
        for (const line of flatLines(result.lines)) {
          assert.ok(line.allowedSen >= 0 && Number.isSafeInteger(line.allowedSen), line.code)
          assert.ok(line.limitSen === null || line.allowedSen <= line.limitSen, line.code)
          assert.ok(line.remainingSen === null || line.remainingSen >= 0, line.code)
          assert.ok(line.allowedSen <= Math.max(0, line.spentSen) + total(line.children), line.code)
        }
        assert.equal(result.allowedSen, total(result.lines))
      }
    })

    test(`more spending never allows less, and what is left is exactly what still counts (${year.year})`, () => {
      for (let round = 0; round < 200; round++) {
        const spend = someSpend(codes)
        const before = claimOf(spend)
        const code = codes[numbers(codes.length)] ?? ''
        const moreSen = numbers(rm(3000))
        const after = claimOf({ ...spend, [code]: (spend[code] ?? 0) + moreSen })
        assert.ok(after.allowedSen >= before.allowedSen, code)
        assert.ok(after.allowedSen <= before.allowedSen + moreSen, code)
        const line = flatLines(before.lines).find((known) => known.code === code)
        const relief = allReliefs(year).find((known) => known.code === code)
        if (!line || relief?.kind !== 'capped' || line.remainingSen === null || line.spentSen < 0) continue
        if (line.alternativeUsed || code.startsWith('housing-loan')) continue
        const expected = Math.min(moreSen, line.remainingSen)
        assert.equal(after.allowedSen - before.allowedSen, expected, code)
      }
    })

    test(`tax grows with income, by bands that make it exactly (${year.year})`, () => {
      let below = 0
      let incomeSen = 0
      for (let round = 0; round < 300; round++) {
        incomeSen += numbers(rm(10_000))
        const { lines, taxSen } = bandTax(year, incomeSen)
        assert.ok(taxSen >= below && taxSen <= incomeSen)
        assert.equal(
          lines.reduce((sum, line) => sum + line.taxSen, 0),
          taxSen,
        )
        assert.equal(
          lines.reduce((sum, line) => sum + line.incomeSen, 0),
          incomeSen,
        )
        below = taxSen
      }
    })

    test(`the steps of an estimate lead to its balance (${year.year})`, () => {
      for (let round = 0; round < 100; round++) {
        const result = estimate(
          year,
          taxpayer({
            income: { employment: numbers(rm(200_000)), dividend: numbers(rm(300_000)) },
            gifts: { 'gift-library': numbers(rm(30_000)), 'gift-sports-activity': numbers(rm(30_000)) },
            spend: someSpend(codes),
            paid: { 'rebate-zakat-fitrah': numbers(rm(4000)) },
            taxPaidSen: numbers(rm(9000)),
          }),
        )
        const at = (code: string) => result.lines.findIndex((line) => line.code === code)
        const from = (start: string, end: string) =>
          result.lines.slice(at(start), at(end)).reduce((sum, { amountSen }) => sum + amountSen, 0)
        assert.equal(from('aggregate-income', 'total-income'), result.totalIncomeSen)
        assert.equal(Math.max(0, from('total-income', 'chargeable-income')), result.chargeableIncomeSen)
        assert.equal(from('tax-by-bands', 'payable'), result.payableSen)
        assert.equal(from('payable', 'balance'), result.balanceSen)
        assert.ok(result.payableSen >= 0 && result.savedByReliefsSen >= 0)
        for (const { code, section, sources } of result.lines) {
          assert.ok(section !== '' && sources.length > 0, code)
          for (const { id } of sources) assert.ok(id in year.sources, code)
        }
      }
    })
  }
})

const total = (lines: ReliefLine[]) => lines.reduce((sum, { allowedSen }) => sum + allowedSen, 0)
