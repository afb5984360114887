import assert from 'node:assert/strict'
import { test } from 'node:test'
import { law } from '../law/law.ts'
import { compare } from './figures.ts'
import { readScenario } from './scenario.ts'

const GOOD = `name: A family
source: invented
year: 2025
facts:
  income:
    employment: 60,000.50
  housingLoan:
    relief: housing-loan-interest-500k
    interest: 5,000
receipts:
  lifestyle-books: 500
  gift-library:
    - 20
    - 1,000.05
expected:
  reliefs:
    individual: 9,000
    lifestyle: 500
  totalReliefs: 9,500
`
const read = (text: string) => readScenario('family.yaml', text, law)

test('a scenario has its amounts in ringgit, and the names of the API', () => {
  const { facts, receipts, expected } = read(GOOD)
  assert.deepEqual(facts, {
    income: { employment: 6_000_050 },
    housingLoan: { relief: 'housing-loan-interest-500k', interestSen: 500_000 },
  })
  assert.deepEqual(receipts, { 'lifestyle-books': [50_000], 'gift-library': [2000, 100_005] })
  assert.deepEqual(expected.reliefs, { individual: 900_000, lifestyle: 50_000 })
})

const faults: [string, string, string, RegExp][] = [
  ['an amount that is none', '60,000.50', '60.000,50', /^family\.yaml:6: facts\.income\.employment: /],
  ['a negative fact', '60,000.50', '-5', /^family\.yaml:6: facts\.income\.employment: /],
  [
    'a fraction of a sen',
    'lifestyle: 500',
    'lifestyle: 500.123',
    /^family\.yaml:18: .*not an amount in ringgit/,
  ],
  [
    'a misspelt entry',
    'totalReliefs',
    'totalRelief',
    /^family\.yaml:19: expected\.totalRelief: no such entry/,
  ],
  [
    'a misspelt fact',
    'interest: 5',
    'intrest: 5',
    /^family\.yaml:9: facts\.housingLoan\.intrest: no such entry/,
  ],
  ['a missing entry', '  totalReliefs: 9,500\n', '', /^family\.yaml:15: expected\.totalReliefs: /],
  [
    'a relief no receipt can count for',
    'lifestyle-books',
    'lifestyle-toys',
    /^family\.yaml:11: .*no receipt can/,
  ],
  [
    'an unknown relief',
    '    lifestyle',
    '    lifestile',
    /^family\.yaml:18: expected\.reliefs\.lifestile: no relief/,
  ],
  ['a loan of no relief', 'interest-500k', 'interest-1m', /^family\.yaml:8: facts\.housingLoan\.relief: /],
  ['a wrong amount in a list', '- 1,000.05', '- ten', /^family\.yaml:1[24]: receipts\.gift-library/],
  ['a year without law', 'year: 2025', 'year: 2019', /^family\.yaml:3: year: no law/],
  ['an entry twice', 'source: invented', 'name: B', /^family\.yaml:2: Map keys must be unique/],
  ['wrong indentation', '  income:', ' income:', /^family\.yaml:\d+: /],
]
for (const [what, right, wrong, message] of faults) {
  test(`${what} is refused with the file and the line`, () => {
    assert.ok(GOOD.includes(right))
    assert.throws(() => read(GOOD.replace(right, wrong)), { name: 'ScenarioError', message })
  })
}

test('a scenario that fails shows every figure, expected and actual', () => {
  const found = { reliefs: { individual: 900_000, sports: 100_000 }, totalReliefs: 1_000_000, tax: 5 }
  assert.throws(() => compare(read(GOOD), found), {
    message: [
      '                                                  expected        actual',
      'reliefs.individual                                9,000.00      9,000.00',
      'reliefs.lifestyle                                   500.00          0.00  <-',
      'totalReliefs                                      9,500.00     10,000.00  <-',
      'reliefs.sports                                        0.00      1,000.00  <-',
    ].join('\n'),
  })
})
