import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { array, constantFrom, property, record } from 'fast-check'
import { toCouple } from '../../server/claims/couple.ts'
import { assessed, outcomes } from '../../server/claims/estimate/assess.ts'
import { allowedReliefs, flatLines, type ReliefLine } from '../../server/law/allowed-reliefs.ts'
import { type Estimate, estimate } from '../../server/law/estimate.ts'
import { bandTax } from '../../server/law/tax.ts'
import { allReliefs, findRelief } from '../../server/law/tree.ts'
import { checkFacts } from '../../server/taxpayer/check.ts'
import { factsSchema } from '../../server/taxpayer/facts.ts'
import { check } from '../support/arbitraries/check.ts'
import { anyRelief, anySpend, upTo } from '../support/arbitraries/claims.ts'
import { anyFacts } from '../support/arbitraries/facts.ts'
import { law, taxpayer } from './law.ts'

describe('whatever is spent', () => {
  for (const year of law.years) {
    const claimOf = (spend: Record<string, number>) =>
      allowedReliefs(year, { spend, granted: {}, people: { child: 1, parent: 2 }, earlier: [] })

    test(`no limit on the way up is passed, and nothing is negative (${year.year})`, () => {
      const withinLimits = property(anySpend(year), (spend) => {
        const result = claimOf(spend)
        for (const line of flatLines(result.lines)) {
          assert.ok(line.allowedSen >= 0 && Number.isSafeInteger(line.allowedSen), line.code)
          assert.ok(line.limitSen === null || line.allowedSen <= line.limitSen, line.code)
          assert.ok(line.remainingSen === null || line.remainingSen >= 0, line.code)
          assert.ok(line.allowedSen <= Math.max(0, line.spentSen) + total(line.children), line.code)
        }
        assert.equal(result.allowedSen, total(result.lines))
      })
      check(withinLimits, 200)
    })

    test(`more spending never allows less, and what is left is exactly what still counts (${year.year})`, () => {
      const grows = property(anySpend(year), anyRelief(year), upTo(3000), (spend, code, moreSen) => {
        const before = claimOf(spend)
        const after = claimOf({ ...spend, [code]: (spend[code] ?? 0) + moreSen })
        assert.ok(after.allowedSen >= before.allowedSen, code)
        assert.ok(after.allowedSen <= before.allowedSen + moreSen, code)
        const line = flatLines(before.lines).find((known) => known.code === code)
        const relief = allReliefs(year).find((known) => known.code === code)
        if (!line || relief?.kind !== 'capped' || line.remainingSen === null || line.spentSen < 0) return
        if (line.alternativeUsed || code.startsWith('housing-loan')) return
        const expected = Math.min(moreSen, line.remainingSen)
        assert.equal(after.allowedSen - before.allowedSen, expected, code)
      })
      check(grows, 200)
    })

    test(`tax grows with income, by bands that make it exactly (${year.year})`, () => {
      const steps = array(upTo(10_000), { minLength: 1, maxLength: 300, size: 'max' })
      const grows = property(steps, (added) => {
        let below = 0
        let incomeSen = 0
        for (const more of added) {
          incomeSen += more
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
      check(grows, 20)
    })

    test(`the steps of an estimate lead to its balance (${year.year})`, () => {
      const values = record({
        income: record({ employment: upTo(200_000), dividend: upTo(300_000) }),
        gifts: record({ 'gift-library': upTo(30_000), 'gift-sports-activity': upTo(30_000) }),
        spend: anySpend(year),
        paid: record({ 'rebate-zakat-fitrah': upTo(4000) }),
        taxPaidSen: upTo(9000),
      })
      const addsUp = property(values, (given) => leadsToBalance(year, estimate(year, taxpayer(given))))
      check(addsUp, 100)
    })
  }
})

describe('whatever the facts are', () => {
  for (const year of law.years) {
    const coupleOf = (input: unknown, spend: Record<string, number>) => {
      const facts = factsSchema.parse(input)
      checkFacts(law, year, facts)
      return toCouple(year, facts, { spend, gifts: {}, paid: {}, trips: {}, earlier: [] })
    }

    test(`every way to be assessed adds up, and the best one costs the least (${year.year})`, () => {
      const addsUp = property(anyFacts(year), anySpend(year), (facts, spend) => {
        const couple = coupleOf(facts, spend)
        const best = assessed(year, couple, 'best')
        for (const { own, spouse, payableSen } of outcomes(year, couple).ways) {
          for (const one of [own, spouse]) if (one) leadsToBalance(year, one)
          assert.equal(payableSen, (own?.payableSen ?? 0) + (spouse?.payableSen ?? 0))
          assert.ok(best.payableSen <= payableSen)
        }
      })
      check(addsUp, 50)
    })

    test(`a ringgit earned never costs more than a ringgit, but where a rebate ends (${year.year})`, () => {
      const kinds = constantFrom('employment', 'business', 'partnership', 'rent', 'other', 'dividend')
      const limits = year.rebates.flatMap(({ chargeableUpToSen }) => chargeableUpToSen ?? [])
      const neverMore = property(
        anyFacts(year),
        anySpend(year),
        kinds,
        upTo(2000),
        (facts, spend, kind, moreSen) => {
          const after = {
            ...facts,
            income: { ...facts.income, [kind]: (facts.income?.[kind] ?? 0) + moreSen },
          }
          const [before, then] = [facts, after].map(
            (one) => assessed(year, coupleOf(one, spend), 'separate').own,
          )
          assert.ok(before && then)
          const isRebateLost = limits.some(
            (limit) => before.chargeableIncomeSen <= limit && then.chargeableIncomeSen > limit,
          )
          const costSen = then.payableSen - before.payableSen
          const lostSen = isRebateLost ? sumOf(before.rebates.map(({ allowedSen }) => allowedSen)) : 0
          assert.ok(costSen <= moreSen + lostSen, `${costSen} for ${moreSen}`)
          // Neither does it make the tax less.
          assert.ok(costSen >= 0)
        },
      )
      check(neverMore, 60)
    })

    test(`a joint assessment adds up both incomes, and both payments (${year.year})`, () => {
      const addsBoth = property(anyFacts(year), anySpend(year), (facts, spend) => {
        const { self, spouse } = coupleOf(facts, spend)
        const { ways } = outcomes(year, { self, spouse })
        const [separate, ...joint] = ways
        for (const { own, spouse: inSpouseName } of joint) {
          const together = own ?? inSpouseName
          const both = [separate?.own, separate?.spouse]
          assert.ok(together && spouse && both.every((one) => one))
          const sums = (of: (one: Estimate) => number) => sumOf(both.flatMap((one) => (one ? [of(one)] : [])))
          assert.equal(
            together.aggregateIncomeSen,
            sums((one) => one.aggregateIncomeSen),
          )
          assert.equal(
            together.totalIncomeSen,
            sums((one) => one.totalIncomeSen),
          )
          const paid = (one: Estimate) => one.payableSen - one.balanceSen
          assert.equal(paid(together), sums(paid))
          // One set of limits: not more than each could claim alone, and the spouse relief.
          const spouseSen = findRelief(year, 'spouse-alimony')?.limitSen ?? 0
          const disabledSen = findRelief(year, 'disabled-spouse')?.limitSen ?? 0
          const most = sums((one) => one.reliefs.allowedSen) + spouseSen + disabledSen
          assert.ok(together.reliefs.allowedSen <= most)
        }
      })
      check(addsBoth, 50)
    })

    test(`one more receipt never costs tax (${year.year})`, () => {
      const costsNothing = property(
        anyFacts(year),
        anySpend(year),
        anyRelief(year),
        upTo(3000),
        (facts, spend, code, moreSen) => {
          const more = { ...spend, [code]: (spend[code] ?? 0) + moreSen }
          const payable = (spend: Record<string, number>) =>
            assessed(year, coupleOf(facts, spend), 'separate').payableSen
          assert.ok(payable(more) <= payable(spend))
        },
      )
      check(costsNothing, 50)
    })
  }
})

/** Each subtotal of a computation is the sum of the steps before it, and each step names its rule and sources. */
function leadsToBalance(year: (typeof law.years)[number], result: Estimate) {
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

const sumOf = (amounts: number[]) => amounts.reduce((sum, sen) => sum + sen, 0)
const total = (lines: ReliefLine[]) => lines.reduce((sum, { allowedSen }) => sum + allowedSen, 0)
