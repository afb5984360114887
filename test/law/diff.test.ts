import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type HeadChange, lawDiff } from '../../server/law/diff.ts'
import { guideOf } from '../../server/law/guide/index.ts'
import { lawHeads } from '../../server/law/parameters.ts'
import { withAncestors } from '../../server/law/tree.ts'
import type { TaxYear } from '../../server/law/year.ts'
import { draftedLaw } from '../support/drafted-law.ts'
import { law, yearOf } from './law.ts'

/** Each year with the one before it; of the first, no data say what it changed. */
const pairs = law.years.slice(1).map((to) => [yearOf(to.year - 1), to] as const)

/** The code of a relief and those above it, in either year. */
function family(years: readonly TaxYear[], code: string): string[] {
  const found = years.flatMap(({ reliefs }) =>
    withAncestors(reliefs).filter(({ relief }) => relief.code === code),
  )
  return [code, ...found.flatMap(({ ancestors }) => ancestors.map((one) => one.code))]
}

const isDifferent = ({ change, parameters }: HeadChange) => change !== 'changed' || parameters.length > 0

describe('what changed between two years', () => {
  test('is said by hand, of the head itself or of one above it', () => {
    for (const [from, to] of pairs) {
      const { heads } = lawDiff(from, to)
      const said = new Set(heads.filter(({ texts }) => texts.length > 0).map(({ code }) => code))
      const unsaid = heads
        .filter(isDifferent)
        .filter(({ code }) => !family([from, to], code).some((one) => said.has(one)))
      assert.deepEqual(
        unsaid.map(({ change, kind, code }) => `${to.year}: ${kind} ${code} is ${change}`),
        [],
      )
    }
  })

  test('is all that is said: each text has a change of its head or of one below it', () => {
    for (const [from, to] of pairs) {
      const { heads } = lawDiff(from, to)
      const different = heads.filter(isDifferent)
      for (const { code, changed } of lawHeads(to)) {
        if (changed === null) continue
        const has = different.some((head) => family([from, to], head.code).includes(code))
        assert.ok(has, `${to.year}: “${changed}” is said of ${code}, and its data are those of ${from.year}`)
      }
    }
  })

  test('names the amount of a limit that changed, in both languages', () => {
    const unnamed = pairs.flatMap(([from, to]) =>
      lawDiff(from, to).heads.flatMap(({ code, parameters, texts }) => {
        const limit = parameters.find(({ parameter, before }) => parameter === 'limitSen' && before !== null)
        if (!limit) return []
        const amount = (Number(limit.after) / 100).toLocaleString('en')
        const all = [...texts.flatMap(({ en, ms }) => [en, ms]), guideOf(to, code, 'en')?.counts.join()]
        const isNamed = all.slice(0, 2).every((text) => text?.includes(amount))
        return isNamed ? [] : [`${to.year} ${code}: ${all.join(' | ')}`]
      }),
    )
    assert.deepEqual(unnamed, [])
  })

  test('has every kind: new, ended, limits, people, ages, rules of couples, last years, charges', () => {
    const change = (from: number, to: number, code: string) =>
      lawDiff(yearOf(from), yearOf(to)).heads.find((head) => head.code === code)
    assert.deepEqual(change(2024, 2025, 'disabled-self')?.parameters, [
      { parameter: 'limitSen', before: 600_000, after: 700_000 },
    ])
    assert.equal(change(2025, 2026, 'domestic-tourism')?.change, 'added')
    assert.equal(change(2024, 2025, 'medical-covid-test')?.change, 'removed')
    assert.equal(change(2025, 2026, 'llp-profit-tax')?.kind, 'charge')
    assert.deepEqual(change(2024, 2025, 'sports-equipment')?.parameters, [
      { parameter: 'beneficiaries', before: [], after: ['parent'] },
    ])
    assert.deepEqual(change(2025, 2026, 'childcare-fees')?.parameters, [
      { parameter: 'ageUpTo', before: 6, after: 12 },
      { parameter: 'lastYear', before: 2027, after: null },
    ])
    assert.deepEqual(
      change(2024, 2025, 'sspn-net-deposit')?.parameters.map(({ parameter }) => parameter),
      ['couple', 'netOfWithdrawals', 'lastYear', 'conditions'],
    )
    // Bands and rebates are the same in all years; deadlines are compared without their year.
    for (const kind of ['bands', 'rebate', 'gift', 'filing', 'records'])
      assert.equal(
        lawDiff(yearOf(2023), yearOf(2026)).heads.find((head) => head.kind === kind),
        undefined,
      )
  })

  test('is nothing between a year and itself, and turns round', () => {
    for (const year of law.years) assert.deepEqual(lawDiff(year, year, []), none(year.year))
    const back = lawDiff(yearOf(2026), yearOf(2025), [])
    assert.equal(back.heads.find(({ code }) => code === 'domestic-tourism')?.change, 'removed')
    assert.deepEqual(back.heads.find(({ code }) => code === 'childcare-fees')?.parameters[0], {
      parameter: 'ageUpTo',
      before: 12,
      after: 6,
    })
  })

  test('sees a band, a deadline, a gift, a rebate and an item that differ', () => {
    const year = yearOf(2025)
    const [first, second, ...steps] = year.bands.steps
    assert.ok(first && second)
    const other: TaxYear = {
      ...year,
      bands: { ...year.bands, steps: [first, { ...second, ratePercent: 2 }, ...steps] },
      filing: { ...year.filing, BE: { ...year.filing.BE, dueOn: '2026-05-31' } },
      gifts: { ...year.gifts, pool: { ...year.gifts.pool, percentOfAggregateIncome: 7 } },
      rebates: year.rebates.filter(({ code }) => code !== 'rebate-self'),
      forms: {
        ...year.forms,
        BE: [{ certainty: 'notes-row', source: 'en-be-2025', sharesRow: false, items: { lifestyle: 'G10' } }],
      },
    }
    const { heads, items } = lawDiff(year, other)
    assert.deepEqual(
      heads
        .filter(isDifferent)
        .map(({ kind, change, parameters }) => [kind, change, parameters[0]?.parameter]),
      [
        ['gift-pool', 'changed', 'percentOfAggregateIncome'],
        ['bands', 'changed', 'ratePercentAbove500000'],
        ['filing', 'changed', 'dueOnBE'],
        ['rebate', 'removed', 'kind'],
      ],
    )
    assert.deepEqual(
      items.find(({ code }) => code === 'lifestyle'),
      { form: 'BE', code: 'lifestyle', before: 'G9', after: 'G10' },
    )
  })
})

const none = (year: number) => ({ from: year, to: year, heads: [], items: [] })

describe('a draft of the next year', () => {
  test('is the year before without what ends, every rule unverified, and passes every check', async () => {
    const last = law.years.at(-1)
    assert.ok(last)
    const drafted = (await draftedLaw(law)).year(last.year + 1)
    assert.ok(drafted?.draft)
    assert.deepEqual(
      lawHeads(drafted).filter(({ rule, changed }) => rule.verified || changed !== null),
      [],
    )
    // What had its last year in 2026 has ended; everything else is as it was.
    assert.deepEqual(
      lawDiff(last, drafted)
        .heads.map(({ change, code }) => [change, code])
        .toSorted(),
      [
        ['removed', 'domestic-tourism'],
        ['removed', 'education-self-upskilling'],
      ],
    )
    assert.deepEqual(drafted.forms, { BE: [], B: [] })
    assert.deepEqual(drafted.filing.BE, { dueOn: '2028-04-30', eFilingUntil: '2028-05-15' })
  })
})
