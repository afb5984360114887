import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Exclusion, Question } from '../../server/law/conditions/condition.ts'
import type { Household } from '../../server/law/conditions/household.ts'
import { createJudge, rowsOf } from '../../server/law/conditions/judge.ts'
import { conditionTable } from '../../server/law/conditions/table.ts'
import type { Beneficiary } from '../../server/law/relief.ts'
import { allReliefs } from '../../server/law/tree.ts'
import { law } from './law.ts'

const unknown = (year: number): Household => ({
  year,
  resident: undefined,
  sex: undefined,
  maritalStatus: undefined,
  disabled: undefined,
  spouse: undefined,
  children: undefined,
  parents: undefined,
  rentSen: 0,
})
const born = (bornOn: string, disabled = false) => ({ bornOn, disabled })
const parents = { living: 2, inMalaysia: true, partOfYear: false, disabled: undefined }

/** Facts of which every single one contradicts what depends on it. */
const contrary = (year: number): Household => ({
  ...unknown(year),
  sex: 'male',
  maritalStatus: 'single',
  disabled: false,
  spouse: null,
  children: [],
  parents: { ...parents, living: 0, inMalaysia: false, disabled: false },
})

describe('facts and claims', () => {
  test('have a row for every relief of every year, or the reason why there is none; and no row without a relief', () => {
    const known = new Set<string>()
    for (const year of law.years) {
      for (const { code } of allReliefs(year)) {
        known.add(code)
        const rows = rowsOf(code, year.year)
        assert.equal(rows.length, 1, `${code} in ${year.year}`)
        for (const row of rows) {
          if ('none' in row) assert.ok(row.none.length > 10, code)
          else assert.ok(row.conditions.length > 0, code)
        }
      }
    }
    assert.deepEqual(
      Object.keys(conditionTable).filter((code) => !known.has(code)),
      [],
    )
  })

  test('are set aside where every fact contradicts them, asked where nothing is known, and settled otherwise', () => {
    for (const year of law.years) {
      const nothing = createJudge(year, unknown(year.year))
      const against = createJudge(year, contrary(year.year))
      for (const { code, section } of allReliefs(year)) {
        const conditions = rowsOf(code, year.year).flatMap((row) =>
          'conditions' in row ? row.conditions : [],
        )
        const judgment = against(code, null)
        assert.equal(judgment?.section, section)
        const asked = nothing(code, null)?.open.length ?? 0
        assert.equal(nothing(code, null)?.excluded, null, code)
        // Rent is no contradiction, and none is the usual case.
        if (conditions.some(({ needs }) => needs === 'home-without-rent')) continue
        assert.equal(judgment?.excluded !== null, conditions.length > 0, `${code} in ${year.year}`)
        assert.equal(asked, conditions.length, `${code} in ${year.year}`)
      }
    }
  })

  test('agree about whom an expense was for', () => {
    for (const year of law.years) {
      const against = createJudge(year, contrary(year.year))
      for (const { code, kind, beneficiaries } of allReliefs(year)) {
        if (kind !== 'capped') continue
        for (const person of beneficiaries) {
          if (!['spouse', 'child', 'parent'].includes(person)) continue
          assert.ok(against(code, person)?.excluded, `${code} for ${person} in ${year.year}`)
        }
      }
    }
  })

  test('need a resident, whatever is claimed', () => {
    for (const year of law.years) {
      const judge = createJudge(year, { ...unknown(year.year), resident: false })
      for (const { code } of allReliefs(year))
        assert.deepEqual(judge(code, null)?.excluded, { why: 'not-resident' })
    }
  })

  const cases: [
    string,
    code: string,
    person: Beneficiary | null,
    (ya: number) => Partial<Household>,
    Exclusion['why'] | Question['ask'] | null,
  ][] = [
    [
      'turned 6',
      'childcare-centre-kindergarten',
      null,
      (ya) => ({ children: [born(`${ya - 6}-06-30`)] }),
      null,
    ],
    [
      'turns 7',
      'childcare-centre-kindergarten',
      null,
      (ya) => ({ children: [born(`${ya - 7}-06-30`)] }),
      'birthday',
    ],
    [
      'was 7 on 1 January',
      'childcare-centre-kindergarten',
      null,
      (ya) => ({ children: [born(`${ya - 7}-01-01`)] }),
      'child-too-old',
    ],
    [
      'turns 7 on 2 January',
      'childcare-fees',
      null,
      (ya) => ({ children: [born(`${ya - (ya < 2026 ? 7 : 13)}-01-02`)] }),
      'birthday',
    ],
    [
      'died before the year',
      'childcare-fees',
      null,
      (ya) => ({ children: [{ ...born(`${ya - 2}-01-02`), diedOn: `${ya - 1}-12-31` }] }),
      'no-child',
    ],
    [
      'died in the year',
      'childcare-fees',
      null,
      (ya) => ({ children: [{ ...born(`${ya - 2}-01-02`), diedOn: `${ya}-01-01` }] }),
      null,
    ],
    [
      'born on 31 December',
      'breastfeeding-equipment',
      null,
      (ya) => ({ sex: 'female', children: [born(`${ya}-12-31`)] }),
      null,
    ],
    [
      'born after the year',
      'sspn-net-deposit',
      null,
      (ya) => ({ children: [born(`${ya + 1}-01-01`)] }),
      'no-child',
    ],
    [
      'turned 2',
      'breastfeeding-equipment',
      null,
      (ya) => ({ sex: 'female', children: [born(`${ya - 2}-05-05`)] }),
      null,
    ],
    [
      'turns 3',
      'breastfeeding-equipment',
      null,
      (ya) => ({ sex: 'female', children: [born(`${ya - 3}-05-05`)] }),
      'birthday',
    ],
    [
      'is 6',
      'breastfeeding-equipment',
      null,
      (ya) => ({ sex: 'female', children: [born(`${ya - 6}-05-05`)] }),
      'child-too-old',
    ],
    [
      'a father',
      'breastfeeding-equipment',
      null,
      (ya) => ({ sex: 'male', children: [born(`${ya}-05-05`)] }),
      'not-mother',
    ],
    [
      'turned 18',
      'medical-learning-disability',
      null,
      (ya) => ({ children: [born(`${ya - 18}-05-05`)] }),
      null,
    ],
    [
      'turns 19',
      'medical-learning-disability',
      null,
      (ya) => ({ children: [born(`${ya - 19}-05-05`)] }),
      'birthday',
    ],
    [
      'is 21',
      'medical-learning-disability',
      null,
      (ya) => ({ children: [born(`${ya - 21}-05-05`)] }),
      'child-too-old',
    ],
    [
      'a younger one beside',
      'medical-learning-disability',
      null,
      (ya) => ({ children: [born(`${ya - 21}-05-05`), born(`${ya - 3}-05-05`)] }),
      null,
    ],
    ['single', 'medical-fertility', null, () => ({ spouse: null, maritalStatus: 'single' }), 'no-spouse'],
    [
      'married for a part of the year',
      'medical-fertility',
      null,
      () => ({ spouse: { disabled: false } }),
      null,
    ],
    ['single', 'alimony', null, () => ({ maritalStatus: 'single' }), 'no-former-wife'],
    ['a woman', 'alimony', null, () => ({ maritalStatus: 'divorced', sex: 'female' }), 'no-former-wife'],
    ['divorced', 'alimony', null, () => ({ maritalStatus: 'divorced' }), null],
    ['nobody of all', 'disabled-equipment', null, contrary, 'nobody-disabled'],
    ['not the claimant', 'disabled-equipment', 'self', () => ({ disabled: false }), 'nobody-disabled'],
    ['became disabled in the year', 'disabled-equipment', 'self', () => ({ disabled: true }), null],
    [
      'a child',
      'disabled-equipment',
      null,
      (ya) => ({ disabled: false, children: [born(`${ya - 9}-01-01`, true)] }),
      null,
    ],
    ['a parent, not known', 'disabled-equipment', 'parent', () => ({ parents }), 'disabled'],
    [
      'a parent abroad',
      'disabled-equipment',
      'parent',
      () => ({ parents: { ...parents, inMalaysia: false, disabled: true } }),
      null,
    ],
    [
      'abroad',
      'parents-medical-treatment',
      'parent',
      () => ({ parents: { ...parents, inMalaysia: false } }),
      'parents-abroad',
    ],
    [
      'abroad, said of nobody',
      'parents-carer',
      null,
      () => ({ parents: { ...parents, inMalaysia: false } }),
      'parents-abroad',
    ],
    [
      'came or left in the year',
      'parents-medical-treatment',
      'parent',
      () => ({ parents: { ...parents, inMalaysia: false, partOfYear: true } }),
      'parents-part',
    ],
    [
      'died in the year',
      'parents-medical-treatment',
      'parent',
      () => ({ parents: { ...parents, living: 0, partOfYear: true } }),
      'parents-part',
    ],
    [
      'died before',
      'parents-medical-treatment',
      'parent',
      () => ({ parents: { ...parents, living: 0 } }),
      'no-parents',
    ],
    [
      'of a grandparent',
      'parents-medical-treatment',
      'grandparent',
      () => ({ parents: { ...parents, living: 0 } }),
      null,
    ],
    [
      'abroad',
      'sports-equipment',
      'parent',
      () => ({ parents: { ...parents, inMalaysia: false } }),
      'parents-abroad',
    ],
    ['for oneself', 'sports-equipment', null, () => ({ parents: { ...parents, inMalaysia: false } }), null],
    ['no husband or wife', 'medical-dental', 'spouse', () => ({ spouse: null }), 'no-spouse'],
    ['no child', 'lifestyle-books', 'child', () => ({ children: [] }), 'no-child'],
    ['rent', 'housing-loan-interest-500k', null, () => ({ rentSen: 1 }), 'rent'],
  ]
  for (const [who, code, person, facts, expected] of cases) {
    test(`${code}: ${who}`, () => {
      const years = law.years.filter((year) => allReliefs(year).some((relief) => relief.code === code))
      assert.ok(years.length > 0)
      for (const year of years) {
        const judgment = createJudge(year, { ...unknown(year.year), ...facts(year.year) })(code, person)
        const found = judgment?.excluded?.why ?? judgment?.open[0]?.ask ?? null
        assert.equal(found, expected, String(year.year))
      }
    })
  }

  test('childcare-care-centre: turned 12, turns 13, is 14', () => {
    const year = law.year(2026)
    assert.ok(year)
    const found = (age: number) => {
      const children = [born(`${2026 - age}-06-30`)]
      const judgment = createJudge(year, { ...unknown(2026), children })('childcare-care-centre', null)
      return judgment?.excluded ?? judgment?.open[0] ?? null
    }
    assert.equal(found(12), null)
    assert.deepEqual(found(13), { ask: 'birthday', age: 13, day: '2026-06-30' })
    assert.deepEqual(found(14), { why: 'child-too-old', age: 12 })
  })

  test('a birthday on 29 February is on 1 March in other years', () => {
    const leap = law.year(2023)
    assert.ok(leap)
    const onLeapDay = createJudge(leap, { ...unknown(2023), children: [born('2016-02-29')] })
    assert.deepEqual(onLeapDay('childcare-fees', null)?.open, [
      { ask: 'birthday', age: 7, day: '2023-03-01' },
    ])
  })
})
